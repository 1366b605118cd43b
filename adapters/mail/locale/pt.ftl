# The mails themselves: they hold these sentences, two addresses, and nothing else.
mail-subject = Há algo esperando por você
mail-waiting = Há algo esperando por você. Este link abre:
mail-link-subject = O seu link
mail-link-text = Aqui está o link que você pediu:
mail-link-lasts = Ele vale uma vez, por 15 minutos. Depois disso, a página a que ele leva envia um novo para você.
mail-not-asked = Se você não pediu, pode ignorar este e-mail. Sem o link, nada acontece.
mail-stop-here = Não quer mais receber estes e-mails? Aqui você desliga tudo: { $link }

# Where a mail program's own button, or the last line of a mail, leads.
mail-stop-title = Sem mais e-mails
mail-stop-ask = Isto desliga tudo. Você não vai receber mais e-mails até pedir de novo.
mail-stop-button = Desligar tudo
mail-stopped = Tudo está desligado. Você não vai receber mais e-mails até pedir de novo.

# Said about mail: what it is called, and what an erase leaves there.
platform-mail = e-mail
hold-chat-mail = Esta página sou eu que guardo aqui: cada mensagem por até 90 dias, e também o seu endereço de e-mail, os seus links e os seus aparelhos. “apagar” remove tudo.
erased-chat-mail-all = Excluí tudo o que estava na sua página, também o que você escreveu lá, e a sua sessão está encerrada em todos os aparelhos. Os e-mails que enviei a você não contêm nada disso: continuam na sua caixa de correio até você excluir.
erased-chat-mail-part = Excluí da sua página as minhas próprias mensagens sobre isso. O que você escreveu lá desaparece em até 90 dias. Os e-mails que enviei a você não contêm nada disso: continuam na sua caixa de correio até você excluir.
erased-chat-mail-kept = Excluí da sua página as minhas próprias mensagens sobre isso. O resto da página continua lá por até 90 dias depois de cada mensagem. Os e-mails que enviei a você não contêm nada disso: continuam na sua caixa de correio até você excluir.

# Said on the page of guest coaches, beside the messages.
mail-page-title = Sua página
mail-page-here-as = Você está aqui como { $address }.
mail-page-skip = Ir para o mais recente
mail-page-before = Antes
mail-page-latest = O mais recente
mail-page-earlier = Mostrar o que veio antes
mail-page-newest = Voltar ao mais recente
mail-page-back = Voltar para onde você estava lendo
mail-page-empty = Ainda não há nada aqui.
mail-page-you = Você
mail-page-message = Sua mensagem
mail-page-send = Enviar
mail-page-home = O que você pode fazer aqui
mail-page-leave = Sair
mail-page-leave-everywhere = Sair em todos os lugares
mail-page-left = Você saiu neste aparelho.
mail-page-left-everywhere = Você saiu em todos os aparelhos. Os links de e-mails anteriores não abrem mais nada.
mail-page-over = Você saiu daqui. Isto aparece uma única vez.
mail-page-open-title = Abra sua página
mail-page-open-why = Este link abre sua página uma única vez, em até 15 minutos depois do e-mail. Depois disso, este aparelho continua conectado por um mês no máximo, ou até você sair.
mail-page-open-shared = Se outras pessoas também usam este aparelho, saia quando terminar.
mail-page-open = Abrir
mail-page-ended-title = Este link não vale mais
mail-page-ended = Cada link serve uma única vez, por 15 minutos. Posso enviar um novo para o mesmo endereço.
mail-page-ended-address = Ou digite seu endereço aqui.
mail-page-again = Enviar um novo link
mail-page-ask = Digite seu endereço de e-mail e eu envio um link que abre sua página. Você não precisa de senha.
mail-page-address = Endereço de e-mail
mail-page-mail-me = Enviar um link
mail-page-sent-title = Veja sua caixa de entrada
mail-page-sent = Se eu conheço este endereço, um link está a caminho. Ele serve uma única vez, por 15 minutos. Se nada chegar, veja na caixa de spam ou tente de novo em uma hora.
mail-page-busy-title = Um momento, por favor
mail-page-busy = Muitas pessoas estão pedindo um link agora. Tente de novo em alguns minutos.
mail-page-gone = Este arquivo não está mais aqui
mail-page-too-long = É longo demais para mim. Envie em partes, por favor.
mail-page-not-read = Não consegui ler isto. Abra a página de novo e tente mais uma vez, por favor.
mail-page-elsewhere = Esta página tem outro endereço.
mail-page-not-from-here = Isto não foi enviado pela própria página. Abra a página e tente mais uma vez, por favor.
mail-page-invited-title = Você recebeu um convite
mail-page-invited = Alguém deu este link a você para que possa acompanhar pessoas com o Handrail, por e-mail e em uma página sua.
mail-page-invited-type = Digite seu próprio endereço de e-mail e eu envio um link que abre sua página. Até lá, não escrevo a ninguém.
mail-page-not-an-address = Não consigo escrever para este endereço. Confira se está completo, por favor.
mail-page-not-this-domain = Não posso escrever para este endereço aqui. Sua organização permite só alguns provedores de e-mail.
mail-page-invitation-ended-title = Este convite não vale mais
mail-page-invitation-ended = Cada convite serve uma única vez, e só por um tempo. Peça um novo a quem o deu a você.
