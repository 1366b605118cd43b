# Ce que lit un coach.
invite-code = Voici un code pour une personne que vous accompagnez :
invite-how = Il est valable jusqu'au { $expires }, pour toute personne qui l'a. Votre accompagnement ici irait jusqu'au { $until }. Transmettez-le avec vos mots, par exemple :
invite-example =
    Entre nos séances, vous pouvez utiliser Handrail, si vous voulez. Écrivez-lui ce code : { $code }
    Vous choisissez ce qu'il demande, quand, et ce que je peux voir. Si vous préférez ne pas le faire, c'est très bien, et je n'en saurai rien.
invite-nothing-sent = Je n'envoie rien à cette personne, et je ne vous dis pas si le code a été utilisé, ni par qui.
invite-weeks = { $weeks ->
    [one] Un code pour 1 semaine
   *[other] Un code pour { $weeks } semaines
}
digest-yes = Oui, une fois par semaine
digest-no = Non, je le demanderai
digest-on = C'est noté. Quand quelque chose a été partagé, vous recevez votre récapitulatif le { $day }, entre { $from } et { $to }. Écrivez « récapitulatif » pour le voir à tout moment.
digest-when = Autre jour, autre heure …
digest-when-ask = Quand aimeriez-vous recevoir votre récapitulatif ?
digest-day = Jour
digest-save = Enregistrer
digest-off = Alors pas de récapitulatif. Écrivez « récapitulatif » quand vous voulez voir ce qui a été partagé.
digest-heading = Partagé avec vous
digest-from = { $client }
digest-bring = À apporter à votre séance
digest-someone = Une personne que vous accompagnez
digest-more = { $count ->
    [one] Il reste encore un partage à voir.
   *[other] Il reste encore { $count } partages à voir.
}
digest-show-more = Montrer la suite
digest-end = Chaque personne a relu et approuvé ce qu'elle partage ici avec vous.
digest-empty = Rien de nouveau n'a été partagé avec vous. Cela ne dit rien de personne.
digest-not-delivered = Non remis : votre récapitulatif du { $day }. La messagerie ne l'a pas accepté. Voici ce que vous pouvez encore en lire.
digest-earlier = Partagé auparavant
coach-only = « { $command } » s'adresse aux coachs. Écrivez « inviter » si vous accompagnez quelqu'un.
digest-state-on = Quand quelque chose a été partagé, vous recevez votre récapitulatif le { $day }, entre { $from } et { $to }.
digest-turn-off = Ne plus le recevoir
digest-waiting = Une personne que vous accompagnez a partagé quelque chose avec vous.
digest-open = Ouvrir
digest-gone = Il n'y a plus rien à lire ici.
digest-taken-back = Quelque chose qui se trouvait ici a été retiré.

coaches-ask = Ici, les personnes qui me gèrent décident qui peut être coach. Si vous accompagnez quelqu'un, envoyez vous-même la ligne ci-dessous à ces personnes ; je ne la transmets pas.
coaches-off = En ce moment, vous ne figurez pas sur la liste des personnes qui peuvent être coach ici. Je ne vous montre rien de ce que partagent les personnes accompagnées, et vos codes ne fonctionnent pas. Vous pouvez terminer ici tous vos accompagnements, demander ce que je garde, ou écrire « effacer ».
invite-enough = Je peux créer pour vous { $count ->
    [one] 1 code
   *[other] { $count } codes
} par jour, et cette limite est atteinte pour aujourd'hui. Un code sert à plusieurs personnes : vous pouvez en utiliser un précédent, ou m'en redemander demain.
share-waits = En ce moment, votre coach ne figure pas sur la liste des personnes qui peuvent être coach ici. Tant que c'est le cas, rien de ce que vous partagez ne lui est montré.

brief-offer = Avant une séance …
brief-on = Bien. La veille au soir de chaque séance dont vous pouvez voir la date, un point arrive si quelque chose a été partagé.
brief-off = Alors pas de point avant les séances. Écrivez « récapitulatif » quand vous voulez voir ce qui a été partagé.
brief-state-on = La veille au soir de chaque séance dont vous pouvez voir la date, un point arrive si quelque chose a été partagé.
brief-turn-off = Ne plus recevoir ce point
brief-heading = Avant votre séance avec { $client }
brief-session = La séance : { $moment }
brief-shared = Partagé avec vous
brief-seen = Vous l'avez déjà vu.
brief-waiting = Avant votre séance, quelque chose a été partagé avec vous.
sent-now = Pour vous, avant votre séance
