# Uma pergunta por finalidade. A impressão digital do texto fica no registro: se a frase muda, pergunta-se de novo.
purpose-agreement = Acordo
purpose-check-ins = Check-ins
purpose-step-prompts = Avisos de passos
purpose-keep-marks = Guardar minhas escolhas
purpose-keep-words = Guardar minhas palavras
purpose-share-marks = Compartilhar escolhas
purpose-share-words = Compartilhar palavras
purpose-digest = Resumo

ask-check-ins = Posso escrever para você dentro dos seus horários até { $until }: para um check-in, quando mudar algo que você aceitou e antes de terminarmos?
ask-keep-words = Posso guardar o que você escreve, criptografado, para que possa reler ou compartilhar? Se não, repito uma vez e não guardo.
ask-keep-marks = Posso guardar também as respostas que você escolhe (por exemplo, “em parte”)?
ask-step-prompts = Posso lembrar você de um pequeno passo, nos dias que escolher, dentro dos seus horários, até { $until }?
ask-share-words = Posso passar palavras suas para seu coach, até { $until }? Só as que você tiver visto antes e aprovado, uma por uma.
ask-share-marks = Posso passar para seu coach as respostas que você escolhe, até { $until }? Só as que você tiver visto antes e aprovado, uma por uma.
ask-digest = Quando um cliente compartilhar algo com você, posso trazer isso uma vez por semana, no dia e nas horas que você escolher?

switches-heading = O que você permitiu
switches-hint =
    Marque o que eu posso fazer e salve. Antes de algo novo valer, eu pergunto a você.
    O que você desmarcar termina na hora, e o que guardei por causa disso é apagado.
switches-until = Permitido até { $until }
switches-save = Salvar
switches-same = Nada mudou. Está assim agora:
switched-on = Permissão ativada, até { $until }: { $purpose }.
switched-off = Permissão desativada: { $purpose }.
switched-off-keep-words = Permissão desativada: Guardar minhas palavras. O que eu tinha guardado das suas palavras foi apagado, também os passos, exceto o que { $coach } já recebeu.
switched-off-keep-marks = Permissão desativada: Guardar minhas escolhas. As escolhas que eu tinha guardado foram apagadas, exceto o que { $coach } já recebeu.
switched-off-share = Permissão desativada: { $purpose }. O que { $coach } ainda não tinha recebido não será passado.

asked-again = O que pergunto aqui mudou desde que você disse sim, então fica desativado até você decidir de novo.
asked-again-agreement = Nosso acordo mudou desde que você disse sim. Até você decidir de novo, não envio, não guardo e não repasso mais nada. O que você aprovou espera, e o que seu coach já podia ver fica como estava.
asked-otherwise = O que eu tinha perguntado ali mudou desde então. Agora está assim:
stays-while-waiting = Deixo isto como estava: nosso acordo mudou e espera a sua resposta.
changed-also = Também mudou: { $purposes }. Pergunto sobre isso quando você tiver respondido a isto.
changed-kept = Até agora guardado no máximo até { $before }; agora, até { $after }.
changed-back = Está de novo como quando você disse sim.
changed-wider = A frase é a mesma, mas com ela se faz mais, ou mais pessoas podem ler.
changed-unknown = Não tenho cópia de como estava antes.
changed-before = Até agora:
changed-now = Agora:
changed-empty = Aqui não há nada escrito.

keep-now-end = Guardo o que você me deixa guardar até { $erased }.
keep-now-days = Guardo o que você me deixa guardar por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}, e nada depois de { $erased }.
keep-ask = Por quanto tempo você gostaria?
keep-days = { $days } dias
keep-end = Até o fim
purpose-reminder = Lembrete
purpose-session-prep = Perguntas da sessão
purpose-notes = Notas do meu coach
purpose-listed = Na lista do meu coach
ask-reminder = Posso lembrar você de um check-in uma vez, um dia depois, se você não tiver voltado aqui, até { $until }?
ask-session-prep = Posso perguntar na véspera de uma sessão o que você quer levar, e uma vez depois qual é o pequeno passo, até { $until }?
ask-notes = Seu coach pode enviar notas curtas a você por mim, nos seus horários, até { $until }? Seu coach vê que você permite.
ask-listed = Seu coach pode ver em uma lista que você está aqui, seu último dia e sua próxima sessão, até { $until }?
