# Said on the local page only: its name, and what an erase leaves on it.
platform-local = la page locale
erased-chat-local-all = J'ai effacé mes propres messages ici. Ce que vous avez écrit reste sur cette page jusqu'à ce que vous appuyiez sur « Clear this chat ».
erased-chat-local-part = J'ai effacé ici mes propres messages à ce sujet. Ce que vous avez écrit reste sur cette page jusqu'à ce que vous l'y effaciez.
erased-chat-local-kept = J'ai effacé ici mes propres messages à ce sujet. Le reste de cette conversation demeure sur la page jusqu'à ce que vous appuyiez sur « Clear this chat ».
