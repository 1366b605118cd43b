# Uma pergunta por finalidade. A impressão digital do texto fica no registro: se a frase muda, pergunta-se de novo.
purpose-agreement = Acordo
purpose-check-ins = Check-ins
purpose-step-prompts = Lembretes de passos
purpose-keep-marks = Guardar minhas escolhas
purpose-keep-words = Guardar minhas palavras
purpose-share-marks = Compartilhar escolhas
purpose-share-words = Compartilhar palavras
purpose-digest = Resumo
purpose-brief = Prévia de uma sessão

ask-check-ins = Posso escrever para você nos seus horários até { $until }: para os check-ins, quando mudar algo que você aceitou e duas vezes perto do fim?
ask-keep-words = Posso guardar o que você escreve, criptografado, para você reler ou compartilhar? Se não, só repito uma vez e não guardo.
ask-keep-marks = Posso guardar as respostas que você escolhe, como “em parte”?
ask-step-prompts = Posso lembrar você de um pequeno passo, nos dias que você escolher, nos seus horários, até { $until }?
ask-share-words = Posso passar suas palavras ao seu coach, até { $until }? Só o que você tiver conferido e aprovado, uma resposta de cada vez.
ask-share-marks = Posso passar ao seu coach respostas que você escolhe, como “em parte”, até { $until }? Só o que você tiver conferido e aprovado, uma resposta de cada vez.
ask-digest = Posso enviar a você o que os clientes compartilharem com você, uma vez por semana, no dia e nas horas que você escolher?
ask-brief = Posso enviar a você, na noite antes de uma sessão cuja data você pode ver, o que essa pessoa compartilhou com você? E também na hora, fora do seu horário de silêncio, o que alguém me pedir para enviar antes de uma sessão?

switches-heading = O que você permitiu
switches-hint =
    Marque o que eu posso fazer e salve. Antes de algo novo valer, eu pergunto a você.
    O que você desmarcar termina na hora, e o que guardei por causa disso é apagado.
switches-until = Permitido até { $until }
switches-save = Salvar
switches-same = Nada mudou. Está assim agora:
switched-on = Permissão ativada, até { $until }: { $purpose }.
switched-off = Permissão desativada: { $purpose }.
switched-off-keep-words = Permissão desativada: Guardar minhas palavras. Apaguei as palavras suas que eu tinha guardado e também os seus passos, exceto o que { $coach } já recebeu.
switched-off-keep-marks = Permissão desativada: Guardar minhas escolhas. Apaguei as escolhas que eu tinha guardado, exceto o que { $coach } já recebeu.
switched-off-share = Permissão desativada: { $purpose }. O que { $coach } ainda não tinha recebido não será repassado.
switched-off-sponsor = { $purpose }: desativado. O que não tinha saído não sai mais, e apaguei essas linhas aqui. O que saiu por e-mail está na caixa de correio de outra pessoa, e não consigo pegar de volta.

asked-again = O que pergunto aqui mudou desde que você disse sim, então fica desativado até você decidir de novo.
asked-again-agreement = Nosso acordo mudou desde que você disse sim. Até você decidir de novo, não envio, não guardo e não repasso mais nada. O que você aprovou espera, e o que seu coach já podia ver fica como estava.
asked-otherwise = O que eu tinha perguntado ali mudou desde então. Agora o texto é este:
stays-while-waiting = Deixei isto como estava, porque nosso acordo mudou e precisa primeiro da sua resposta.
changed-also = Também mudou: { $purposes }. Pergunto sobre isso depois desta pergunta.
changed-kept = Até agora eu guardava no máximo até { $before }; agora seria até { $after }.
changed-back = O texto voltou a ser o mesmo de quando você disse sim.
changed-wider = A frase é a mesma, mas agora ela abrange mais, ou mais pessoas podem ler.
changed-unknown = Não tenho cópia do texto anterior.
changed-before = Antes:
changed-now = Agora:
changed-empty = Aqui não há nada escrito.

keep-now-end = O que você permite, eu guardo até { $erased }.
keep-now-days = O que você permite, eu guardo por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}, e nada depois de { $erased }.
keep-ask = Por quanto tempo devo guardar?
keep-days = { $days } dias
keep-end = Até o fim
purpose-reminder = Lembrete de check-in
purpose-session-prep = Perguntas sobre a sessão
purpose-notes = Notas do meu coach
purpose-listed = Na lista do meu coach
purpose-sponsor = Linhas para quem paga
ask-reminder = Posso lembrar você de um check-in uma única vez, um dia depois, se você não tiver passado por aqui desde então? Isso valeria até { $until }.
ask-session-prep = Posso perguntar a você, na véspera de uma sessão, o que quer levar e, uma vez depois dela, qual é o seu pequeno passo, até { $until }?
ask-notes = Seu coach pode enviar notas curtas a você por meio de mim, nos seus horários, até { $until }? Seu coach vê que você permite isso.
ask-listed = Seu coach pode ver você em uma lista até { $until }: que você está aqui, o seu último dia e a sua próxima sessão?
ask-sponsor = Posso enviar por e-mail, para o endereço abaixo, linhas que você escrever para quem paga o seu coaching, até { $until }? Só o que você viu antes e aprovou, uma linha por vez, com o seu nome e, se você acrescentar, o número de sessões.
