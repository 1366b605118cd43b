# Réponses aux questions posées au robot. Courtes, et vraies pour cette installation ; voir bot/messages/about_rows.py.
about-ask-ai = Êtes-vous une personne ou une IA ?
about-ask-sees = Qui peut voir ce que j'écris ?
about-ask-boss = Ma hiérarchie voit-elle cela ?
about-ask-hr = Les RH voient-elles cela ?
about-ask-store = Où est-ce conservé ?
about-ask-long = Combien de temps est-ce conservé ?
about-ask-must = Est-ce obligatoire ?
about-ask-nothing = Et si je ne réponds pas ?
about-ask-coach = Que sait mon coach ?
about-ask-share = Comment partager quelque chose ?
about-ask-undo = Puis-je retirer quelque chose ?
about-ask-delete = Comment effacer quelque chose ?
about-ask-language = Quelles langues parlez-vous ?
about-ask-human = Comment joindre une personne ?
about-ask-runs = Qui gère ce robot ?
about-ask-cost = Combien cela coûte-t-il ?
about-ask-next = Quand allez-vous m'écrire ?
about-ask-prove = Comment puis-je le vérifier ?
about-ask-how = Comment ça marche ?
about-ask-overview = Que puis-je vous demander ?

about-show-seen = Qui l'a vu ?
about-show-keeping = Durée de conservation …
about-show-language = Une autre langue …
about-show-words = Mes mots
about-erase-one = Effacer une réponse …

about-not-begun = Rien ne commence avant que vous écriviez ici le code d'un coach. Ensuite, je ne fais que ce à quoi vous dites oui.

about-ai = Je suis Handrail, un robot : personne ne tape mes réponses. Mes propres phrases ont toutes été écrites d'avance par des personnes.
about-ai-hearing = Aucun modèle de langage ne lit ni n'écrit quoi que ce soit ici. Pour reconnaître un stop, une question qui m'est posée ou des mots de détresse, j'utilise des listes de mots et un petit classifieur entraîné, sur le serveur qui me fait tourner. Il n'apprend rien de vous.

about-sees-plan = Si vous travaillez ici avec un coach, votre coach ne lit que ce que vous avez relu et partagé, mot pour mot.
about-sees-client = { $coach } ne lit que ce que vous avez relu et partagé, mot pour mot.
about-sees-coach = En tant que coach, vous ne lisez que ce qu'une personne a relu et partagé avec vous.
about-sees-of-coach = Les personnes que vous accompagnez peuvent lire votre profil, ainsi que les questions et les petits mots que vous écrivez pour elles.
about-shared = { $shared ->
    [0] Vous n'avez rien partagé avec { $coach }.
    [one] Vous avez partagé une chose avec { $coach }.
   *[other] Vous avez partagé { $shared } choses avec { $coach }.
}
about-coach-listed = Vous autorisez aussi { $coach } à voir que vous êtes ici, la date de votre dernier jour et celle de votre prochaine séance.
about-coach-notes = Vous autorisez aussi { $coach } à vous envoyer de petits mots, et { $coach } voit que vous l'autorisez.
about-coach-only = Je ne dis à { $coach } ni quand vous répondez, ni si vous répondez, ni ce que vous gardez pour vous.
about-coach-joining = Je ne dis pas à { $coach } si vous avez utilisé le code, sauf si vous l'autorisez plus tard.
about-coach-over = Depuis la fin de votre accompagnement, { $coach } ne reçoit plus rien de nouveau de ma part. Ce qui lui a été montré avant peut encore se trouver dans sa conversation.
about-coach-none = Je ne vous connais pas de coach ici, et je ne dis à personne que vous m'écrivez.

about-boss = Il n'existe ici ni vue ni rapport pour la hiérarchie.
about-boss-coach = Si votre responsable est aussi votre coach ici, cette personne lit ce que vous partagez avec elle.
about-hr = Il n'existe ici ni vue ni rapport à votre sujet, que ce soit pour les RH ou pour votre organisation. Votre organisation peut voir si je fonctionne bien et, en nombre arrondi, combien de codes ont été saisis ici. Elle ne voit ni par qui, ni ce qui a suivi.

about-store = Ce que je garde se trouve sur le serveur qui me fait tourner. Vos mots et votre nom y sont chiffrés. Les personnes qui gèrent ce serveur en ont les clés.

about-long-most = { $most ->
    [one] Ce que vous m'autorisez à garder, je le garde 1 jour au plus.
   *[other] Ce que vous m'autorisez à garder, je le garde { $most } jours au plus, et vous pouvez choisir une durée plus courte.
}
about-long-erased = Tout ce que je garde de votre accompagnement avec { $coach } sera effacé au plus tard le { $erased }, ou plus tôt si vous le souhaitez.
about-long-nothing = En ce moment, je ne garde ni vos mots ni vos choix. Je les cite une seule fois, sans les conserver.
about-long-proof = Il reste une trace, sans votre nom, de ce que vous avez autorisé et du moment où vous l'avez fait.
about-long-coach = Ce que je garde de vous en tant que coach, par exemple votre nom et votre profil, n'a pas de date de fin ici.

