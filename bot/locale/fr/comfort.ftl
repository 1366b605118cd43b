# Est-ce toujours bien ainsi ? Et la seule question douce après un temps de silence.
comfort-ask = Est-ce toujours bien ainsi pour vous ?
comfort-too-often = Trop souvent
comfort-too-personal = Trop personnel
comfort-wrong-time = Mauvais moment
comfort-fine = Très bien
comfort-stays = Bien. Cela reste ainsi.
comfort-less = Moins souvent à partir de maintenant. J'écrirai :
comfort-least = J'écris toutes les { $weeks } semaines, je ne peux pas moins. Dois-je me reposer ?
comfort-rest = Repos
comfort-lighter = Des questions plus légères à partir de maintenant.
comfort-lightest = Je ne pose déjà que les questions les plus légères. Pour en rayer, écrivez « mes questions ».

gentle-ask = Comment continuons-nous ? Tout convient. Si vous ne dites rien, je me repose jusqu'à ce que vous m'écriviez.
gentle-less = Moins souvent
gentle-time = Un autre moment
gentle-rest = Repos
gentle-stop = Stop

reminder-hello = Votre point est toujours là, si vous voulez.
