# Do código ao primeiro check-in. Curto: tudo junto é contado em um teste.
welcome-bot = Olá. Sou o Handrail, um bot. Pergunto como vão as coisas quando você escolher.
welcome-sees = Não vê nem mesmo que você está aqui.
welcome-stop = Digite “parar” e eu paro.

agreement-heading = Nosso acordo
agreement-client = Você decide, a qualquer momento, o que pergunto, guardo e passo adiante.
agreement-coach = Seu coach combina com você honorários e confidencialidade, e só vê o que você compartilha.
agreement-organisation = Sua organização administra este bot e não recebe relatórios.
ask-agreement = Termina em { $until }. O que guardei é apagado até { $erased }. Você aceita?
agree-yes = Aceito
agree-no = Agora não
agree-no-more = Tudo bem. A partir de agora nada é enviado, guardado ou passado adiante. Digite “acordo” para ver de novo, ou “apagar” para que tudo seja apagado.
agree-no-shares = O que você tinha aprovado e seu coach ainda não tinha recebido não será repassado.
agree-later = Tudo bem. Nada é guardado e nada será enviado. Digite seu código de novo quando quiser.

rhythm-ask = Quando posso escrever?
rhythm-days = Dias
rhythm-every = Com que frequência
rhythm-every-week = Toda semana
rhythm-every-two = A cada 2 semanas
rhythm-every-four = A cada 4 semanas
rhythm-from = De
rhythm-to = Até
rhythm-zone = Cidade
rhythm-show = Mostrar
rhythm-next = Veja quando eu escreveria:
rhythm-one = { $day } ({ $from }–{ $to })
rhythm-yes = Está certo
rhythm-change = Mudar
rhythm-set = Seus horários estão definidos.
rhythm-none = Com essas escolhas, nada chegaria antes do fim ({ $until }). Escolha outros dias, por favor.
rhythm-bad-zone = Não conheço esse lugar. Tente uma cidade grande próxima, como “São Paulo” ou “Lisboa”.
rhythm-bad-days = Escolha pelo menos um dia, por favor.
rhythm-bad-window = O horário final precisa ser depois do inicial, no mesmo dia.
rhythm-quiet = Então não envio check-ins. Você pode me escrever quando quiser.
rhythm-no-check-ins = Os check-ins estão desativados, então não há horários para definir. Você pode ativar em “minhas permissões”.

receipt-heading = Seu comprovante
receipt-all-on = Permissões ativadas, até { $until }: { $purposes }.
receipt-all-off = Permissões desativadas: { $purposes }.
receipt-given = { $purpose }: permissão ativada desde { $day }
receipt-given-until = { $purpose }: permissão ativada desde { $day }, até { $until }
receipt-withdrawn = { $purpose }: permissão desativada por você ({ $day })
receipt-refused = { $purpose }: permissão desativada, você disse não ({ $day })
receipt-expired = { $purpose }: permissão desativada, venceu ({ $day })
receipt-revoked = { $purpose }: permissão desativada pela sua organização ({ $day })
receipt-suspended = { $purpose }: permissão desativada até eu perguntar de novo, porque mudou o que você tinha aceitado
receipt-never = { $purpose }: permissão desativada, nunca foi ativada
receipt-number = O registro por trás deste comprovante não tem nenhum nome. A impressão digital dele começa com { $number }.
receipt-withdrawal-agreement = Para encerrar o acordo, digite “apagar tudo” no mesmo chat. “parar” desativa tudo o que depende dele.
receipt-withdrawal = Digite “minhas permissões” para retirar uma delas, ou “parar” para retirar todas, no mesmo chat.
receipt-file = O comprovante em arquivo
receipt-change = Para mudar algo, digite “minhas permissões”.

code-unknown = Esse código não funciona aqui. Os códigos valem por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}. Seu coach pode dar um novo a você.
code-own = Você criou esse código para um cliente. Passe adiante com as suas palavras; quem digita aqui é essa pessoa.
code-again = Você já começou com esse coach. Digite “ajuda” para ver o que posso fazer.
code-wait = Foram vários códigos em pouco tempo. Espere { $minutes ->
    [one] um minuto
   *[other] { $minutes } minutos
}, por favor, confira o código com seu coach e digite de novo.
agreement-until = Termina em { $until }. O que guardei é apagado até { $erased }.
agreement-card = Seu coach escreveu como vocês trabalhariam juntos:
agreement-process = Como trabalhamos
agreement-fees = Honorários
agreement-confidentiality = Confidencialidade e seus limites
receipt-rest-off = Todo o resto está desativado.
receipt-nothing-on = Tudo está desativado.
receipt-questions = Minhas perguntas

who-coach = Seu coach:
who-account = Conta: { $account } ({ $platform })
who-elsewhere = Conta: { $account } ({ $platform }), em um espaço de trabalho diferente do seu
