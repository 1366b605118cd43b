# Paths, sets around sessions, and a word to a coach about how a question asks.
paths-open = Parcours …
paths-heading = Parcours
paths-hint = Un parcours, ce sont quelques questions qui vont ensemble, environ une par semaine. Vous pouvez le quitter à tout moment.
path-chosen = Vous suivez maintenant le parcours « { $title } ». Voici ses questions :
path-chosen-how = Je les pose une à une, environ une par semaine, à la place d'une autre question. Vous pouvez toujours passer.
path-next = Vous suivez le parcours « { $title } ». La prochaine question est la numéro { $number } sur { $most }.
path-at-end = Vous suivez le parcours « { $title } ». Avec vos choix, il n'y a plus de question à vous poser.
path-place = { $title } : question { $number } sur { $most }
path-leave = Quitter ce parcours
path-left = Vous avez quitté le parcours. Vos réponses restent telles quelles.

questions-look = Voir : { $title }
more-after-tap = { $question } Une phrase suffit, si vous voulez.
after-hello = Après votre séance, une question si vous voulez.

asks-look = Avant d'enregistrer, une remarque sur la formulation :
asks-hostile = Cela pourrait blesser la personne qui le lira, je ne l'enregistre donc pas. Une formulation plus bienveillante : « Qu'est-ce qui a rendu cela difficile ? »
asks-blaming = Cette question laisse entendre que c'est la faute de quelqu'un, je ne l'enregistre donc pas. Au lieu de « Pourquoi n'êtes-vous jamais à l'heure ? », vous pourriez demander : « Qu'est-ce qui vous aiderait à commencer à l'heure ? »
asks-leading = Votre propre réponse est déjà dans cette question. Une formulation plus ouverte : « Comment voyez-vous les choses ? »
asks-double = Cela demande deux choses à la fois. Il est plus facile de répondre à une seule.
asks-field = Vos questions
asks-save-changed = Enregistrer
asks-save-as-it-is = Enregistrer tel quel
