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
about-ask-undo = Puis-je revenir sur quelque chose ?
about-ask-delete = Comment effacer quelque chose ?
about-ask-language = Quelles langues parlez-vous ?
about-ask-human = Comment joindre une personne ?
about-ask-runs = Qui gère ce robot ?
about-ask-cost = Combien cela coûte-t-il ?
about-ask-next = Quand écrivez-vous la prochaine fois ?
about-ask-prove = Comment puis-je le vérifier ?
about-ask-how = Comment cela marche-t-il ?
about-ask-overview = Que puis-je demander ?

about-show-seen = Qui l'a vu ?
about-show-keeping = Durée de conservation …
about-show-language = Une autre langue …
about-show-words = Mes mots
about-erase-one = Effacer une réponse …

about-not-begun = Rien ne commence avant que vous écriviez le code d'un coach, et chaque chose attend ensuite votre oui.

about-ai = Je suis Handrail, un robot : aucune personne ne tape mes réponses. Mes propres phrases ont toutes été écrites d'avance par des personnes.
about-ai-hearing = Aucun modèle de langage ne lit ni n'écrit ici. Pour remarquer un stop, une question qui m'est posée ou des mots de détresse, j'utilise des listes de mots et un petit classifieur entraîné, sur le serveur où je tourne. Il n'apprend rien de vous.

about-sees-plan = Si vous travaillez ici avec un coach, votre coach ne lit que ce que vous avez relu et partagé, mot pour mot.
about-sees-client = { $coach } ne lit que ce que vous avez relu et partagé, mot pour mot.
about-sees-coach = Comme coach, vous ne lisez que ce qu'une personne a relu et partagé avec vous.
about-sees-of-coach = Les personnes que vous suivez peuvent lire votre profil, vos questions et vos mots.
about-shared = { $shared ->
    [0] Rien de vous n'est partagé avec { $coach }.
    [one] Une de vos réponses est partagée avec { $coach }.
   *[other] { $shared } de vos réponses sont partagées avec { $coach }.
}
about-coach-listed = Vous permettez aussi à { $coach } de voir que vous êtes ici, votre dernier jour et votre prochaine séance.
about-coach-notes = Vous permettez aussi à { $coach } de vous envoyer des mots, et { $coach } voit que vous le permettez.
about-coach-only = De moi, { $coach } n'apprend ni quand ni si vous répondez, ni ce que vous gardez pour vous.
about-coach-joining = Je ne dis pas à { $coach } si vous avez utilisé le code, sauf si vous le permettez plus tard.
about-coach-over = Depuis la fin, { $coach } ne reçoit rien de nouveau de moi. Ce qui lui a été montré avant peut encore se trouver dans sa conversation.
about-coach-none = Je ne vous connais pas de coach ici, et je ne dis à personne que vous m'écrivez.

about-boss = Il n'y a ici ni vue ni rapport pour la hiérarchie.
about-boss-coach = Si la personne qui vous dirige est aussi votre coach ici, elle lit ce que vous partagez avec elle.
about-hr = Il n'y a ici ni vue ni rapport pour les RH, ni pour votre organisation.

about-store = Ce que je garde est sur le serveur où je tourne. Vos mots et votre nom y sont chiffrés. Les personnes qui gèrent ce serveur ont les clés.

about-long-most = { $most ->
    [one] Je garde ce que vous autorisez au plus 1 jour.
   *[other] Je garde ce que vous autorisez au plus { $most } jours, et vous pouvez choisir moins.
}
about-long-erased = Tout ce que je garde de votre temps avec { $coach } est effacé d'ici le { $erased }, ou plus tôt si vous le souhaitez.
about-long-nothing = En ce moment, je ne garde ni vos mots ni vos choix. Je les cite une fois et ne les conserve pas.
about-long-proof = Il reste une trace de ce que vous avez autorisé et quand, sans votre nom.
about-long-coach = Ce que je garde sur vous comme coach, par exemple votre nom et votre profil, n'a pas ici de date de fin.

about-must = Non. Rien n'est activé ici sans votre oui, et vous pouvez dire non, faire une pause ou arrêter à tout moment.
about-must-coach = Non. Un récapitulatif ne vient que si vous le souhaitez, et vous pouvez arrêter à tout moment.

