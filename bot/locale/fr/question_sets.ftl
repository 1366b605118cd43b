# Paths, sets around sessions, and a word to a coach about how a question asks.
paths-open = Parcours …
paths-heading = Parcours
paths-hint = Un parcours, ce sont quelques questions qui vont ensemble, environ une par semaine. Vous pouvez le quitter à tout moment.
path-chosen = Vous suivez maintenant le parcours « { $title } ». Voici ses questions :
path-chosen-how = Je les pose une à une, environ une par semaine, à la place d'une autre question. Vous pouvez en passer.
path-next = Vous suivez le parcours « { $title } ». Prochaine question : la { $number } sur { $most }.
path-at-end = Vous suivez le parcours « { $title } ». Avec vos choix, il n'y reste rien à demander.
path-place = { $title } : question { $number } sur { $most }
path-leave = Quitter ce parcours
path-left = Vous avez quitté le parcours. Vos réponses restent comme elles sont.

questions-look = Voir : { $title }
more-after-tap = { $question } Une phrase suffit, si vous voulez.
after-hello = Après votre séance, une question si vous voulez.

asks-look = Avant d'enregistrer, un mot sur la façon de demander :
asks-hostile = Cela pourrait blesser à la lecture, alors je ne l'enregistre pas. Plus bienveillant : « Qu'est-ce qui a rendu cela difficile ? »
asks-blaming = On dirait que c'est la faute de quelqu'un, alors je ne l'enregistre pas. Au lieu de « Pourquoi oubliez-vous toujours cela ? », vous pourriez demander : « Qu'est-ce qui vous aiderait à y penser ? »
asks-leading = Votre propre réponse est déjà dans cette question. Plus ouvert : « Comment voyez-vous cela ? »
asks-double = Cela demande deux choses à la fois. Une seule, c'est plus facile.
asks-field = Vos questions
asks-save-changed = Enregistrer
asks-save-as-it-is = Enregistrer ainsi
