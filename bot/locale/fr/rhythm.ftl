# Les horaires de chacun : écrits, montrés, et valables seulement après un oui.
rhythm-understood = J'ai compris :
rhythm-line-days = { $days }, { $every }
rhythm-line-window = Entre { $from } et { $to }, heure de { $zone }
rhythm-line-quiet = Silence de { $from } à { $to }
rhythm-line-off = Jours libres : { $days }
rhythm-line-span = du { $first } au { $last }
rhythm-line-holidays = Pas les jours fériés : { $country }
rhythm-weeks = { $weeks ->
    [1] chaque semaine
    [2] une semaine sur deux
   *[other] toutes les { $weeks } semaines
}
rhythm-suggested = { $coach } propose : { $days }, { $every }. Vous décidez.
rhythm-more = Plus …
rhythm-more-ask = Quand dois-je me taire ?
rhythm-covers = Les check-ins et les mots de votre coach viennent ces jours-là. Un pas, une question de séance, un rappel ou l'annonce de la fin vient un jour à part, aux mêmes heures. Une question que vous reportez vient au moment que vous avez dit.
rhythm-quiet-from = Silence de
rhythm-quiet-to = Silence jusqu'à
rhythm-quiet-none = Pas d'heures de silence
rhythm-off = Jours libres
rhythm-off-example = 24 décembre, 27 décembre au 3 janvier
rhythm-holidays = Pas de messages les jours fériés de
rhythm-holidays-example = France
rhythm-bad-quiet = Vos heures de silence ne laissent aucun moment où écrire. Changez l'une des deux, s'il vous plaît.
rhythm-bad-off = Je n'ai pas pu lire ces jours libres. Par exemple : « 24 décembre, 27 décembre au 3 janvier ».
rhythm-bad-holidays = Je ne connais pas les jours fériés de ce pays. Vous pouvez aussi laisser vide.
rhythm-none-left = Il ne resterait aucun jour. Si vous voulez que je me taise, écrivez « pause jusqu'à lundi » ou « stop ».

travel-ask = Votre horloge semble être à l'heure de { $place } maintenant. Je vous écris à l'heure de { $home }. Vos horaires doivent-ils suivre ?
travel-move = Passer à l'heure de { $place }
travel-stay = Rester à l'heure de { $home }
travel-moved = Ils ont suivi. J'écrirai :
travel-stayed = Ils restent à l'heure de { $home }. Je ne demanderai plus pour { $place }.

rested = Je fais une pause. Je n'écrirai pas de moi-même avant que vous écriviez « reprendre ».

next-no-check-in = Aucune question régulière n'est prévue. Je n'écris en premier que là où vous l'avez permis.
