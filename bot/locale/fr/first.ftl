# La première conversation : deux questions légères, et une réponse claire à une inquiétude.
first-offer = Deux premières questions
first-hope = Qu'en espérez-vous ?
first-worry = Y a-t-il quelque chose qui vous inquiète là-dedans ?
first-hint = Avec vos mots, si vous voulez. Vous pouvez aussi passer.
first-done = C'est tout ce que je voulais demander pour l'instant.
worry-sees = Qui voit quoi : { $coach } ne lit que ce que vous avez vu avant et partagé, mot pour mot. Personne n'apprend quand vous répondez, ni si vous répondez.
worry-kept = Les choix et formulaires en disent moins que les mots. Je ne garde que ce que vous autorisez, chiffré.
worry-stop = Vous pouvez partir à tout moment : « pause jusqu'à lundi », « stop », ou « effacer » pour tout.
