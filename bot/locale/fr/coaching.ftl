# Ce que lit un coach.
invite-code = Voici un code à remettre :
invite-how = Il sert jusqu'au { $expires }, à toute personne qui l'a. L'accompagnement irait jusqu'au { $until }. Remettez-le avec vos mots, par exemple :
invite-example =
    Entre nos séances, vous pouvez utiliser Handrail, si vous voulez. Écrivez-lui ce code : { $code }
    Vous choisissez ce qu'il demande, quand, et ce que je vois. Si vous préférez ne pas le faire, c'est très bien, et on ne me le dira pas.
invite-nothing-sent = Je n'envoie rien à la personne, et je ne vous dis pas si le code a servi, ni à qui.
invite-weeks = { $weeks ->
    [one] Un code pour { $weeks } semaine
   *[other] Un code pour { $weeks } semaines
}
digest-yes = Oui, une fois par semaine
digest-no = Non, je demanderai
digest-on = Bien. Il vient quand quelque chose a été partagé : { $day }, entre { $from } et { $to }. Écrivez « récapitulatif » pour le voir à tout moment.
digest-when = Un autre jour ou une autre heure …
digest-when-ask = Quand le récapitulatif doit-il venir ?
digest-day = Jour
digest-save = Enregistrer
digest-off = Pas de récapitulatif, donc. Écrivez « récapitulatif » quand vous voulez voir ce qui a été partagé.
digest-heading = Partagé avec vous
digest-from = { $client }
digest-bring = Pour votre séance
digest-someone = Une personne que vous accompagnez
digest-more = { $count ->
    [one] Encore un élément attend.
   *[other] Encore { $count } éléments attendent.
}
digest-show-more = Montrer la suite
digest-end = Chaque personne l'a vu avant et approuvé pour vous.
digest-empty = Rien de nouveau n'a été partagé avec vous. Cela ne dit rien de personne.
digest-not-delivered = Non remis : votre récapitulatif du { $day }. Cette messagerie ne l'a pas pris. Voici ce qui peut encore en être lu.
digest-earlier = Partagé auparavant
coach-only = « { $command } » est pour les coachs. Écrivez « inviter » si vous accompagnez quelqu'un.
digest-state-on = Votre récapitulatif vient quand quelque chose a été partagé : { $day }, entre { $from } et { $to }.
digest-turn-off = Arrêter le récapitulatif
digest-waiting = Quelqu'un a partagé quelque chose avec vous.
digest-open = Ouvrir
digest-gone = Il n'y a plus rien à lire ici.
digest-taken-back = Quelque chose qui se trouvait ici a été repris.

coaches-ask = Ici, les personnes qui me gèrent décident de qui fait du coaching. Si vous accompagnez quelqu'un, donnez-leur la ligne ci-dessous. Je ne transmets rien de moi-même.
coaches-off = Pour l'instant, vous ne faites pas partie des personnes qui font du coaching ici. Rien de ce qui est partagé ne vous est montré, et vos codes n'ouvrent rien. Vous pouvez mettre fin à tous vos accompagnements, demander ce que je garde, ou écrire « effacer ».
invite-enough = Je peux vous donner { $count ->
    [one] { $count } code
   *[other] { $count } codes
} par jour, et c'est atteint pour aujourd'hui. Un code sert à plus d'une personne : un code précédent peut donc suffire. Demain, il pourra y en avoir d'autres.
share-waits = Pour l'instant, votre coach ne fait pas partie des personnes qui font du coaching ici. Jusqu'à ce que cela change, rien de ce que vous partagez ne lui est montré.
