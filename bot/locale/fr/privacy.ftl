# Stop, pause, ce qui est gardé, effacer, la fin.
stopped = C'est arrêté. Je ne vous écrirai plus, sauf si vous écrivez « reprendre ». Ce qui n'est pas encore partagé reste à vous. Pour effacer ce que je garde, écrivez « effacer ».
stopped-coach = C'est arrêté. Je ne vous écrirai plus de moi-même. Pour changer cela plus tard, écrivez « mes autorisations ».
stop-sure = Voulez-vous que j'arrête de vous écrire ?
stop-yes = Oui, arrêter
stop-no = Non, continuer
carry-on = Je continue comme avant.
not-stopped-answer = Si c'était une réponse, merci de l'envoyer encore une fois.
resume-nothing = Rien n'est en pause ni arrêté.
resumed = Je reprends. Voici quand je vous écrirai :
resumed-quiet = Me revoilà. Je suis là quand vous m'écrivez.
resume-ask = Me revoilà. Tout est désactivé depuis l'arrêt. Vous pouvez activer ce que vous voulez.
resume-all = Tout comme avant
resume-all-ask = Voici ce qui était activé au moment de l'arrêt. En choisissant « { resume-all } », vous dites oui à chacune de ces autorisations :
resume-all-changed = Celles-ci ont changé depuis, je vous poserai donc la question pour chacune à part : { $purposes }.

pause-ask = Jusqu'à quand ? Par exemple « pause jusqu'à lundi », ou choisissez :
pause-ask-from = À partir du { $first }. Jusqu'à quand ? Par exemple « vendredi », ou choisissez :
pause-days = { $days } jours
pause-weeks = { $weeks ->
    [one] 1 semaine
   *[other] { $weeks } semaines
}
paused = C'est noté, je fais une pause. Je n'écrirai pas avant le { $day }. Écrivez « reprendre » si vous voulez que je revienne plus tôt.
paused-from = C'est noté : je ferai une pause à partir du { $first }. Ensuite, je n'écrirai pas avant le { $day }. Écrivez « reprendre » pour annuler la pause.
pause-past = Le { $day }, c'est aujourd'hui ou c'est déjà passé. Jusqu'à quel jour dois-je faire une pause ?
pause-before = La pause commence le { $first }, elle ne peut donc pas finir le { $day }. Quel jour puis-je écrire de nouveau ?
pause-unreadable = Je n'ai pas pu lire cette date. Vous pouvez écrire « pause jusqu'à lundi » ou « pause jusqu'au 3 décembre ».
pause-far = C'est dans plus d'un an. Préférez-vous écrire « stop » ? Sinon, merci de choisir un jour plus proche.
pause-nothing = Rien n'est prévu, il n'y a donc rien à mettre en pause.

next-heading = Voici quand je vous écrirai :
next-not-delivered = Non remis : mon point d'étape du { $day }. La messagerie ne l'a pas accepté. Il n'attend pas de réponse.

hold-file = Tout recevoir dans un fichier
hold-heading = Ce que je garde sur vous
hold-nothing = Je ne garde rien sur vous, à part l'adresse de cette conversation.
hold-person = Votre nom ici, votre langue ({ $language }) et votre fuseau horaire ({ $zone }), pour pouvoir vous joindre et respecter vos horaires.
hold-engagement = Avec { $coach }, jusqu'au { $until }. Tout cela est effacé au plus tard le { $erased }.
hold-rhythm = Vos horaires :
hold-answers = { $count ->
    [0] Aucune de vos réponses.
    [one] Une réponse :
   *[other] { $count } réponses :
}
hold-steps = { $count ->
    [0] Aucun petit pas.
    [one] Un petit pas :
   *[other] { $count } petits pas :
}
hold-shares = { $count ->
    [0] Rien n'est partagé.
    [one] Une chose est partagée :
   *[other] { $count } choses sont partagées :
}
hold-more = { $count ->
    [one] Et avant cela, encore { $count }.
   *[other] Et avant cela, encore { $count }.
}
hold-share-seen = { $coach } l'a reçu le { $day } :
hold-share-waiting = En attente du prochain récapitulatif adressé à { $coach } :
hold-ledger = Un registre de ce que vous avez autorisé, avec les dates et sans nom : { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
}. Il reste comme preuve après un effacement.
hold-kept = { $days ->
    [0] Je garde tout jusqu'à la fin.
    [one] La durée de conservation que vous avez choisie : { $days } jour.
   *[other] La durée de conservation que vous avez choisie : { $days } jours.
}
hold-deliveries = Les moments où je vous ai écrit ou vous écrirai, sans les mots : { $count ->
    [0] aucun pour l'instant
   *[other] { $count }
}.
hold-coach = Ce que je garde de vous en tant que coach :
hold-chat = Cette conversation elle-même est conservée par { $platform }, pas par moi.