about-must = Non. Rien n'est activé ici sans votre oui, et vous pouvez dire non, faire une pause ou tout arrêter à tout moment.
about-must-coach = Non. Vous ne recevez le récapitulatif que si vous le souhaitez, et vous pouvez arrêter à tout moment.

about-nothing = Alors il ne se passe rien. Dire non, passer ou ne pas répondre ne pose jamais de problème, et je n'en parle à personne.
about-nothing-reminder = Vous avez autorisé un seul rappel, un jour après un point d'étape. Ensuite, je ne reviens pas sur ce point d'étape.
about-nothing-gentle = Si je n'ai pas de nouvelles pendant plusieurs points d'étape, je vous demande une fois comment continuer, puis je fais une pause.
about-nothing-noticed = Si vous désactivez « { purpose-listed } » ou « { purpose-notes } », { $coach } peut le remarquer.

about-share-how = Quand j'ai cité votre réponse, choisissez « { share } ». Vous voyez alors exactement ce que lirait { $coach }, et rien n'est partagé sans votre approbation. Cela part avec le prochain récapitulatif, ou { $coach } le voit plus tôt en consultant ce qui a été partagé.
about-share-keep-first = Je ne peux partager que ce que je garde, et c'est désactivé en ce moment. Vous pouvez l'activer dans « { home-switches } ».
about-share-first = L'accord vient d'abord. Tant que vous n'avez pas dit oui, rien n'est partagé.
about-share-over = Votre accompagnement avec { $coach } est terminé : rien ne peut plus être partagé.

about-undo = Vous pouvez modifier ou supprimer votre message, ou effacer une réponse ici. Je mets alors ma copie à jour, ou je la supprime.
about-undo-shared = Si vous effacez une réponse partagée, je la retire aussi de mes messages à { $coach }. Mais ce qu'a déjà lu ou copié { $coach }, je ne peux pas le retirer.
about-undo-none = Pour l'instant, je n'ai gardé aucune réponse de vous.
about-undo-coach = Vous pouvez renoncer à un petit mot avant de l'envoyer. Une fois qu'il est remis, je ne peux plus le retirer.

about-delete = Vous pouvez tout faire effacer, ou seulement une partie. Avant d'effacer quoi que ce soit, je vous demande une confirmation, car c'est définitif.
about-delete-left = Il reste une trace de ce que vous avez autorisé, sans votre nom, et cette conversation elle-même, conservée par { $platform }.
about-delete-coach = Je peux effacer ce que je garde de vous en tant que personne accompagnée. En tant que coach, vous restez dans mes données, avec votre nom, votre adresse et vos codes. À leur sujet, adressez-vous aux personnes qui me gèrent.

about-language = Je peux écrire dans ces langues : { $languages }. En ce moment : { $language }.
about-language-stranger = Tant que vous n'avez pas commencé, j'utilise la langue de cette conversation.

about-human = Je suis un robot, et aucune personne ne répond ici.
about-human-coach = Vous pouvez joindre { $coach } comme d'habitude. Je ne transmets pas ce que vous venez d'écrire.
about-human-contacts = Votre organisation indique ces personnes :

about-runs = C'est votre organisation qui me gère.
about-runs-by = Vous pouvez vous adresser à : { $by }
about-runs-unnamed = Aucun nom n'est indiqué ici. La personne qui vous a parlé de moi saura peut-être à qui demander.
about-runs-software = Le logiciel s'appelle Handrail. Il est open source.

about-cost = Je ne vous coûte rien, et je n'accepte aucun paiement.
about-cost-plan = Les honoraires d'un coaching se décident entre le coach, la personne accompagnée et parfois son organisation.
about-cost-coach = Les honoraires de votre coaching se décident entre vous, { $coach } et parfois votre organisation.
about-cost-card = Voici ce qu'a écrit { $coach } à propos des honoraires :

about-next = Prochain envoi prévu : { $when }.
about-next-none = Rien n'est prévu en ce moment.
about-next-only = De moi-même, je n'écris que pour ce que vous avez autorisé, aux heures que vous avez choisies.
about-next-notes = { $coach } peut aussi vous envoyer un petit mot, à ces mêmes heures.
about-next-never = Je ne vous écris pas de moi-même. Il me faudrait d'abord votre oui.

about-prove = « reçu » montre chacun de vos oui et de vos non, avec la date et le texte. « que gardez-vous » vous donne tout dans un fichier. « qui a vu ça » vous dit quand quelque chose a été montré à votre coach.
about-prove-code = Mon code source est ouvert. Sa page docs/nevers.md indique, pour chaque promesse, le code qui la tient et les tests qui essaient de la mettre en défaut. Les personnes qui me gèrent peuvent contrôler le registre des consentements : handrail ledger verify.

about-how = Un coach vous donne un code, et vous l'écrivez ici. Vous choisissez ce que je peux demander, et quand. Votre coach ne lit que ce que vous avez relu et partagé.
about-how-coach = Vous écrivez « inviter » et vous donnez le code à la personne que vous accompagnez. C'est elle qui choisit ce que je peux demander, et quand. Vous ne lisez que ce qu'elle a relu et partagé.

about-overview = Je ne comprends pas bien ce que vous aimeriez savoir. Est-ce l'une de ces questions ?
