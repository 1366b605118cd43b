# Palavras de crise: primeiro as pessoas. Nunca uma avaliação, nunca uma categoria.
crisis-people = Isso parece muito difícil. Estas pessoas podem escutar você:
crisis-harm = Antes que alguém se machuque, você pode conversar com alguém. Estas pessoas escutam:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-home = Se alguém machuca você em casa:
crisis-emergency = Se alguém está em perigo agora, ligue para { $phone }.
crisis-anywhere = Para qualquer país: findahelpline.com
crisis-bot = Sou um bot. Ninguém acompanha esta conversa, ninguém foi avisado, e não guardei nada do que você acabou de escrever.
crisis-rests = Não vou escrever por conta própria até você escolher “{ crisis-go-on }” ou digitar “retomar”.
crisis-go-on = Continuar como antes
crisis-still = Não guardo nada disto nem repasso a ninguém. Estas pessoas podem escutar você: { $people }. Se alguém está em perigo agora: { $phone }.
crisis-quiet = Caso este momento esteja difícil, estas pessoas podem escutar você: { $people }. Se alguém está em perigo agora: { $phone }.
crisis-coach = Você quer ajuda para escrever diretamente a { $coach }?
crisis-coach-how = Você poderia enviar isto a { $coach } no chat de vocês ou dizer por telefone, assim ou do seu jeito. Eu não envio nada.
crisis-coach-example = Estou passando por algo muito difícil. Podemos conversar hoje?
crisis-no = Tudo bem. Os números ficam aqui.
