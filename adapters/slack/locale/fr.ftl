# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = Ici, d'autres personnes liraient, alors je ne dis rien. Écrivez-moi dans notre propre discussion : il n'y a que vous et moi.
slack-elsewhere = J'ai répondu dans notre propre discussion.
slack-no-file = Je ne peux pas recevoir de fichiers ni de messages vocaux. Je ne l'ai pas ouvert et n'en ai rien gardé. Vous pouvez me l'écrire avec vos mots, si vous voulez.
slack-words-title = Avec vos mots
slack-words-label = Qu'aimeriez-vous écrire ?
slack-words-send = Envoyer

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = J'efface mes propres messages ici, là où Slack me le permet. Ce que vous avez écrit reste dans Slack jusqu'à ce que vous l'y effaciez. Votre organisation en a peut-être des copies, qu'elle seule peut effacer.
erased-chat-slack-part = J'efface mes propres messages à ce sujet, là où Slack me le permet. Ce que vous avez écrit reste dans Slack jusqu'à ce que vous l'y effaciez. Votre organisation en a peut-être des copies, qu'elle seule peut effacer.
erased-chat-slack-kept = J'efface mes propres messages à ce sujet, là où Slack me le permet. Le reste de cette conversation demeure dans Slack jusqu'à ce qu'il y soit effacé. Votre organisation en a peut-être des copies, qu'elle seule peut effacer.
