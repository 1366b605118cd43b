# What the organisation's policy says, as a client reads it when they ask (bot/messages/overview/policy.py).
policy-show = O que foi decidido aqui?
policy-heading = O que a sua organização decidiu sobre este bot
policy-runs = A sua organização administra este bot: { $by }
policy-runs-unnamed = A sua organização administra este bot. Nenhum nome está indicado aqui.
policy-contact = Para falar com quem administra este bot: { $by }
policy-dpo = Para falar com a pessoa encarregada da proteção de dados: { $by }
policy-all = Você pode escolher entre tudo o que sei fazer.
policy-some = Você pode escolher entre: { $purposes }.
policy-not = Aqui não é possível: { $purposes }.
policy-grace = { $days ->
    [0] Quando um coaching termina, apago no dia seguinte o que pertence a ele.
    [one] Quando um coaching termina, apago em 1 dia o que pertence a ele.
   *[other] Quando um coaching termina, apago em até { $days } dias o que pertence a ele.
}
policy-coaches-everyone = Aqui qualquer pessoa pode atuar como coach.
policy-coaches-approval = Aqui, quem administra este bot decide, pessoa por pessoa, quem pode atuar como coach.
policy-coaches-listed = Aqui só pode atuar como coach quem está em uma lista da sua organização.
policy-coaches-mail = Quem atua como coach por e-mail tem um endereço de { $by }.
policy-group = { $count ->
    [one] Quem paga o coaching lê o número de sessões a partir de 1 pessoa.
   *[other] Quem paga o coaching lê o número de sessões só a partir de { $count } pessoas.
}
policy-workspaces = Trabalho só nos espaços de trabalho que a sua organização escolheu.
policy-languages = Escrevo nestes idiomas: { $languages }.
policy-yours = Nada disso ativa coisa alguma. Faço só aquilo a que você disse sim, e você pode dizer não ou parar a qualquer momento.

policy-off = No momento a sua organização não permite isso, por isso não posso ativar. Todo o resto fica como está.
policy-workspace = A sua organização não escolheu este espaço de trabalho para este bot, por isso nada pode começar aqui.
unsent-policy = Não enviado: { $things }. No momento a sua organização não permite.
