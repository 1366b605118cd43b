# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = Ici, d'autres personnes pourraient lire, je ne dis donc rien. Écrivez-moi dans notre conversation à nous : il n'y a que vous et moi.
slack-elsewhere = J'ai répondu dans notre conversation à nous.
slack-no-file = Je ne peux pas recevoir de fichiers ni de messages vocaux. Je n'ai pas ouvert ce que vous avez envoyé et je n'en ai rien gardé. Vous pouvez me le dire avec des mots, si vous voulez.
slack-words-title = Avec vos mots
slack-words-label = Qu'aimeriez-vous écrire ?
slack-words-send = Envoyer

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = Je supprime mes propres messages ici, là où Slack me le permet. Ce que vous avez écrit vous-même reste dans Slack jusqu'à ce que vous l'y supprimiez. Votre organisation en a peut-être des copies, qu'elle seule peut supprimer.
erased-chat-slack-part = Je supprime ici mes propres messages à ce sujet, là où Slack me le permet. Ce que vous avez écrit vous-même reste dans Slack jusqu'à ce que vous l'y supprimiez. Votre organisation en a peut-être des copies, qu'elle seule peut supprimer.
erased-chat-slack-kept = Je supprime ici mes propres messages à ce sujet, là où Slack me le permet. Le reste de cette conversation demeure dans Slack jusqu'à ce qu'il y soit supprimé. Votre organisation en a peut-être des copies, qu'elle seule peut supprimer.
