# Est-ce toujours bien ainsi ? Et la seule question douce après un temps de silence.
comfort-ask = Est-ce toujours bien ainsi pour vous ?
comfort-too-often = Trop souvent
comfort-too-personal = Trop personnel
comfort-wrong-time = Mauvais moment
comfort-fine = Très bien
comfort-stays = Bien. Cela reste ainsi.
comfort-less = Moins souvent à partir de maintenant. J'écrirai :
comfort-least = Je ne peux pas écrire moins souvent que maintenant : { $weeks ->
    [one] chaque semaine
   *[other] toutes les { $weeks } semaines
}. Voulez-vous que je fasse une pause ?
comfort-rest = Faire une pause
comfort-lighter = Des questions plus légères à partir de maintenant.
comfort-lightest = Je ne pose déjà que les questions les plus légères. Pour en rayer, écrivez « mes questions ».

gentle-ask = Comment continuons-nous ? Tout convient. Si vous ne dites rien, je me repose jusqu'à ce que vous m'écriviez.
gentle-less = Moins souvent
gentle-time = Un autre moment
gentle-rest = Faire une pause
gentle-stop = Stop

reminder-hello = Vos questions sont toujours là, si vous voulez.
