# One client as their coach sees them, and the end of it.
clients-type = Ou écrivez un nom, pour voir ce que cette personne a partagé.
clients-pick = Client ou cliente
clients-pick-open = Ouvrir
client-until = Votre accompagnement ici va jusqu'au { $until }.
client-next = Prochaine séance : { $moment }
client-since = Depuis votre séance du { $day }
client-before = Avant votre séance du { $day }
client-noted = Vous avez noté ceci pour en parler.
client-nothing = Il n'y a rien à lire ici de cette personne en ce moment. Cela ne dit rien d'elle.
client-which = Plusieurs personnes portent ce nom. De qui parlez-vous ?
client-unknown = Sous ce nom, il n'y a rien que je puisse vous montrer. Cela ne dit rien de personne.
client-brief = Pour la séance …
goodbye =
    Votre accompagnement avec { $coach } est terminé ici : { $coach } y a mis fin. Je ne vous écrirai plus à ce sujet.
    Ce que j'ai gardé reste à vous jusqu'au { $erased }. Vous pouvez l'emporter, ou écrire « effacer ». Pour toute question à ce sujet, le mieux est d'en parler avec { $coach }.
goodbye-gone =
    Votre accompagnement est terminé ici : je n'ai plus accès à l'espace de travail de votre coach. Je ne vous écrirai plus à ce sujet.
    Ce que j'ai gardé reste à vous jusqu'au { $erased }. Vous pouvez l'emporter, ou écrire « effacer ».
client-suggest = Proposer des questions …
client-suggest-which = Quelles questions proposez-vous à { $client } ? L'origine de la proposition est indiquée, et { $client } décide.
client-suggested = Je poserai à { $client } les questions de « { $title } », sauf autre choix de sa part. Il est indiqué que la proposition vient de vous, et cela peut changer à tout moment. Je ne vous dis pas ce choix.
more-own = Qu'est-ce qui fait que c'est { $mark } ?
client-numbered = { $client } ({ $number })
