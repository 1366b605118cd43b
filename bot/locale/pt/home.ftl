# Uma página sobre si: para clientes, coaches, ambos, ou quem não é nenhum dos dois.
home-heading = Sua página
home-about = Acompanho as pessoas entre as sessões de coaching. Pergunto como vão as coisas nos horários que elas escolhem e só passo adiante o que elas compartilham.
home-nothing-yet = Não escrevo para ninguém por conta própria e só guardo o que você permite.
home-with = Com { $coach }, até { $until }
home-not-agreed = Não há nada combinado aqui agora, então não escrevo por conta própria.
home-stopped = Parei. Não vou escrever por conta própria até você digitar “retomar”.
home-steps = Seus pequenos passos:
home-step-with = Um pequeno passo, com { $coach }
home-wins = O que eu fiz
home-strengths = Meus pontos fortes
home-curve = Minha curva
home-all-steps = Todos os meus passos em aberto
home-coaching = Como coach
home-digest-next = Seu próximo resumo, se algo foi compartilhado: { $when }
home-digest-off = Você só recebe o resumo se pedir.
home-invite = Um código para um cliente
home-clients = Meus clientes
home-digest = O que foi compartilhado
home-card = Meu perfil
home-all = Tudo isto você pode mudar:
home-agreement = Nosso acordo
home-switches = Minhas permissões
home-times = Meus horários
home-pause = Fazer uma pausa…
home-resume = Retomar
home-hold = O que você tem sobre mim?
home-receipt = Meu comprovante
home-erase = Apagar…
home-question = Há uma pergunta em aberto. Você pode responder no chat:
home-shared = { $shares ->
    [one] Uma resposta está compartilhada com seu coach.
   *[other] { $shares } respostas estão compartilhadas com seu coach.
}
home-waiting = { $shares ->
    [one] Uma delas ainda não foi mostrada ao seu coach.
   *[other] { $shares } delas ainda não foram mostradas ao seu coach.
}
coming-step-prompt = { $when }: sobre o seu pequeno passo
coming-later = { $when }: a pergunta que você deixou para depois
coming-session-prep = { $when }: antes da sua sessão
coming-session-after = { $when }: depois da sua sessão
coming-ending = { $when }: um aviso de que seu coaching termina em breve
coming-reminder = { $when }: um lembrete, se até lá você não tiver passado por aqui
