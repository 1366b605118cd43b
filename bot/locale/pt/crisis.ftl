# Palavras de crise: primeiro as pessoas. Nunca uma avaliação, nunca uma categoria.
crisis-people = Isso parece muito difícil. Estas pessoas estão aí para você:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-emergency = Se alguém está em perigo agora, ligue para { $phone }.
crisis-anywhere = Para qualquer país: findahelpline.com
crisis-bot = Sou um bot. Não vigio você, ninguém foi avisado, e não guardei nada do que você acabou de escrever.
crisis-rests = Não vou perguntar nada por conta própria até você digitar “retomar”.
crisis-coach = Você quer ajuda para escrever, por sua conta, a { $coach }?
crisis-coach-how = Você poderia enviar isto a { $coach } no chat de vocês ou dizer por telefone, assim ou do seu jeito. Eu não envio nada.
crisis-coach-example = Estou passando por algo muito difícil. Podemos conversar hoje?
crisis-no = Tudo bem. Os números ficam aqui.
