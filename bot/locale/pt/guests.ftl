# Coaches de fora: um link para entregar, e a primeira visita de quem chega por ele.
guest-link-here = Aqui está um link para um coach que não tem conta aqui:
guest-link-how = Quem passa o link é você; eu não escrevo para ninguém. Ele funciona uma única vez, até { $until }. Quem abre digita o próprio endereço de e-mail e recebe por e-mail como entrar.
guest-link-sees = Ele não mostra nada sobre você, nem o seu nome. Depois, seu coach dá um código a você. Ao digitar o código aqui, você lê o nome e o endereço de e-mail dele antes de aceitar qualquer coisa.
guest-link-end = Fechar o link
guest-links-ended = { $count ->
    [0] Você não tem nenhum link aberto.
    [one] Seu link não abre mais nada.
   *[other] Seus { $count } links não abrem mais nada.
}
guest-links-enough = Nos últimos dias você criou { $count ->
    [one] { $count } link
   *[other] { $count } links
}, e por enquanto não posso fazer mais. Você pode usar um que ainda esteja aberto ou pedir de novo daqui a alguns dias.
guest-no-mail = Aqui seu coach precisa de uma conta própria; ainda não dá para entrar por e-mail. Quem administra este bot pode preparar isso.
guest-my-coach = Meu coach não tem conta aqui
guest-welcome = Você chegou por um link para coaches. Entre as sessões, pergunto aos seus clientes como vão as coisas e só passo a você o que eles compartilham.
guest-keeps = Guardo seu nome e seu endereço de e-mail, para que seus clientes vejam com quem trabalham. Meus e-mails trazem um link e mais nada. Você pode apagar tudo aqui quando quiser.
guest-name = Seu nome, como seus clientes conhecem
guest-begin = Começar
guest-name-missing = Digite o nome pelo qual seus clientes conhecem você.
guest-arrived = Você já pode começar. Para trabalhar com um cliente, crie um código e passe do seu jeito. A pessoa lê seu nome e seu endereço de e-mail, e decide.
guest-given = Se foi um cliente que deu o link a você: não digo quem foi, nem digo a essa pessoa que você está aqui. Um código entregue por você aproxima vocês.
guest-over = Este link já foi usado ou não vale mais. Quem o deu a você pode criar outro.
