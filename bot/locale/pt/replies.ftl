# Respostas numa conversa à parte, respostas num formulário e um emoji ao lado de uma pergunta.
reaction-met = Vejo que você colocou um emoji ali, mas não consigo ler isso como resposta. Uma palavra ou um botão chega até mim. Nenhum dos dois é necessário.
digest-replied = Não passei isto a ninguém e não guardei. Se for para alguém, posso levar uma nota:
digest-replied-only = Não passei isto a ninguém e não guardei.
answer-in-form = Responder num formulário
apart-ask = O que você escrever neste formulário não aparece na nossa conversa, a menos que você peça para ver ou compartilhe.
apart-words = Sua resposta
apart-send = Enviar
apart-kept = Recebi sua resposta do formulário.
apart-not-kept = Li sua resposta do formulário. Não a guardei.
home-hello = Olá. Sou o Handrail, um bot.
home-code-ask = Se você recebeu um código do seu coach, pode digitar aqui. Eu respondo na nossa conversa.
home-code = Seu código
home-code-send = Usar este código
home-coach = Sou coach
code-unreadable = Isso não parece um código. Um código tem doze letras e números, como o seu coach passou para você.
