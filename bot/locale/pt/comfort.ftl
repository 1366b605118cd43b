# Ainda está bem assim? E a única pergunta, com delicadeza, depois de um tempo em silêncio.
comfort-ask = Isto ainda está bom para você?
comfort-too-often = Vezes demais
comfort-too-personal = Pessoal demais
comfort-wrong-time = Hora ruim
comfort-fine = Está bom
comfort-stays = Certo. Fica como está.
comfort-less = De agora em diante, com menos frequência. Vou escrever:
comfort-least = Escrevo a cada { $weeks } semanas, que é o mínimo que posso. Você quer que eu descanse?
comfort-rest = Descansar
comfort-lighter = De agora em diante, perguntas mais leves.
comfort-lightest = Já faço só as perguntas mais leves. Para riscar alguma, digite “minhas perguntas”.

gentle-ask = Como seguimos? Qualquer resposta está bem. Se você não disser nada, descanso até você me escrever.
gentle-less = Com menos frequência
gentle-time = Em outro horário
gentle-rest = Descansar
gentle-stop = Parar

reminder-hello = Seu check-in continua aqui, se quiser.
