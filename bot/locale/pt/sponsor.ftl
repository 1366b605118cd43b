# Quem paga um processo de coaching, e as linhas que se deixa essa parte ler.
agreement-sponsor-none = Quem paga o seu coaching não recebe nada de mim.
agreement-sponsor = Consta que o seu coaching é pago por:
agreement-sponsor-gets = Para lá só vão linhas que você escreveu e aprovou para isso, e só se você permitir à parte.

sponsor-none = Aqui não consta ninguém que pague o seu coaching. Quem paga não recebe nada de mim.
sponsor-lines-heading = Linhas para quem paga
sponsor-line-offer = Escrever uma linha
sponsor-line-waiting = Há uma linha que ainda não saiu. Até ela sair, você pode retirá-la.
sponsor-line-ask =
    O que podem ler? Uma ou duas frases com as suas palavras bastam. Você vê o e-mail inteiro antes de qualquer coisa sair.
    Se quiser, acrescente quantas sessões já houve.
sponsor-line-sentence = A sua frase
sponsor-line-suggested = O coaching está acontecendo.
sponsor-line-sessions = Número de sessões até agora (pode ficar vazio)
sponsor-line-show = Ver o e-mail
sponsor-line-empty = Para isso preciso de uma frase.
sponsor-line-number = Escreva o número de sessões em algarismos, por exemplo 6, ou deixe o campo vazio.
sponsor-line-leaves = Sai, no mínimo, em { $day }.
sponsor-line-left = Saiu por e-mail em { $day }.
sponsor-line-perhaps = Talvez tenha saído por e-mail em { $day }. Não consigo descobrir.
sponsor-line-not-left = Não saiu.

sponsor-preview-heading = O que leriam por e-mail
sponsor-preview-goes = Iria para:
sponsor-preview-exact = Exatamente isto, palavra por palavra, com o seu nome.
sponsor-preview-group = O número de sessões só fica se, até lá, pelo menos { $count ->
        [one] 1 pessoa, isto é, você, tiver
       *[other] { $count } pessoas, contando você, tiverem
    } enviado uma linha para este endereço. Se não, eu o tiro.
sponsor-preview-leaves = Sairia, no mínimo, em { $day }. Até lá você pode retirar. Depois fica numa caixa de correio que não é sua, e não consigo pegar de volta.
sponsor-send = Enviar exatamente isto
sponsor-drop = Não enviar
sponsor-dropped = Não será enviado, e eu apaguei.
sponsor-on-its-way = Sai, no mínimo, em { $day }. Até lá você pode retirar.
sponsor-too-late = O coaching termina antes que isto pudesse sair, por isso não enviei.
sponsor-taken-back = Retirei. Não vai sair.
sponsor-deleted-here = Apaguei aqui. Saiu por e-mail em { $day }, ou talvez. O que está na caixa de correio de outra pessoa eu não consigo pegar de volta.

# O próprio e-mail. Quem lê não conhece este bot.
sponsor-mail-subject = Uma linha sobre um coaching
sponsor-mail-from = { $client } me pediu para passar isto a você:
sponsor-mail-sessions = { $count ->
        [one] 1 sessão até agora, pela sua própria conta.
       *[other] { $count } sessões até agora, pela sua própria conta.
    }
sponsor-mail-decides = { $client } escreveu isto e aprovou este e-mail palavra por palavra. Só { $client } decide o que você lê aqui, e pode encerrar a qualquer momento.
sponsor-mail-else = Não passo mais nada a você, nem digo se há mais alguma coisa.
sponsor-mail-bot = Sou o Handrail, um bot. Respostas a este e-mail não chegam a ninguém do coaching.

# O lado do coach.
sponsor-coach-ask =
    Se outra parte paga o seu coaching, você pode indicá-la aqui. Cada pessoa que você acompanha lê o nome e o endereço no acordo e decide por conta própria o que vai para lá. Você não fica sabendo o que ela decide.
    Só por constar aqui, ninguém recebe nada.
sponsor-coach-now = Consta agora:
sponsor-name = Quem paga
sponsor-address = Endereço de e-mail de lá
sponsor-save = Salvar
sponsor-remove = Não indicar ninguém
sponsor-unreadable = Preciso de um nome em uma só linha e de um só endereço de e-mail, por exemplo people@example.org.
sponsor-saved =
    Salvo. As pessoas que você acompanha leem isso no acordo.
    A quem tinha permitido linhas para outro endereço, eu pergunto antes de novo.
sponsor-removed = Agora não consta ninguém. Nenhuma outra linha sai para quem constava antes.
sponsor-too-soon = Você mudou isto em { $day }. Para que ninguém precise responder de novo e de novo, dá para mudar outra vez a partir de { $from }.
sponsor-of-organisation = Quem administra este bot indicou quem paga, para todo coaching daqui:
hold-lines = Para quem paga você escreveu:
erased-mailed = O que saiu por e-mail para quem pagava está na caixa de correio de lá. Só lá dá para apagar.
