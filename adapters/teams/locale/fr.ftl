# Ce qui se dit parce que c'est Microsoft Teams, et ce que montre son catalogue.
teams-elsewhere = Je ne parle que dans une conversation personnelle. Écrivez-moi là, s'il vous plaît.
teams-no-files = Je ne peux pas recevoir de fichiers ni d'images ; je n'ai pas ouvert ce que vous avez envoyé. Dites-le-moi avec des mots, si vous voulez.
teams-file-gone = Ce fichier n'attend plus ici. Demandez-le-moi encore une fois, et je le referai.
teams-file-failed = Teams n'a pas pris le fichier. Voici ce qu'il contient, à copier :
teams-home = accueil
teams-help = aide
teams-switches = mes autorisations
teams-hold = que gardez-vous
teams-stop = stop
teams-short = Une présence entre les séances de coaching, si vous le permettez
teams-long = Handrail vous accompagne entre les séances de coaching : des questions et de petits pas aux heures que vous choisissez, des réponses avec vos propres mots et, pour votre coach, seulement ce que vous avez vu d'abord et partagé. L'installer n'envoie rien à personne. Vous commencez en tapant le code que votre coach vous a donné, et vous pouvez faire une pause, arrêter ou effacer à tout moment. Handrail est un bot. Votre organisation l'héberge et peut peut-être lire ou exporter cette conversation.
teams-do-home = Votre page : ce qui est actif, et la suite
teams-do-help = Ce que vous pouvez écrire ici
teams-do-switches = Voir et changer ce que vous permettez
teams-do-hold = Tout ce qui est gardé sur vous
teams-do-stop = Plus aucun message dès maintenant

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = J'efface mes propres messages ici, là où Teams me le permet. Ce que vous avez écrit reste dans Teams jusqu'à ce que vous l'y effaciez. Votre organisation en a peut-être des copies, qu'elle seule peut effacer. Un fichier que j'ai pu déposer dans votre OneDrive y reste jusqu'à ce que vous l'effaciez.
erased-chat-teams-part = J'efface mes propres messages à ce sujet, là où Teams me le permet. Ce que vous avez écrit reste dans Teams jusqu'à ce que vous l'y effaciez. Votre organisation en a peut-être des copies, qu'elle seule peut effacer. Un fichier que j'ai pu déposer dans votre OneDrive y reste jusqu'à ce que vous l'effaciez.
erased-chat-teams-kept = J'efface mes propres messages à ce sujet, là où Teams me le permet. Le reste de cette conversation demeure dans Teams jusqu'à ce qu'il y soit effacé. Votre organisation en a peut-être des copies, qu'elle seule peut effacer. Un fichier que j'ai pu déposer dans votre OneDrive y reste jusqu'à ce que vous l'effaciez.
