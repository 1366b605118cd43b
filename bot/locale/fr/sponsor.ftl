# Qui paie un accompagnement, et les lignes qu'on lui laisse lire.
agreement-sponsor-none = La personne ou l'organisation qui paie votre accompagnement ne reçoit rien de moi.
agreement-sponsor = Votre accompagnement est payé, d'après ce qui est indiqué, par :
agreement-sponsor-gets = À cette adresse n'arrivent que des lignes que vous avez écrites et approuvées pour cela, et seulement si vous l'autorisez à part.

sponsor-none = Rien n'est indiqué ici sur qui paie votre accompagnement. Et qui paie ne reçoit rien de moi.
sponsor-lines-heading = Lignes pour qui paie
sponsor-line-offer = Leur écrire une ligne
sponsor-line-waiting = Une ligne attend encore de partir. Jusqu'à son départ, vous pouvez la retirer.
sponsor-line-ask =
    Que peut-on y lire ? Une ou deux phrases avec vos mots suffisent. Vous voyez tout le message avant que quoi que ce soit ne parte.
    Si vous le souhaitez, ajoutez combien de séances ont eu lieu.
sponsor-line-sentence = Votre phrase
sponsor-line-suggested = L'accompagnement a lieu.
sponsor-line-sessions = Nombre de séances jusqu'ici (peut rester vide)
sponsor-line-show = Voir le message
sponsor-line-empty = Il me faut une phrase pour cela.
sponsor-line-number = Écrivez le nombre de séances en chiffres, par exemple 6, ou laissez le champ vide.
sponsor-line-leaves = Part au plus tôt le { $day }.
sponsor-line-left = Envoyé par e-mail le { $day }.
sponsor-line-perhaps = Peut-être envoyé par e-mail le { $day }. Je ne peux pas le savoir.
sponsor-line-not-left = Non envoyé.

sponsor-preview-heading = Ce qu'on lirait par e-mail
sponsor-preview-goes = Cela irait à :
sponsor-preview-exact = Exactement ceci, mot pour mot, avec votre nom.
sponsor-preview-group = Le nombre de séances n'y reste que si, d'ici là, au moins { $count ->
        [one] 1 personne, c'est-à-dire vous, a
       *[other] { $count } personnes, vous y compris, ont
    } envoyé une ligne à cette adresse. Sinon, je l'enlève.
sponsor-preview-leaves = Cela partirait au plus tôt le { $day }. Jusque-là, vous pouvez le retirer. Ensuite, c'est dans une boîte aux lettres qui n'est pas la vôtre, et je ne peux pas le récupérer.
sponsor-send = Envoyer exactement ceci
sponsor-drop = Ne pas envoyer
sponsor-dropped = Rien ne sera envoyé, et j'ai effacé cette ligne.
sponsor-on-its-way = Cela part au plus tôt le { $day }. Jusque-là, vous pouvez le retirer.
sponsor-too-late = L'accompagnement se termine avant que cela puisse partir. Je ne l'ai donc pas envoyé.
sponsor-taken-back = C'est retiré. Cela ne partira pas.
sponsor-deleted-here = Je l'ai effacé ici. C'est parti par e-mail le { $day }, ou peut-être. Ce qui se trouve dans une boîte aux lettres, je ne peux pas le récupérer.

# Le message lui-même, lu par quelqu'un qui ne connaît pas ce robot.
sponsor-mail-subject = Une ligne sur un accompagnement
sponsor-mail-from = De la part de { $client }, qui m'a demandé de vous transmettre ceci :
sponsor-mail-sessions = { $count ->
        [one] 1 séance jusqu'ici, selon son propre compte.
       *[other] { $count } séances jusqu'ici, selon son propre compte.
    }
sponsor-mail-decides = { $client } a écrit cela et approuvé ce message mot pour mot. La décision de ce que vous lisez ici appartient à { $client } et peut changer à tout moment.
sponsor-mail-else = Je ne vous transmets rien d'autre, et je ne dis pas s'il existe autre chose.
sponsor-mail-bot = Je suis Handrail, un robot. Les réponses à ce message ne parviennent à personne de l'accompagnement.

# Du côté du coach.
sponsor-coach-ask =
    Si quelqu'un d'autre paie vos accompagnements, vous pouvez l'indiquer ici. Les personnes que vous accompagnez lisent le nom et l'adresse dans l'accord et décident seules de ce qui y est envoyé. Vous n'apprenez pas leur décision.
    Le seul fait d'être indiqué ici ne donne droit à rien.
sponsor-coach-now = Indiqué actuellement :
sponsor-name = Qui paie
sponsor-address = Son adresse e-mail
sponsor-save = Enregistrer
sponsor-remove = N'indiquer personne
sponsor-unreadable = Il me faut un nom sur une seule ligne et une seule adresse e-mail, par exemple people@example.org.
sponsor-saved =
    C'est enregistré. Les personnes que vous accompagnez le lisent dans l'accord.
    À qui avait autorisé des lignes pour une autre adresse, je pose d'abord de nouveau la question.
sponsor-removed = Plus personne n'est indiqué. Plus aucune ligne ne part vers l'adresse d'avant.
sponsor-too-soon = Vous avez changé cela le { $day }. Pour que personne n'ait à répondre sans cesse, vous pourrez le changer de nouveau à partir du { $from }.
sponsor-of-organisation = Les personnes qui me gèrent ont indiqué qui paie, pour tous les accompagnements ici :
hold-lines = Pour qui paie, vous avez écrit :
erased-mailed = Ce qui est parti par e-mail vers qui payait se trouve dans cette boîte aux lettres. On ne peut l'effacer que là-bas.
