# Ainda está bem assim? E a única pergunta, com delicadeza, depois de um tempo em silêncio.
comfort-ask = Isso ainda está bom para você?
comfort-too-often = Frequente demais
comfort-too-personal = Pessoal demais
comfort-wrong-time = Horário ruim
comfort-fine = Está bom
comfort-stays = Certo. Fica como está.
comfort-less = De agora em diante, com menos frequência. Veja quando vou escrever:
comfort-least = Já escrevo com a menor frequência que posso: { $weeks ->
    [one] toda semana
   *[other] a cada { $weeks } semanas
}. Você quer que eu faça uma pausa?
comfort-rest = Pausar
comfort-lighter = De agora em diante, perguntas mais leves.
comfort-lightest = Estas já são as perguntas mais leves que tenho. Para deixar alguma de fora, digite “minhas perguntas”.

gentle-ask = Como você quer continuar? Qualquer resposta vale. Se você não disser nada, faço uma pausa até você me escrever.
gentle-less = Com menos frequência
gentle-time = Em outro horário
gentle-rest = Pausar
gentle-stop = Parar

reminder-hello = Seu check-in continua aqui, se quiser.