about-nothing = Alors il ne se passe rien ici. Un non, un silence ou une question passée sont des réponses complètes, et je n'en parle à personne.
about-nothing-reminder = Vous avez autorisé un seul rappel, un jour plus tard. Après cela, je laisse cette question.
about-nothing-gentle = Si plusieurs questions restent sans réponse, je demande une fois comment continuer, puis je fais une pause.
about-nothing-noticed = Si vous désactivez « { purpose-listed } » ou « { purpose-notes } », { $coach } peut le remarquer.

about-share-how = Quand j'ai cité votre réponse, appuyez sur « { share } ». Vous voyez alors exactement ce que { $coach } lirait, et seul votre accord le partage. Cela part avec le prochain récapitulatif.
about-share-keep-first = Je ne peux partager que ce que je garde, et c'est désactivé. Vous pouvez l'activer sous « { home-switches } ».
about-share-first = D'abord vient l'accord. Sans lui, rien n'est partagé.
about-share-over = Votre temps avec { $coach } est terminé : rien ne peut plus être partagé.

about-undo = Vous pouvez modifier ou supprimer votre message, ou effacer une réponse ici. Je change ou j'efface alors ce que j'en garde.
about-undo-shared = Si vous effacez une réponse partagée, je la retire aussi de mes messages à { $coach }. Ce que { $coach } a lu ou copié, je ne peux pas le reprendre.
about-undo-none = Pour l'instant, je ne garde aucune réponse de vous.
about-undo-coach = Vous pouvez abandonner un mot avant de l'envoyer. Ce qui est arrivé, je ne peux pas le reprendre.

about-delete = Vous pouvez faire effacer tout, ou seulement une partie. Je vous demande une confirmation avant d'effacer, car c'est définitif.
about-delete-left = Il reste une trace de ce que vous avez autorisé, sans votre nom, et cette conversation elle-même, conservée par { $platform }.
about-delete-coach = L'effacement porte sur ce que je garde de vous comme client ou cliente. Comme coach, vous restez dans mes données, avec votre nom, votre adresse et vos codes. Pour cela, demandez aux personnes qui me gèrent.

about-language = Je peux écrire dans ces langues : { $languages }. En ce moment : { $language }.
about-language-stranger = Avant que vous commenciez, je suis la langue de cette conversation.

about-human = Je suis un robot, et aucune personne ne répond ici.
about-human-coach = Vous pouvez joindre { $coach } comme d'habitude. Je ne transmets pas votre demande.
about-human-contacts = Votre organisation indique ces personnes :

about-runs = Votre organisation me gère.
about-runs-by = Vous pouvez demander à : { $by }
about-runs-unnamed = Qui s'en occupe n'est pas écrit ici. La personne qui vous a parlé de moi le sait peut-être.
about-runs-software = Le logiciel s'appelle Handrail. Il est open source.

about-cost = Je ne vous coûte rien et je ne prends aucun paiement.
about-cost-plan = Les honoraires d'un coaching se règlent entre le coach, la personne suivie et parfois son organisation.
about-cost-coach = Les honoraires du coaching se règlent entre vous, { $coach } et parfois votre organisation.
about-cost-card = Ce que { $coach } a écrit sur les honoraires :

about-next = Prochain envoi prévu : { $when }.
about-next-none = Rien n'est prévu en ce moment.
about-next-only = De moi-même, je n'écris que ce que vous avez autorisé, aux heures que vous avez choisies.
about-next-notes = Un mot de { $coach } peut aussi arriver, à ces heures.
about-next-never = De moi-même, je ne vous écris pas. Il faudrait d'abord votre oui.

about-prove = « reçu » montre chacun de vos oui et de vos non, avec la date et le texte. « que gardez-vous » vous donne tout dans un fichier. « qui a vu ça » indique quand quelque chose a été montré à votre coach.
about-prove-code = Mon code source est ouvert. Sa page docs/nevers.md indique, pour chaque promesse, le code qui la tient et les tests qui essaient de la mettre en défaut. Les personnes qui me gèrent peuvent contrôler le registre des consentements : handrail ledger verify.

about-how = Un coach vous donne un code, et vous l'écrivez ici. Vous choisissez ce que je peux demander, et quand. Votre coach ne lit que ce que vous avez relu et partagé.
about-how-coach = Vous écrivez « inviter » et donnez le code à une personne. Elle choisit ce que je peux demander, et quand. Vous ne lisez que ce qu'elle a relu et partagé.

about-overview = Je ne comprends pas bien votre question. Est-ce l'une de celles-ci ?
