# Cómo responde un coach a lo compartido, y cómo alguien pasa a ser coach.
read-thanks = Leído, gracias
read-from = { $coach } ha leído lo que compartiste y te da las gracias.
read-on-its-way = Le diré a { $client } una sola vez que lo has leído y que le das las gracias: en sus horarios, si entonces puedo. No te diré si he podido.
notes-offer = { $coach } solo puede responderte a través de mí si permites las notas. También puedes dejarlo como está.
notes-offer-yes = Quiero recibir notas

coach-too = Llegaste aquí con un código de tu coach. Lo que escribiste es para quienes acompañan a otras personas. ¿Tú también acompañas a alguien?
coach-too-yes = Sí, también soy coach
coach-too-no = No, no soy coach
coach-too-left = Entonces todo queda como estaba.
invite-profile-first = Antes de darlo, puedes escribir tu perfil: tus clientes lo leen antes de aceptar. Después de algunos cambios tendría que preguntarles otra vez.
invite-profile = Escribir antes mi perfil
