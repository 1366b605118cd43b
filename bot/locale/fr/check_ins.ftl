# Demander, écouter, partager.
check-in-hello = Bonjour. Un moment pour vous, si vous voulez.
scale-ends = 1 : { $low }. 5 : { $high }.
question-by-coach = Votre coach demande :
question-step = { $count ->
    [one] Vous aviez prévu ceci :
   *[other] Vous aviez prévu ceci, un pas après l'autre :
}
question-step-ask = Comment ça s'est passé ?
check-in-hint = Choisissez une réponse, ou écrivez avec vos mots. Vous pouvez aussi passer.
mark-done = Fait
mark-partly = En partie
mark-not-yet = Pas encore
mark-1 = 1
mark-2 = 2
mark-3 = 3
mark-4 = 4
mark-5 = 5
another = Une autre question
another-none = C'était la dernière pour l'instant.
pass = Passer
passed = C'est très bien ainsi. À la prochaine fois.
check-in-old = Cette question date du { $day }, je la laisse donc telle quelle. Si quelque chose vous occupe maintenant, écrivez-le simplement.

you-wrote = Vous avez écrit :
you-tapped = Vous avez choisi :
what-becomes = Qu'en faisons-nous ?
keep-private = Garder pour moi
share = Partager avec { $coach }
dont-keep = Ne pas garder
kept = C'est gardé jusqu'au { $until }, et ce n'est pas partagé.
not-kept = Rien n'est gardé. J'ai supprimé ma copie.
kept-nothing = Je ne l'ai pas gardé. Si vous voulez que je garde ces réponses, pour vous ou pour partager, dites-le :
allow-keeping = Me demander pour garder
edited = C'est à jour. On lit maintenant :
removed = Vous avez supprimé ce message, j'ai donc supprimé ma copie.
ended-own-message = Si vous l'avez écrit comme message dans cette conversation, ce message y reste jusqu'à ce que vous le supprimiez.
ended-quotes = Mes propres messages ici qui le citent partent aussi, là où la messagerie me le permet.
tap-changed = Votre choix précédent est supprimé.
edited-unknown = Je n'ai plus rien de ce message, votre modification ne change donc rien ici. Si vous voulez me dire quelque chose, écrivez-le simplement à nouveau.
edited-gone = J'ai supprimé ce que disait votre message avant, ainsi que mes propres messages ici qui le citent, là où la messagerie me le permet.

preview-heading = Ce que { $coach } lirait
preview-hint = Exactement ceci, mot pour mot, avec votre nom.
preview-approve = Partager exactement ceci
preview-decline = Ne pas partager
preview-changed = Cela a changé depuis l'aperçu. Voici le texte actuel.
shared = Approuvé. { $coach } le recevra avec le prochain récapitulatif, et pas avant. D'ici là vous pouvez le reprendre.
take-back = Reprendre
taken-back = C'est repris. { $coach } ne le recevra pas.
taken-back-late = { $coach } a pu le lire le { $day }. Je le retire maintenant de mes messages ; ce qui a été lu ou copié, je ne peux pas le reprendre.
form-words = { $day }, avec ses mots
form-question = { $day }, sur « { $question } »
body-scale = { $mark } ({ $low } … { $high })
form-step = { $day }, sur un petit pas

seen-heading = Ce qui est partagé, et qui a pu le lire
seen-none = Rien de vous n'est partagé, et personne n'a rien vu.
seen-by = { $coach } a pu le lire le { $day }.
seen-not-yet = { $coach } n'a pas encore pu le lire.
seen-nobody-else = Personne d'autre ne peut le lire ici.
