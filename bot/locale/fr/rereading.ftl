# Retrouver ses propres mots, et les emporter comme une lettre à soi.
found-heading = Ce que j'ai trouvé dans vos mots
found-near = Rien ne contient exactement ces mots, mais ceci s'en approche
found-none = Je n'ai rien trouvé à ce sujet dans ce que je garde pour vous. Un autre mot y mènera peut-être, ou bien un jour ou un mois : « mes mots mars ».
letter-button = En faire une lettre à moi-même
letter-here = Voici votre lettre. Elle s'ouvre dans n'importe quel navigateur, d'où vous pouvez l'imprimer.
letter-label = Une lettre à moi-même
letter-none = Je ne garde encore rien de vous qui pourrait figurer dans une lettre.
letter-title = Une lettre à moi-même
letter-intro = Ce que vous avez gardé ici, avec vos propres mots, semaine après semaine. Lettre faite le { $day }, rien que pour vous ; quiconque a ce fichier peut le lire.
letter-week = Semaine du { $day }
letter-step = Un petit pas
letter-step-done = Un petit pas, fait
