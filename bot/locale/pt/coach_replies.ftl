# Como um coach responde ao que foi compartilhado, e como alguém se torna coach.
read-thanks = Li e agradeço
read-from = { $coach } leu o que você compartilhou e agradece.
read-on-its-way = Vou dizer a { $client } uma única vez que você leu e agradece: nos horários dessa pessoa, se eu tiver permissão nesse momento. Não digo a você se consegui.
notes-offer = { $coach } só pode responder a você por meio de mim se você permitir notas. Você também pode deixar como está.
notes-offer-yes = Quero receber notas

coach-too = Você chegou aqui com um código do seu coach. O que você digitou é para quem acompanha outras pessoas. Você também acompanha alguém?
coach-too-yes = Sim, também sou coach
coach-too-no = Não, não sou coach
coach-too-left = Então tudo fica como estava.
invite-profile-first = Antes de passar adiante, você pode escrever o seu perfil: seus clientes leem antes de aceitar. Depois de algumas mudanças, preciso perguntar a eles de novo.
invite-profile = Escrever antes o meu perfil