erase-ask = Effacer tout ce que je garde sur vous ? C'est définitif. Vos réponses, vos petits pas et vos horaires disparaissent, et je n'écris plus.
erase-yes = Tout effacer
erase-some = Une partie seulement …
erase-no = Garder
erase-kept = Rien n'a été effacé.
erase-which = Quelle partie ?
erase-part-week = Les 7 derniers jours
erase-part-month = Les 30 derniers jours
erase-part-days = D'autres jours …
erase-part-one = Une réponse …
erase-part-nothing = Je ne garde rien de cette période.
erase-part-yes = Effacer
erase-days = De quel jour à quel jour ? Les deux sont compris.
erase-from = Du
erase-from-example = 3 novembre
erase-to = Au
erase-to-example = hier
erase-days-show = Voir ce qui serait effacé
erase-days-unreadable = Je n'ai pas pu lire ces deux jours. Merci de mettre le plus ancien en premier, et de ne pas choisir de jour à venir.
erase-days-ask = Effacer ce que vous avez écrit du { $first } au { $last } ? C'est définitif.
erase-pick = Laquelle ?
erase-this = Effacer celle-ci ({ $day })
erase-older = { $count ->
    [one] { $count } réponse plus ancienne n'est pas affichée ici. Pour l'effacer, choisissez « { erase-part-days } ».
   *[other] { $count } réponses plus anciennes ne sont pas affichées ici. Pour les effacer, choisissez « { erase-part-days } ».
}
erase-one-ask = Effacer cette réponse ? C'est définitif.
erase-unfinished = Plus personne ne peut lire vos mots : leurs clés sont détruites. Le nettoyage du reste n'a pas abouti à l'instant ; je réessaierai sans que vous ayez à le demander.
erased-heading = C'est effacé
erased-gone = Ont disparu : votre nom, votre adresse, vos horaires, vos réponses et vos petits pas, ainsi que les clés qui permettaient de les lire.
erased-gone-but-coach = Ont disparu : vos réponses, vos petits pas et vos horaires de personne accompagnée, ainsi que les clés qui permettaient de les lire. En tant que coach, vous restez dans mes données : votre nom, votre adresse, votre langue et votre fuseau horaire.
erased-counted = C'était : { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
}, { $steps ->
    [0] aucun petit pas
    [one] { $steps } petit pas
   *[other] { $steps } petits pas
}, { $shares ->
    [0] rien de partagé
    [one] { $shares } chose partagée
   *[other] { $shares } choses partagées
}.
erase-counted = Cela représente : { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
}, { $steps ->
    [0] aucun petit pas
    [one] { $steps } petit pas
   *[other] { $steps } petits pas
}, { $shares ->
    [0] rien de partagé
    [one] { $shares } chose partagée
   *[other] { $shares } choses partagées
}.
erased-part-keys = Les clés qui permettaient de le lire sont détruites. Tout ce que vous avez gardé par ailleurs est toujours ici.
erased-backups = Une sauvegarde faite auparavant ne peut être lue que par quelqu'un qui a aussi les clés et la clé principale de ce moment-là. Les personnes qui me gèrent détruisent ces copies au plus tard le { $day }.
erased-backups-later = Une sauvegarde faite auparavant ne peut être lue qu'avec les clés de ce moment-là. Les copies de ces clés ne serviront plus à rien une fois que les personnes qui me gèrent auront de nouveau changé la clé principale à la main. Les sauvegardes sont détruites au plus tard le { $day }.
erased-proof = Ce qui reste comme preuve : { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
} sur ce que vous avez autorisé, avec les dates et sans votre nom.
erased-proof-damaged = Une partie de cette preuve était abîmée, et je n'ai pas pu la compter. Tout le reste est bien effacé.
erased-coach = Ce que vous aviez partagé a été montré à { $coach }, pour la première fois le { $day }. Je le retire maintenant de mes messages ; mais ce qui a déjà été lu ou copié, je ne peux pas le retirer.
erased-name = Mes messages précédents à { $coach } montrent peut-être encore votre nom. Ils restent dans cette conversation-là.
erased-chat-other-all = Je supprime mes propres messages ici, là où la messagerie me le permet. Ce que vous avez écrit vous-même y reste jusqu'à ce que vous le supprimiez. Votre organisation en a peut-être des copies, qu'elle seule peut supprimer.
erased-chat-other-part = Je supprime ici mes propres messages à ce sujet, là où la messagerie me le permet. Ce que vous avez écrit vous-même y reste jusqu'à ce que vous le supprimiez. Votre organisation en a peut-être des copies, qu'elle seule peut supprimer.
erased-chat-other-kept = Je supprime ici mes propres messages à ce sujet, là où la messagerie me le permet. Le reste de cette conversation demeure dans la messagerie jusqu'à ce qu'il y soit supprimé. Votre organisation en a peut-être des copies, qu'elle seule peut supprimer.
erased-again = Pour recommencer, écrivez un code.

ending-heading = La fin approche
ending-body = Votre accompagnement avec { $coach } prend fin le { $until }. Ce que j'ai gardé pour vous est effacé au plus tard le { $erased }.
ending-today-heading = C'est le dernier jour
ending-today = C'est aujourd'hui le dernier jour de votre accompagnement avec { $coach }. Ce que j'ai gardé pour vous est effacé au plus tard le { $erased }.
ending-goes = Cela représente : { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
}, { $steps ->
    [0] aucun petit pas
    [one] { $steps } petit pas
   *[other] { $steps } petits pas
}, et vos horaires. Ce que vous avez partagé reste dans la conversation de votre coach, sauf si vous le retirez avant.
platform-other = la messagerie
stopped-still = J'ai tout arrêté, je n'ai donc rien gardé de cela. Pour recommencer, écrivez « reprendre ».
resume-first = J'ai tout arrêté, rien n'est donc transmis. Pour recommencer, écrivez « reprendre ».
