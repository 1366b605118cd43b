# Stop, pause, ce qui est gardé, effacer, la fin.
stopped = Arrêté. Je ne vous écrirai plus, sauf si vous écrivez « reprendre ». Ce qui n'était pas encore partagé reste à vous. Pour effacer ce que je garde, écrivez « effacer ».
stopped-coach = Arrêté. Je ne vous écrirai plus de moi-même. Pour changer cela plus tard, écrivez « mes autorisations ».
stop-sure = Vouliez-vous dire que je ne dois plus vous écrire ?
stop-yes = Oui, stop
stop-no = Non, continuer
carry-on = Tout continue comme avant.
not-stopped-answer = Si c'était une réponse, renvoyez-la encore une fois, s'il vous plaît.
resume-nothing = Rien n'est en pause ni arrêté.
resumed = Je reprends. J'écrirai :
resumed-quiet = Je reprends. Je suis là quand vous écrivez.
resume-ask = Je reprends. Tout est désactivé depuis l'arrêt. Activez ce que vous voulez.
resume-all = Tout comme avant
resume-all-ask = Voici ce qui était activé au moment de l'arrêt. Avec « { resume-all } », vous dites oui à chacun de ces points :
resume-all-changed = Le texte a changé depuis pour ces points, je les demande donc un par un : { $purposes }.

pause-ask = Jusqu'à quand ? Par exemple « pause jusqu'à lundi », ou choisissez :
pause-ask-from = À partir du { $first }. Jusqu'à quand ? Par exemple « vendredi », ou choisissez :
pause-days = { $days } jours
pause-weeks = { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
}
paused = En pause. Je n'écrirai pas avant le { $day }. Écrivez « reprendre » pour revenir plus tôt.
paused-from = C'est noté : pause à partir du { $first }. Dès ce jour, je n'écrirai pas avant le { $day }. Écrivez « reprendre » pour l'annuler.
pause-past = Le { $day }, c'est aujourd'hui ou déjà passé. Jusqu'à quel jour dois-je faire une pause ?
pause-before = Le { $day } n'est pas après le { $first }. À partir de quel jour puis-je écrire de nouveau ?
pause-unreadable = Je n'ai pas pu lire cette date. Vous pouvez écrire « pause jusqu'à lundi » ou « pause jusqu'au 3 décembre ».
pause-far = C'est dans plus d'un an. « stop » vous conviendrait-il mieux ? Sinon donnez-moi un jour plus proche.
pause-nothing = Rien n'est prévu qui puisse être mis en pause.

next-heading = J'écrirai :
next-not-delivered = Non remis : ma question du { $day }. Cette messagerie ne l'a pas prise. Elle n'attend pas de réponse.

hold-file = Tout cela en fichier
hold-heading = Ce que je garde sur vous
hold-nothing = Je ne garde rien sur vous, sauf l'adresse de cette conversation.
hold-person = Votre nom ici, votre langue ({ $language }) et votre fuseau horaire ({ $zone }), pour vous joindre et respecter vos horaires.
hold-engagement = Avec { $coach }, jusqu'au { $until }. Tout est effacé d'ici le { $erased }.
hold-rhythm = Vos horaires : { $times }.
hold-answers = { $count ->
    [0] Aucune de vos réponses.
    [one] Une réponse :
   *[other] { $count } réponses :
}
hold-steps = { $count ->
    [0] Aucun pas.
    [one] Un pas :
   *[other] { $count } pas :
}
hold-shares = { $count ->
    [0] Rien n'est partagé.
    [one] Une chose est partagée :
   *[other] { $count } choses sont partagées :
}
hold-more = { $count ->
    [one] Et { $count } plus ancienne.
   *[other] Et { $count } plus anciennes.
}
hold-share-seen = { $coach } l'a reçu le { $day } :
hold-share-waiting = En attente du prochain récapitulatif de { $coach } :
hold-ledger = Un registre de ce que vous avez autorisé et quand, sans nom : { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
}. Il reste comme preuve après un effacement.
hold-kept = { $days ->
    [0] Votre propre durée de conservation : jusqu'à la fin.
    [one] Votre propre durée de conservation : { $days } jour.
   *[other] Votre propre durée de conservation : { $days } jours.
}
hold-deliveries = Quand je vous ai écrit ou vous écrirai, sans les mots : { $count ->
    [0] rien encore
   *[other] { $count } fois
}.
hold-coach = De vous comme coach, je garde :
hold-chat = Cette conversation elle-même est conservée par { $platform }, pas par moi.

