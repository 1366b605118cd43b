# Du code au premier point.
welcome-bot = Bonjour. Je suis un robot. Je demande comment ça va, seulement aux moments que vous choisissez.
welcome-sees = Votre coach ne voit que ce que vous avez vu avant et partagé. Pas même si vous êtes ici.
welcome-stop = Écrivez « stop » à tout moment, et je me tais aussitôt.

agreement-heading = Notre accord
agreement-client = Vous décidez de ce que je demande, garde et transmets, et pouvez changer d'avis.
agreement-coach = Votre coach lit ce que vous partagez, et convient avec vous des honoraires et de la confidentialité.
agreement-organisation = Votre organisation me fait fonctionner et ne reçoit aucun rapport.
ask-agreement = Il prend fin le { $until }. Ce que j'ai gardé est effacé d'ici le { $erased }. Êtes-vous d'accord ?
agreement-card = Votre coach a écrit comment vous travailleriez ensemble :
agreement-process = Notre façon de travailler
agreement-fees = Honoraires
agreement-confidentiality = Confidentialité et ses limites
agree-yes = D'accord
agree-no = Pas maintenant
agree-no-more = C'est très bien. À partir de maintenant rien n'est envoyé, gardé ni transmis. Écrivez « accord » pour le revoir, ou « effacer » pour que tout soit effacé.
agree-no-shares = Ce que vous aviez approuvé et que votre coach n'avait pas encore reçu n'est pas transmis.
agree-later = C'est très bien. Rien n'est gardé et rien ne sera envoyé. Réécrivez votre code quand vous voulez.

rhythm-ask = Quand puis-je écrire ?
rhythm-days = Jours
rhythm-every = À quel rythme
rhythm-every-week = Chaque semaine
rhythm-every-two = Toutes les 2 semaines
rhythm-every-four = Toutes les 4 semaines
rhythm-from = De
rhythm-to = À
rhythm-zone = Ville ou fuseau horaire
rhythm-show = Me montrer
rhythm-next = J'écrirais donc :
rhythm-one = { $day }, entre { $from } et { $to }
rhythm-yes = C'est bien ça
rhythm-change = Changer
rhythm-set = Vos horaires sont retenus.
rhythm-none = Avec ces choix, rien ne viendrait avant la fin, le { $until }. Choisissez d'autres jours, s'il vous plaît.
rhythm-bad-zone = Je ne connais pas ce lieu. Essayez une grande ville près de vous, comme « Berlin » ou « Ho Chi Minh ».
rhythm-bad-days = Choisissez au moins un jour, s'il vous plaît.
rhythm-bad-window = La fin doit venir après le début, le même jour.
rhythm-quiet = Alors je n'enverrai pas de questions régulières. Vous pouvez m'écrire quand vous voulez.
rhythm-no-check-ins = Les questions régulières sont désactivées, il n'y a donc pas d'horaires à choisir. Vous pouvez les activer dans « mes autorisations ».

receipt-heading = Votre reçu
receipt-all-on = Activé, jusqu'au { $until } : { $purposes }.
receipt-all-off = Désactivé : { $purposes }.
receipt-rest-off = Tout le reste est désactivé.
receipt-nothing-on = Tout est désactivé.
receipt-given = { $purpose } : activé depuis le { $day }
receipt-given-until = { $purpose } : activé depuis le { $day }, jusqu'au { $until }
receipt-withdrawn = { $purpose } : désactivé par vous le { $day }
receipt-refused = { $purpose } : désactivé, vous avez dit non le { $day }
receipt-expired = { $purpose } : désactivé, arrivé à terme le { $day }
receipt-suspended = { $purpose } : désactivé jusqu'à ce que je redemande, car ce à quoi vous aviez dit oui a changé
receipt-never = { $purpose } : désactivé, jamais activé
receipt-number = Le registre derrière ne porte pas de nom. Son empreinte commence par { $number }.
receipt-withdrawal-agreement = Écrivez « tout effacer » dans la même conversation : cela y met fin. « stop » désactive tout ce pour quoi il a été conclu.
receipt-withdrawal = Écrivez « mes autorisations » pour une finalité, ou « stop » pour toutes, dans la même conversation.
receipt-file = Le reçu en fichier
receipt-change = Pour en changer quelque chose, écrivez « mes autorisations ».
receipt-questions = Mes questions

code-unknown = Ce code ne fonctionne pas ici. Les codes sont valables { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}. Votre coach peut vous en donner un autre.
code-own = C'est un code que vous avez fait pour quelqu'un. Remettez-le avec vos mots ; c'est à cette personne de l'écrire.
code-again = Vous êtes déjà ici avec ce coach. Écrivez « aide » pour voir ce que je sais faire.
code-wait = Cela fait plusieurs codes à la suite. Attendez { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}, vérifiez le code avec votre coach, et écrivez-le à nouveau, s'il vous plaît.
agreement-until = Il prend fin le { $until }. Ce que j'ai gardé est effacé d'ici le { $erased }.

who-coach = Votre coach :
who-account = Compte : { $account } ({ $platform })
who-elsewhere = Compte : { $account } ({ $platform }), dans un autre espace de travail que le vôtre
