# The mails themselves: they hold these sentences, two addresses, and nothing else.
mail-subject = Quelque chose vous attend
mail-waiting = Quelque chose vous attend. Ce lien l'ouvre :
mail-link-subject = Votre lien
mail-link-text = Voici le lien que vous avez demandé :
mail-link-lasts = Il sert une fois, pendant 15 minutes. Ensuite, la page où il mène vous en envoie un nouveau.
mail-not-asked = Si vous ne l'avez pas demandé, vous pouvez ignorer ce courriel. Sans le lien, rien ne se passe.
mail-stop-here = Vous ne souhaitez plus recevoir ces courriels ? Ici, vous désactivez tout : { $link }

# Where a mail program's own button, or the last line of a mail, leads.
mail-stop-title = Plus de courriels
mail-stop-ask = Cela désactive tout. Vous ne recevrez plus de courriels, jusqu'à ce que vous en demandiez à nouveau.
mail-stop-button = Tout désactiver
mail-stopped = Tout est désactivé. Vous ne recevrez plus de courriels, jusqu'à ce que vous en demandiez à nouveau.

# Said about mail: what it is called, and what an erase leaves there.
platform-mail = e-mail
hold-chat-mail = Cette page, c'est moi qui la garde ici : chaque message jusqu'à 90 jours, ainsi que votre adresse e-mail, vos liens et vos appareils. « effacer » supprime le tout.
erased-chat-mail-all = J'ai supprimé tout ce qui se trouvait sur votre page, y compris ce que vous y avez écrit, et votre session est fermée sur tous les appareils. Les courriels que je vous ai envoyés n'en contiennent rien : ils restent dans votre boîte jusqu'à ce que vous les supprimiez.
erased-chat-mail-part = J'ai supprimé de votre page mes propres messages à ce sujet. Ce que vous y avez écrit vous-même disparaît dans les 90 jours. Les courriels que je vous ai envoyés n'en contiennent rien : ils restent dans votre boîte jusqu'à ce que vous les supprimiez.
erased-chat-mail-kept = J'ai supprimé de votre page mes propres messages à ce sujet. Le reste de la page demeure jusqu'à 90 jours après chaque message. Les courriels que je vous ai envoyés n'en contiennent rien : ils restent dans votre boîte jusqu'à ce que vous les supprimiez.

# Said on the page of guest coaches, beside the messages.
mail-page-title = Votre page
mail-page-here-as = Vous êtes ici avec l'adresse { $address }.
mail-page-skip = Aller au plus récent
mail-page-before = Avant
mail-page-latest = Le plus récent
mail-page-earlier = Afficher ce qui précède
mail-page-newest = Revenir au plus récent
mail-page-back = Revenir là où vous lisiez
mail-page-empty = Il n'y a encore rien ici.
mail-page-you = Vous
mail-page-message = Votre message
mail-page-send = Envoyer
mail-page-home = Ce que vous pouvez faire ici
mail-page-leave = Fermer la session
mail-page-leave-everywhere = Fermer toutes les sessions
mail-page-left = La session est fermée sur cet appareil.
mail-page-left-everywhere = Les sessions sont fermées sur tous les appareils. Les liens des mails précédents n'ouvrent plus rien.
mail-page-over = La session est fermée ici. Ceci ne s'affiche qu'une seule fois.
mail-page-open-title = Ouvrir votre page
mail-page-open-why = Ce lien ouvre votre page une seule fois, dans les 15 minutes qui suivent le mail. Ensuite, la session reste ouverte sur cet appareil pendant un mois au plus, ou jusqu'à ce que vous la fermiez.
mail-page-open-shared = Si d'autres personnes utilisent aussi cet appareil, fermez la session à la fin, s'il vous plaît.
mail-page-open = Ouvrir
mail-page-ended-title = Ce lien n'est plus valable
mail-page-ended = Chaque lien sert une seule fois, pendant 15 minutes. Je peux en envoyer un nouveau à la même adresse.
mail-page-ended-address = Ou indiquez votre adresse ici.
mail-page-again = M'envoyer un nouveau lien
mail-page-ask = Indiquez votre adresse e-mail et je vous envoie un lien qui ouvre votre page. Il ne faut pas de mot de passe.
mail-page-address = Adresse e-mail
mail-page-mail-me = M'envoyer un lien
mail-page-sent-title = Regardez dans votre boîte mail
mail-page-sent = Si je connais cette adresse, un lien est en route. Il sert une seule fois, pendant 15 minutes. Si rien n'arrive, regardez parmi les courriers indésirables, ou réessayez dans une heure.
mail-page-busy-title = Un instant, s'il vous plaît
mail-page-busy = Beaucoup de personnes demandent un lien en ce moment. Réessayez dans quelques minutes.
mail-page-gone = Ce fichier n'est plus ici
mail-page-too-long = C'est trop long pour moi. Envoyez-le en plusieurs parties, s'il vous plaît.
mail-page-not-read = Je n'ai pas pu lire cela. Ouvrez de nouveau la page et réessayez, s'il vous plaît.
mail-page-elsewhere = Cette page a une autre adresse.
mail-page-not-from-here = Cet envoi ne vient pas de la page elle-même. Ouvrez la page et réessayez, s'il vous plaît.
mail-page-invited-title = Une invitation pour vous
mail-page-invited = On vous a donné ce lien pour que vous puissiez accompagner quelqu'un avec Handrail, par mail et sur une page à vous.
mail-page-invited-type = Indiquez votre propre adresse e-mail et je vous envoie un lien qui ouvre votre page. D'ici là, je n'écris à personne.
mail-page-not-an-address = Je ne peux pas écrire à cette adresse. Vérifiez qu'elle est complète, s'il vous plaît.
mail-page-not-this-domain = Je ne peux pas écrire à cette adresse ici. Votre organisation n'autorise que certains fournisseurs de mail.
mail-page-invitation-ended-title = Cette invitation n'est plus valable
mail-page-invitation-ended = Chaque invitation sert une seule fois, et pour un temps limité. Demandez-en une nouvelle à la personne qui vous l'a donnée.
