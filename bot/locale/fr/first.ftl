# La première conversation : deux questions légères, et une réponse claire à une inquiétude.
first-offer = Deux premières questions
first-hope = Qu'espérez-vous de cet accompagnement ?
first-worry = Y a-t-il quelque chose qui vous inquiète à ce sujet ?
first-hint = Répondez avec vos mots, ou passez. Les deux conviennent.
first-done = C'est tout ce que je voulais vous demander pour l'instant.
worry-sees = { $coach } ne lit que ce que vous avez relu et partagé, mot pour mot. Personne n'apprend quand vous répondez, ni si vous répondez.
worry-kept = Ici, choisir une réponse ou remplir un formulaire en dit moins qu'écrire. Je ne garde que ce que vous autorisez, et c'est chiffré.
worry-stop = Vous pouvez partir à tout moment : écrivez « pause jusqu'à lundi », « stop », ou « effacer » pour tout effacer.
