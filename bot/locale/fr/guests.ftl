# Les coachs de l'extérieur : un lien à transmettre, et la première visite de qui l'utilise.
guest-link-here = Voici un lien pour un ou une coach sans compte ici :
guest-link-how = Transmettez-le de votre côté ; je n'écris à personne. Il fonctionne une seule fois, jusqu'au { $until }. La personne qui l'ouvre saisit sa propre adresse e-mail et reçoit un accès par e-mail.
guest-link-sees = Il ne montre rien sur vous, pas même votre nom. Votre coach vous donne ensuite un code. Quand vous l'écrivez ici, vous lisez son nom et son adresse e-mail avant de donner le moindre accord.
guest-link-end = Fermer le lien
guest-links-ended = { $count ->
    [0] Vous n'avez aucun lien ouvert.
    [one] Votre lien n'ouvre plus rien.
   *[other] Vos { $count } liens n'ouvrent plus rien.
}
guest-links-enough = Ces derniers jours, vous avez créé { $count ->
    [one] 1 lien
   *[other] { $count } liens
}, et je ne peux pas en faire davantage pour l'instant. Vous pouvez utiliser un lien encore ouvert, ou m'en redemander dans quelques jours.
guest-no-mail = Ici, votre coach a besoin de son propre compte ; il n'y a pas encore d'accès par e-mail. Les personnes qui me gèrent peuvent le mettre en place.
guest-my-coach = Mon coach n'a pas de compte ici
guest-welcome = Vous arrivez par un lien destiné aux coachs. Entre vos séances, je demande aux personnes que vous accompagnez comment ça va, et je ne vous transmets que ce qu'elles partagent.
guest-keeps = Je garde votre nom et votre adresse e-mail, pour que ces personnes voient qui les accompagne. Mes e-mails contiennent un lien et rien d'autre. Vous pouvez tout effacer ici à tout moment.
guest-name = Votre nom, tel que le connaissent les personnes que vous accompagnez
guest-begin = Commencer
guest-name-missing = Merci d'écrire le nom que connaissent les personnes que vous accompagnez.
guest-arrived = Vous pouvez commencer. Pour accompagner une personne, créez un code et donnez-le-lui vous-même. Elle lit votre nom et votre adresse e-mail, puis décide.
guest-given = Si une personne que vous accompagnez vous a donné le lien : je ne vous dis pas qui, et je ne lui dis pas que vous êtes ici. Un code que vous lui donnez vous réunit.
guest-over = Ce lien a déjà servi, ou il n'est plus valable. La personne qui vous l'a donné peut en créer un autre.
