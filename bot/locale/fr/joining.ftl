# Du code au premier point d'étape.
welcome-bot = Bonjour. Je suis Handrail, un robot. Je prends de vos nouvelles aux moments que vous choisissez.
welcome-sees = Votre coach ne voit même pas que vous êtes ici.
welcome-stop = Écrivez « stop », et j'arrête.

agreement-heading = Notre accord
agreement-client = Vous décidez, à tout moment, de ce que je demande, garde et transmets.
agreement-coach = Votre coach convient avec vous des honoraires et de la confidentialité, et ne voit que ce que vous partagez.
agreement-organisation = Votre organisation me gère et ne reçoit aucun rapport.
ask-agreement = Il prend fin le { $until }. Ce que j'ai gardé est effacé au plus tard le { $erased }. Êtes-vous d'accord ?
agreement-card = Votre coach a écrit comment vous travailleriez ensemble :
agreement-process = Notre façon de travailler
agreement-fees = Honoraires
agreement-confidentiality = Confidentialité et ses limites
agree-yes = D'accord
agree-no = Pas maintenant
agree-no-more = C'est entendu. À partir de maintenant, rien n'est envoyé, gardé ni transmis. Écrivez « accord » pour le revoir, ou « effacer » pour que tout soit effacé.
agree-no-shares = Ce que vous aviez approuvé et que votre coach n'a pas encore reçu n'est pas transmis.
agree-later = C'est entendu. Rien n'est gardé et rien ne sera envoyé. Écrivez de nouveau votre code quand vous voulez.

rhythm-ask = Quand puis-je écrire ?
rhythm-days = Jours
rhythm-every = À quel rythme
rhythm-every-week = Chaque semaine
rhythm-every-two = Toutes les 2 semaines
rhythm-every-four = Toutes les 4 semaines
rhythm-from = De
rhythm-to = À
rhythm-zone = Ville
rhythm-show = Me montrer
rhythm-next = Voici quand je vous écrirais :
rhythm-one = { $day }, de { $from } à { $to }
rhythm-yes = C'est bien ça
rhythm-change = Changer
rhythm-set = Vos horaires sont enregistrés.
rhythm-none = Avec ces choix, rien ne viendrait avant la fin, le { $until }. Merci de choisir d'autres jours.
rhythm-bad-zone = Je ne connais pas ce lieu. Essayez une grande ville près de chez vous, comme « Berlin » ou « Ho Chi Minh ».
rhythm-bad-days = Merci de choisir au moins un jour.
rhythm-bad-window = L'heure de fin doit venir après l'heure de début, le même jour.
rhythm-quiet = Alors je n'enverrai pas de points d'étape. Vous pouvez m'écrire quand vous voulez.
rhythm-no-check-ins = Les points d'étape sont désactivés, il n'y a donc pas d'horaires à choisir. Vous pouvez les activer dans « mes autorisations ».

receipt-heading = Votre reçu
receipt-all-on = Activé, jusqu'au { $until } : { $purposes }.
receipt-all-off = Désactivé : { $purposes }.
receipt-rest-off = Tout le reste est désactivé.
receipt-nothing-on = Tout est désactivé.
receipt-given = { $purpose } : activé depuis le { $day }
receipt-given-until = { $purpose } : activé depuis le { $day }, jusqu'au { $until }
receipt-withdrawn = { $purpose } : désactivé par vous le { $day }
receipt-refused = { $purpose } : désactivé, vous avez dit non le { $day }
receipt-expired = { $purpose } : désactivé, arrivé à son terme le { $day }
receipt-revoked = { $purpose } : désactivé par votre organisation le { $day }
receipt-suspended = { $purpose } : désactivé jusqu'à ce que je vous repose la question, car ce à quoi vous aviez dit oui a changé
receipt-never = { $purpose } : désactivé, jamais activé
receipt-number = Le registre qui le prouve ne contient pas de nom. Son empreinte commence par { $number }.
receipt-withdrawal-agreement = Écrivez « tout effacer » dans la même conversation pour y mettre fin. « stop » désactive tout ce pour quoi il a été conclu.
receipt-withdrawal = Écrivez « mes autorisations » pour en retirer une, ou « stop » pour les retirer toutes, dans la même conversation.
receipt-file = Le reçu en fichier
receipt-change = Pour y changer quelque chose, écrivez « mes autorisations ».
receipt-questions = Mes questions

code-unknown = Ce code ne fonctionne pas ici. Les codes sont valables { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} ; votre coach peut vous en donner un nouveau.
code-own = Ce code, vous l'avez créé pour une personne que vous accompagnez. Transmettez-le avec vos mots ; c'est à elle de l'écrire ici.
code-again = Votre accompagnement avec cette personne a déjà commencé ici. Écrivez « aide » pour voir ce que je sais faire.
code-wait = Cela fait plusieurs codes en peu de temps. Merci d'attendre { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}, de vérifier le code avec votre coach, puis de l'écrire à nouveau.
agreement-until = Il prend fin le { $until }. Ce que j'ai gardé est effacé au plus tard le { $erased }.

who-coach = Votre coach :
who-account = Compte : { $account } ({ $platform })
who-elsewhere = Compte : { $account } ({ $platform }), dans un espace de travail différent du vôtre
