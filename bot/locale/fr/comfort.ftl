# Est-ce toujours bien ainsi ? Et la seule question douce après un temps de silence.
comfort-ask = Est-ce que cela vous convient toujours ?
comfort-too-often = Trop souvent
comfort-too-personal = Trop personnel
comfort-wrong-time = Mauvais moment
comfort-fine = Ça me convient
comfort-stays = Entendu. Tout reste comme avant.
comfort-less = J'écrirai moins souvent à partir de maintenant. Voici quand :
comfort-least = J'écris déjà aussi rarement que possible : { $weeks ->
    [one] chaque semaine
   *[other] toutes les { $weeks } semaines
}. Voulez-vous que je fasse une pause ?
comfort-rest = Faire une pause
comfort-lighter = Les questions seront plus légères à partir de maintenant.
comfort-lightest = Ce sont déjà les questions les plus légères que j'aie. Pour en laisser de côté, écrivez « mes questions ».

gentle-ask = Comment aimeriez-vous continuer ? Toutes les réponses conviennent. Si vous ne dites rien, je fais une pause jusqu'à ce que vous m'écriviez.
gentle-less = Moins souvent
gentle-time = Un autre moment
gentle-rest = Faire une pause
gentle-stop = Arrêter

reminder-hello = Votre point d'étape est toujours là, si vous voulez.