erase-ask = Effacer tout ce que je garde sur vous ? C'est définitif. Vos réponses, pas et horaires disparaissent, et je n'écris plus.
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
erase-days = De quel jour à quel jour ? Les deux comptent.
erase-from = Du
erase-from-example = 3 novembre
erase-to = Au
erase-to-example = hier
erase-days-show = Montrer ce qui disparaît
erase-days-unreadable = Je n'ai pas pu lire ces deux jours. Le plus ancien vient d'abord, et aucun ne peut être à venir.
erase-days-ask = Effacer ce que vous avez écrit du { $first } au { $last } ? C'est définitif.
erase-pick = Laquelle ?
erase-this = Effacer celle-ci ({ $day })
erase-older = { $count ->
    [one] { $count } plus ancienne n'est pas affichée ici. Pour l'effacer, choisissez « { erase-part-days } ».
   *[other] { $count } plus anciennes ne sont pas affichées ici. Pour les effacer, choisissez « { erase-part-days } ».
}
erase-one-ask = Effacer cette réponse ? C'est définitif.
erase-unfinished = Plus personne ne peut lire vos mots : leurs clés sont détruites. Le rangement du reste n'a pas abouti à l'instant, et continue de lui-même.
erased-heading = Effacé
erased-gone = Disparus : votre nom, adresse, horaires, réponses et pas, et les clés qui permettraient de les lire.
erased-gone-but-coach = Disparus : vos réponses, pas et horaires de personne accompagnée, et les clés qui permettraient de les lire. En tant que coach vous restez connu ici : votre nom, votre adresse, votre langue et votre fuseau horaire.
erased-counted = C'était : { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
}, { $steps ->
    [0] aucun pas
   *[other] { $steps } pas
}, { $shares ->
    [0] rien de partagé
    [one] { $shares } élément partagé
   *[other] { $shares } éléments partagés
}.
erase-counted = C'est : { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
}, { $steps ->
    [0] aucun pas
   *[other] { $steps } pas
}, { $shares ->
    [0] rien de partagé
    [one] { $shares } élément partagé
   *[other] { $shares } éléments partagés
}.
erased-part-keys = Les clés qui permettraient de le lire sont détruites. Ce que vous avez gardé par ailleurs est toujours ici.
erased-backups = Une sauvegarde d'avant ne peut se lire qu'avec les clés et la clé principale de ce moment-là, si quelqu'un les a gardées. Les personnes qui me gèrent détruisent ces copies d'ici le { $day }.
erased-backups-later = Une sauvegarde d'avant ne peut se lire qu'avec les clés de ce moment-là. Les copies de ces clés ne serviront plus dès que les personnes qui me gèrent auront changé la clé principale à la main. Les sauvegardes sont détruites d'ici le { $day }.
erased-proof = Il reste comme preuve : { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
} de ce que vous avez autorisé et quand, sans votre nom.
erased-proof-damaged = Une partie de cette preuve était abîmée, je n'ai pas pu la compter. Le reste a bien été effacé.
erased-coach = { $coach } a pu lire ce que vous aviez partagé, la première fois le { $day }. Je le retire maintenant de mes messages ; ce qui a été lu ou copié, je ne peux pas le reprendre.
erased-name = Mes messages précédents à { $coach } montrent peut-être encore votre nom. Ils restent dans cette conversation-là.
erased-chat-other-all = J'efface mes propres messages ici, là où la plateforme de messagerie me le permet. Ce que vous avez écrit y reste jusqu'à ce que vous l'effaciez. Votre organisation en a peut-être des copies, qu'elle seule peut effacer.
erased-chat-other-part = J'efface mes propres messages à ce sujet, là où la plateforme de messagerie me le permet. Ce que vous avez écrit y reste jusqu'à ce que vous l'effaciez. Votre organisation en a peut-être des copies, qu'elle seule peut effacer.
erased-chat-other-kept = J'efface mes propres messages à ce sujet, là où la plateforme de messagerie me le permet. Le reste de cette conversation demeure sur la plateforme de messagerie jusqu'à ce qu'il y soit effacé. Votre organisation en a peut-être des copies, qu'elle seule peut effacer.
erased-again = Pour recommencer, écrivez un code.

ending-heading = Nous arrivons bientôt à la fin
ending-body = Votre temps avec { $coach } prend fin le { $until }. Ce que j'ai gardé pour vous est effacé d'ici le { $erased }.
ending-today-heading = C'est le dernier jour
ending-today = Votre temps avec { $coach } prend fin aujourd'hui. Ce que j'ai gardé pour vous est effacé d'ici le { $erased }.
ending-goes = C'est { $answers ->
    [0] aucune réponse
    [one] { $answers } réponse
   *[other] { $answers } réponses
}, { $steps ->
    [0] aucun pas
   *[other] { $steps } pas
}, et vos horaires. Ce que vous avez partagé reste dans la conversation de votre coach, sauf si vous le reprenez avant.
platform-other = la plateforme de messagerie
stopped-still = Je suis arrêté, je n'ai donc rien gardé de cela. Pour recommencer, écrivez « reprendre ».
resume-first = Je suis arrêté, rien n'est donc transmis. Pour recommencer, écrivez « reprendre ».
