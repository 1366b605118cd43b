# Retrouver ses propres mots, et les emporter comme une lettre à soi.
found-heading = Voici ce que j'ai trouvé dans vos mots
found-near = Pas exactement ces mots, mais quelque chose de proche
found-none = Je n'ai rien trouvé à ce sujet dans ce que je garde pour vous. Essayez peut-être un autre mot, un jour ou un mois : « mes mots mars ».
letter-button = Sous forme de lettre à moi
letter-here = Voici votre lettre. Elle s'ouvre dans n'importe quel navigateur, et vous pouvez l'imprimer de là.
letter-label = Une lettre à moi
letter-none = Il n'y a encore rien ici qui puisse entrer dans une lettre.
letter-title = Une lettre à moi
letter-intro = Ce que vous avez gardé ici, avec vos propres mots, semaine après semaine. Lettre faite le { $day }, rien que pour vous : toute personne qui a ce fichier peut le lire.
letter-week = Semaine du { $day }
letter-step = Un petit pas
letter-step-done = Un petit pas, accompli
