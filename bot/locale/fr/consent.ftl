# Une question par finalité. L'empreinte du texte est au registre : une phrase changée redemande.
purpose-agreement = Accord
purpose-check-ins = Points d'étape
purpose-step-prompts = Rappels de petits pas
purpose-keep-marks = Garder mes choix
purpose-keep-words = Garder mes mots
purpose-share-marks = Partager des choix
purpose-share-words = Partager des mots
purpose-reminder = Rappel d'un point d'étape
purpose-session-prep = Questions de séance
purpose-notes = Petits mots de mon coach
purpose-listed = Sur la liste de mon coach
purpose-sponsor = Lignes pour qui paie
purpose-digest = Récapitulatif
purpose-brief = Point avant une séance

ask-check-ins = Puis-je vous écrire dans vos horaires jusqu'au { $until } : pour vos points d'étape, quand quelque chose que vous avez accepté change, et deux fois à l'approche de la fin ?
ask-keep-words = Puis-je garder ce que vous écrivez, chiffré, pour que vous puissiez le relire ou le partager ? Sinon, je ne fais que vous le citer une fois.
ask-keep-marks = Puis-je garder les réponses que vous choisissez, comme « En partie » ?
ask-step-prompts = Puis-je vous rappeler un petit pas, les jours que vous choisissez, dans vos horaires, jusqu'au { $until } ?
ask-share-words = Puis-je transmettre vos mots à votre coach, jusqu'au { $until } ? Seulement ceux que vous avez relus et approuvés, une réponse à la fois.
ask-share-marks = Puis-je transmettre à votre coach des réponses que vous choisissez, comme « En partie », jusqu'au { $until } ? Seulement celles que vous avez relues et approuvées, une réponse à la fois.
ask-reminder = Puis-je vous rappeler un point d'étape une seule fois, un jour plus tard, si je n'ai pas eu de vos nouvelles ici depuis ? Ce serait jusqu'au { $until }.
ask-session-prep = Puis-je vous demander, la veille d'une séance, ce que vous voulez y apporter et, une fois après la séance, quel est votre petit pas, jusqu'au { $until } ?
ask-notes = Autorisez-vous votre coach à vous envoyer de petits mots par mon intermédiaire, dans vos horaires, jusqu'au { $until } ? Votre coach voit que vous l'autorisez.
ask-listed = Autorisez-vous votre coach à vous voir dans une liste jusqu'au { $until } : que vous êtes ici, votre dernier jour et votre prochaine séance ?
ask-sponsor = Puis-je envoyer par e-mail, à l'adresse ci-dessous, des lignes que vous écrivez pour qui paie votre accompagnement, jusqu'au { $until } ? Seulement ce que vous avez relu et approuvé, une ligne à la fois, avec votre nom et, si vous l'ajoutez, le nombre de séances.
ask-digest = Puis-je vous envoyer ce que les personnes accompagnées partagent avec vous, une fois par semaine, le jour et aux heures que vous choisissez ?
ask-brief = Puis-je vous envoyer, la veille au soir d'une séance dont vous pouvez voir la date, ce que la personne accompagnée a partagé avec vous ? Et aussi sans attendre, hors de vos heures de silence, ce que quelqu'un me demande de vous envoyer avant une séance ?

switches-heading = Ce que vous avez autorisé
switches-hint =
    Cochez ce que je peux faire, puis enregistrez. Avant d'activer quoi que ce soit de nouveau, je vous pose la question.
    Ce que vous décochez s'arrête aussitôt, et ce que j'avais gardé pour cela est effacé.
switches-until = Autorisé jusqu'au { $until }
switches-save = Enregistrer
switches-same = Rien n'a changé. Voici l'état actuel :
switched-on = { $purpose } : activé, jusqu'au { $until }.
switched-off = { $purpose } : désactivé.
switched-off-keep-words = Garder mes mots : désactivé. J'ai effacé vos mots que j'avais gardés, ainsi que vos petits pas, sauf ce qu'a déjà reçu { $coach }.
switched-off-keep-marks = Garder mes choix : désactivé. J'ai effacé les choix que j'avais gardés, sauf ce qu'a déjà reçu { $coach }.
switched-off-share = { $purpose } : désactivé. Ce qui n'était pas encore parvenu à { $coach } ne sera pas transmis.
switched-off-sponsor = { $purpose } : désactivé. Ce qui n'était pas encore parti ne partira pas, et j'ai effacé ces lignes ici. Ce qui est parti par e-mail se trouve dans une boîte aux lettres, et je ne peux pas le récupérer.

asked-again = Ce que je vous demande ici a changé depuis votre oui : c'est donc désactivé jusqu'à votre nouvelle décision.
asked-again-agreement = Notre accord a changé depuis votre oui. Jusqu'à votre nouvelle décision, je n'envoie, ne garde et ne transmets plus rien. Ce que vous avez approuvé attend, et ce que votre coach pouvait déjà voir reste tel quel.
asked-otherwise = Ce que je demandais là a changé depuis. Voici le texte maintenant :
stays-while-waiting = J'ai laissé cela tel quel, car notre accord a changé et attend d'abord votre réponse.
changed-also = Cela aussi a changé : { $purposes }. Je vous le demanderai juste après.
changed-kept = Jusqu'ici, je gardais les choses jusqu'au { $before } au plus tard ; maintenant, ce serait jusqu'au { $after }.
changed-back = Le texte est de nouveau celui auquel vous aviez dit oui.
changed-wider = La phrase est la même, mais elle couvre maintenant davantage de choses, ou davantage de personnes peuvent lire ce dont elle parle.
changed-unknown = Je n'ai pas de copie du texte précédent.
changed-before = Avant :
changed-now = Maintenant :
changed-empty = Rien n'est écrit ici.

keep-now-end = Ce que vous me laissez garder, je le garde jusqu'au { $erased }.
keep-now-days = Ce que vous me laissez garder, je le garde pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, et rien après le { $erased }.
keep-ask = Combien de temps dois-je le garder ?
keep-days = { $days } jours
keep-end = Jusqu'à la fin
