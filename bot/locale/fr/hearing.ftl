# What is said about hearing: asked back, asked once more, undone, asked later.
undone = D'accord, on laisse cela. Rien n'a changé.
undone-nothing = Rien n'est en attente, et rien n'a changé.
did-you-mean = Vouliez-vous dire « { $command } » ?
did-you-mean-not = Si c'était une réponse, renvoyez-la, s'il vous plaît.
consent-doubt = Pour cela, il me faut un oui ou un non clair : je repose donc la question. Rien n'est activé pour l'instant.
consent-left = Je laisse tout en l'état : rien n'a été activé. Vous pouvez changer cela à tout moment dans « { home-switches } ».
or-instead = Ou peut-être :
stop-instead = Ne plus m'écrire
times-instead = Plutôt changer mes horaires
step-instead = Revenir au petit pas
crisis-today = Jusqu'à la fin de la journée, je ne cite et ne garde rien de ce que vous écrivez ici. Les numéros ci-dessus restent là.
later-nothing = Aucune question n'est en attente pour plus tard.
later-not-again = Cette question a déjà été reportée une fois, on en reste donc là. Vous pouvez écrire à tout moment.
later-planned = Je reposerai la question le { $day }, pas avant.
later-today = Je reposerai la question aujourd'hui : { $day }.
later-hello = Vous m'avez demandé d'y revenir :
later-instead = Me reposer la question à ce moment-là
