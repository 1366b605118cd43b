# Les horaires de chacun : écrits, montrés, et valables seulement après un oui.
rhythm-understood = J'ai compris :
rhythm-line-days = Jours : { $days }, { $every }
rhythm-line-window = Entre { $from } et { $to }, heure locale à { $zone }
rhythm-line-quiet = Heures de silence : de { $from } à { $to }
rhythm-line-off = Jours de congé : { $days }
rhythm-line-span = du { $first } au { $last }
rhythm-line-holidays = Pas les jours fériés : { $country }
rhythm-weeks = { $weeks ->
    [1] chaque semaine
    [2] une semaine sur deux
   *[other] toutes les { $weeks } semaines
}
rhythm-suggested = { $coach } propose : { $days }, { $every }. Vous décidez.
rhythm-more = Autres réglages …
rhythm-more-ask = Quand dois-je garder le silence ?
rhythm-covers = Les points d'étape et les petits mots de votre coach arrivent ces jours-là. Un petit pas, une question de séance, un rappel ou l'annonce de la fin a son propre jour, aux mêmes heures. Une question remise à plus tard arrive au moment que vous avez indiqué.
rhythm-quiet-from = Silence à partir de
rhythm-quiet-to = Silence jusqu'à
rhythm-quiet-none = Pas d'heures de silence
rhythm-off = Jours de congé
rhythm-off-example = 24 décembre, 27 décembre au 3 janvier
rhythm-holidays = Pas de messages les jours fériés (pays)
rhythm-holidays-example = France
rhythm-bad-quiet = Vos heures de silence ne laissent aucun moment où je pourrais écrire. Merci de changer vos heures de silence ou vos horaires.
rhythm-bad-off = Je n'ai pas pu lire ces jours de congé. Par exemple : « 24 décembre, 27 décembre au 3 janvier ».
rhythm-bad-holidays = Je ne connais pas les jours fériés de ce pays. Vous pouvez aussi laisser ce champ vide.
rhythm-none-left = Il ne resterait alors plus aucun jour. Si vous préférez que je n'écrive pas, écrivez « pause jusqu'à lundi » ou « stop ».

travel-ask = Votre horloge semble maintenant suivre l'heure locale à { $place }. Je vous écris selon l'heure locale à { $home }. Dois-je adapter vos horaires ?
travel-move = Suivre l'heure à { $place }
travel-stay = Garder l'heure à { $home }
travel-moved = Vos horaires sont adaptés. Voici quand je vous écrirai :
travel-stayed = Vos horaires suivent toujours l'heure locale à { $home }. Je ne vous poserai plus la question pour { $place }.

rested = D'accord, je fais une pause. Je n'écrirai pas de moi-même avant que vous écriviez « reprendre ».

next-no-check-in = Aucun point d'étape n'est prévu. De moi-même, je n'écris que pour ce que vous avez autorisé.
