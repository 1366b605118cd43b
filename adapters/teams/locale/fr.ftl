# Ce qui se dit parce que c'est Microsoft Teams, et ce que montre son catalogue.
teams-elsewhere = Je ne parle que dans une conversation personnelle. Merci de m'y écrire.
teams-no-files = Je ne peux pas recevoir de fichiers ni d'images, je n'ai donc pas ouvert ce que vous avez envoyé. Vous pouvez me le dire avec des mots, si vous voulez.
teams-no-forwards = Je n'ai pas gardé le message que vous avez transféré : ici, je ne prends que ce que vous écrivez vous-même. S'il compte pour vous, parlez-m'en avec vos propres mots.
teams-file-gone = Ce fichier n'est plus ici. Demandez-le-moi encore une fois, et j'en ferai un nouveau.
teams-file-failed = Teams n'a pas accepté le fichier. Voici ce qu'il contient, à copier :
teams-home = accueil
teams-help = aide
teams-switches = mes autorisations
teams-hold = que gardez-vous
teams-stop = stop
teams-short = Une présence entre les séances de coaching, si vous le permettez
teams-long = Handrail vous accompagne entre les séances de coaching : des points d'étape et de petits pas aux moments que vous choisissez, des réponses avec vos propres mots et, pour votre coach, seulement ce que vous avez relu et partagé. L'installer n'envoie rien à personne. Vous commencez en écrivant le code que votre coach vous a donné, et vous pouvez faire une pause, arrêter ou effacer à tout moment. Handrail est un robot. Votre organisation l'héberge, et a peut-être la possibilité de lire ou d'exporter cette conversation.
teams-do-home = Votre page : ce qui est activé, et la suite
teams-do-help = Ce que vous pouvez écrire ici
teams-do-switches = Voir et changer ce que vous autorisez
teams-do-hold = Tout ce qui est gardé sur vous
teams-do-stop = Plus aucun message à partir de maintenant
teams-start-code = J'ai un code de mon coach
teams-say-code = Mon code est
teams-start-coach = Je suis coach
teams-say-coach = inviter
teams-do-how = Ce que c'est, en quelques phrases
teams-do-sees = Ce que votre coach et votre organisation peuvent lire
teams-do-nothing = C'est à vous de choisir si vous répondez
teams-do-code = Commencer avec le code donné par votre coach
teams-do-coach = Obtenir un code à transmettre

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = Je supprime mes propres messages ici, là où Teams me le permet. Ce que vous avez écrit vous-même reste dans Teams jusqu'à ce que vous l'y supprimiez. Votre organisation en a peut-être des copies, qu'elle seule peut supprimer. Un fichier que vous m'avez laissé déposer dans votre OneDrive y reste jusqu'à ce que vous le supprimiez.
erased-chat-teams-part = Je supprime ici mes propres messages à ce sujet, là où Teams me le permet. Ce que vous avez écrit vous-même reste dans Teams jusqu'à ce que vous l'y supprimiez. Votre organisation en a peut-être des copies, qu'elle seule peut supprimer. Un fichier que vous m'avez laissé déposer dans votre OneDrive y reste jusqu'à ce que vous le supprimiez.
erased-chat-teams-kept = Je supprime ici mes propres messages à ce sujet, là où Teams me le permet. Le reste de cette conversation demeure dans Teams jusqu'à ce qu'il y soit supprimé. Votre organisation en a peut-être des copies, qu'elle seule peut supprimer. Un fichier que vous m'avez laissé déposer dans votre OneDrive y reste jusqu'à ce que vous le supprimiez.
