# Perguntar, ouvir, compartilhar.
check-in-hello = Olá. Um momento para você, se quiser.
question-by-coach = Seu coach pergunta:
question-step = { $count ->
    [one] Você tinha planejado isto:
   *[other] Você tinha planejado isto, um por um:
}
question-step-ask = Como foi?
check-in-hint = Escolha uma opção ou responda com as suas palavras. Tudo bem pular.
mark-done = Feito
mark-partly = Em parte
mark-not-yet = Ainda não
mark-1 = 1
mark-2 = 2
mark-3 = 3
mark-4 = 4
mark-5 = 5
pass = Pular
passed = Tudo bem. Até a próxima.
check-in-old = Essa pergunta é de outro dia ({ $day }), então a deixo como estava. Se há algo na sua cabeça agora, é só escrever.

you-wrote = Você escreveu:
you-tapped = Você tocou:
what-becomes = O que fazemos com isso?
keep-private = Guardar só para mim
share = Compartilhar com { $coach }
dont-keep = Não guardar
kept = Guardado até { $until }, sem compartilhar.
not-kept = Não guardei. Apaguei a minha cópia.
kept-nothing = Não guardei. Se quiser que eu guarde essas respostas, para você ou para compartilhar, é só dizer:
allow-keeping = Pergunte-me se pode guardar
edited = Atualizado. Agora diz:
removed = Você excluiu essa mensagem, então apaguei a minha cópia.
ended-own-message = Se você escreveu isso como mensagem neste chat, ela continua aqui até você excluir.
ended-quotes = As minhas mensagens aqui que citam isso também são apagadas, onde a plataforma do chat permite.
tap-changed = A sua escolha anterior foi apagada.
edited-unknown = Não tenho mais nada dessa mensagem, então a sua edição não muda nada aqui. Se quiser me contar algo, é só escrever de novo.
edited-gone = Apaguei o que a sua mensagem dizia antes, e também as minhas mensagens aqui que citam isso, onde a plataforma do chat permite.

preview-heading = O que { $coach } leria
preview-hint = Exatamente isto, palavra por palavra, com o seu nome.
preview-approve = Compartilhar exatamente isto
preview-decline = Não compartilhar
preview-changed = Isto mudou desde a prévia. Agora diz assim.
shared = Aprovado. Vai para { $coach } com o próximo compilado, e não antes. Até lá você pode retirar.
take-back = Retirar
taken-back = Retirei. { $coach } não vai receber.
taken-back-late = Isto foi mostrado a { $coach } ({ $day }). Estou tirando agora das minhas mensagens; o que já foi lido ou copiado eu não posso retirar.
form-words = { $day }, com as próprias palavras
form-step = { $day }, sobre um pequeno passo

seen-heading = O que foi compartilhado e quem pode ter lido
seen-none = Nada seu foi compartilhado, e nada foi mostrado a ninguém.
seen-by = Mostrado a { $coach }: { $day }
seen-not-yet = Ainda não foi mostrado a { $coach }.
seen-nobody-else = Ninguém mais pode ler aqui.
scale-ends = 1: { $low }. 5: { $high }.
another = Outra pergunta
another-none = Essa era a última por agora.
form-question = { $day }, sobre “{ $question }”
body-scale = { $mark } ({ $low } … { $high })
