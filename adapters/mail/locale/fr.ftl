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
erased-chat-mail-all = J'ai supprimé tout ce qui se trouvait sur votre page, y compris ce que vous y avez écrit. Cette réponse disparaît d'ici demain. Les courriels que je vous ai envoyés n'en contiennent rien : ils restent dans votre boîte jusqu'à ce que vous les supprimiez.
erased-chat-mail-part = J'ai supprimé de votre page mes propres messages à ce sujet. Les courriels que je vous ai envoyés n'en contiennent rien : ils restent dans votre boîte jusqu'à ce que vous les supprimiez.
erased-chat-mail-kept = J'ai supprimé de votre page mes propres messages à ce sujet. Le reste de la page demeure jusqu'à 90 jours après chaque message. Les courriels que je vous ai envoyés n'en contiennent rien : ils restent dans votre boîte jusqu'à ce que vous les supprimiez.
