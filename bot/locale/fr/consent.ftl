# Une question par finalité. L'empreinte du texte est au registre : une phrase changée redemande.
purpose-agreement = Accord
purpose-check-ins = Points
purpose-step-prompts = Rappels de petits pas
purpose-keep-marks = Garder mes choix
purpose-keep-words = Garder mes mots
purpose-share-marks = Partager des choix
purpose-share-words = Partager des mots
purpose-reminder = Rappel
purpose-session-prep = Questions de séance
purpose-notes = Mots de mon coach
purpose-listed = Sur la liste de mon coach
purpose-digest = Récapitulatif

ask-check-ins = Puis-je vous écrire dans vos horaires jusqu'au { $until } : pour un point d'étape, quand quelque chose que vous avez accepté a changé, et avant la fin ?
ask-keep-words = Puis-je garder ce que vous écrivez, chiffré, pour que vous puissiez le relire ou le partager ? Sinon je le répète une fois et je le laisse partir.
ask-keep-marks = Puis-je garder aussi vos choix (comme « En partie ») ?
ask-step-prompts = Puis-je vous rappeler un petit pas, les jours que vous choisissez, dans vos horaires, jusqu'au { $until } ?
ask-share-words = Puis-je transmettre des mots à votre coach, jusqu'au { $until } ? Seulement ceux que vous avez vus avant et approuvés, un par un.
ask-share-marks = Puis-je transmettre des choix à votre coach, jusqu'au { $until } ? Seulement ceux que vous avez vus avant et approuvés, un par un.
ask-reminder = Puis-je vous rappeler un point une fois, un jour plus tard, si vous n'êtes pas revenu ici depuis, jusqu'au { $until } ?
ask-session-prep = Puis-je vous demander la veille d'une séance ce que vous voulez y apporter, et une fois après quel est le petit pas, jusqu'au { $until } ?
ask-notes = Est-ce que votre coach peut vous envoyer par moi de petits mots, dans vos horaires, jusqu'au { $until } ? Votre coach voit que vous l'autorisez.
ask-listed = Est-ce que votre coach peut voir dans une liste que vous êtes ici, votre dernier jour et votre prochaine séance, jusqu'au { $until } ?
ask-digest = Quand quelqu'un partage quelque chose avec vous, puis-je vous l'apporter une fois par semaine, le jour et aux heures que vous choisissez ?

switches-heading = Ce que vous avez autorisé
switches-hint =
    Cochez ce que je peux faire, puis enregistrez. Avant que quoi que ce soit de nouveau compte, je vous le demande.
    Ce que vous décochez s'arrête aussitôt, et ce que j'avais gardé pour cela est effacé.
switches-until = Autorisé jusqu'au { $until }
switches-save = Enregistrer
switches-same = Rien n'a changé. Voici ce qu'il en est :
switched-on = { $purpose } : activé, jusqu'au { $until }.
switched-off = { $purpose } : désactivé.
switched-off-keep-words = « Garder mes mots » est désactivé. Ce que j'avais gardé de vos mots est effacé, les petits pas aussi, sauf ce que { $coach } a déjà reçu.
switched-off-keep-marks = « Garder mes choix » est désactivé. Les choix que j'avais gardés sont effacés, sauf ce que { $coach } a déjà reçu.
switched-off-share = { $purpose } : désactivé. Ce que { $coach } n'a pas encore reçu ne sera pas transmis.

asked-again = Ce que je vous demande ici a changé depuis votre oui : c'est donc désactivé jusqu'à votre nouvelle décision.
asked-again-agreement = Notre accord a changé depuis votre oui. Jusqu'à votre nouvelle décision, je n'envoie, ne garde et ne transmets plus rien. Ce que vous avez approuvé attend, et ce que votre coach pouvait déjà voir reste tel quel.
asked-otherwise = Ce que je demandais là a changé depuis. Voici ce qui est écrit maintenant :
stays-while-waiting = Je laisse cela tel quel : notre accord a changé et attend votre réponse.
changed-also = A changé aussi : { $purposes }. Je vous le demande une fois que vous aurez répondu à ceci.
changed-kept = Jusqu'ici, gardé au plus tard jusqu'au { $before } ; maintenant, jusqu'au { $after }.
changed-back = C'est de nouveau écrit comme lors de votre oui.
changed-wider = La phrase est la même, mais elle couvre davantage, ou plus de personnes peuvent lire.
changed-unknown = Je n'ai pas de copie de ce qui était écrit avant.
changed-before = Jusqu'ici :
changed-now = Maintenant :
changed-empty = Rien n'est écrit ici.

keep-now-end = Je garde ce que vous me laissez garder jusqu'au { $erased }.
keep-now-days = Je garde ce que vous me laissez garder pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, et rien après le { $erased }.
keep-ask = Combien de temps souhaitez-vous ?
keep-days = { $days } jours
keep-end = Jusqu'à la fin
