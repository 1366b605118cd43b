# Coaches de fuera: un enlace para entregar, y la primera visita de quien llega con él.
guest-link-here = Aquí tienes un enlace para un coach que no tiene cuenta aquí:
guest-link-how = Dáselo tú; yo no le escribo a nadie. Funciona una sola vez, hasta el { $until }. Quien lo abre escribe su propia dirección de correo y recibe por correo cómo entrar.
guest-link-sees = No muestra nada sobre ti, ni siquiera tu nombre. Después tu coach te da un código. Cuando lo escribas aquí, leerás su nombre y su dirección de correo antes de aceptar nada.
guest-link-end = Cerrar el enlace
guest-links-ended = { $count ->
    [0] No tienes ningún enlace abierto.
    [one] Tu enlace ya no abre nada.
   *[other] Tus { $count } enlaces ya no abren nada.
}
guest-links-enough = En los últimos días has creado { $count ->
    [one] 1 enlace
   *[other] { $count } enlaces
}, y por ahora no puedo hacer más. Puedes usar uno que siga abierto o pedirme otro dentro de unos días.
guest-no-mail = Aquí tu coach necesita una cuenta propia; todavía no se puede entrar por correo. Quien me gestiona puede prepararlo.
guest-my-coach = Mi coach no tiene cuenta aquí
guest-welcome = Has llegado con un enlace para coaches. Entre sesiones pregunto a tus clientes cómo va todo, y solo te paso lo que comparten.
guest-keeps = Guardo tu nombre y tu dirección de correo, para que tus clientes vean con quién trabajan. Mis correos llevan un enlace y nada más. Aquí puedes borrarlo todo en cualquier momento.
guest-name = Tu nombre, como lo conocen tus clientes
guest-begin = Empezar
guest-name-missing = Escribe el nombre por el que te conocen tus clientes.
guest-arrived = Ya puedes empezar. Para trabajar con un cliente, crea un código y dáselo tú. Esa persona lee tu nombre y tu dirección de correo, y decide.
guest-given = Si el enlace te lo dio un cliente: no te digo quién fue, ni le digo que estás aquí. Un código que le des os pondrá en contacto.
guest-over = Este enlace ya se usó o ha dejado de funcionar. Quien te lo dio puede crear otro.
