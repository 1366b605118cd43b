# Dit dans toute conversation. Un mot par idée : coach, point d'étape (check-in), petit pas, autorisation,
# partager, retirer un partage, récapitulatif (digest), accompagnement (engagement), reçu, accord, petit mot
# (note), citer, garder, effacer (erase), supprimer un message, pause, conversation (chat), messagerie
# (platform). La personne qui accompagne est « coach », l'autre « personne accompagnée ». On vouvoie.
locale = fr
# Dates as sentences write them. CLDR names months and days; lists and buttons have short ones.
date-day = { $weekday } { $day ->
        [1] 1er
       *[other] { $day }
    } { $month }
date-day-year = { $weekday } { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
date-year = { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
date-hour = { $hours ->
       *[other] à { $hour }
    }
date-moment = { $day } { $hour }
date-weekday = { $number ->
       *[other] { $name }
    }
summary = Un message de Handrail
# How a name that is not plainly a name stands inside a sentence of the bot.
named = « { $name } »
yes = Oui
no = Non
not-now = Pas maintenant

hello =
    Bienvenue. Je suis Handrail, un robot. Si votre coach vous a donné un code, écrivez-le ici.
    Si vous êtes coach, écrivez « inviter ».
help-client = Vous pouvez m'écrire à tout moment, avec vos propres mots.
help-today = Pour aujourd'hui :
help-yours = Ce qui est à vous :
help-when = Quand je vous écris :
help-everything = Tout ce que je comprends
help-page = Ma page
help-coach = En tant que coach :
help-all = Voici mes commandes. Vous pouvez les écrire telles quelles :
help-all-client =
    « accueil », « petit pas », « mes réussites », « mes mots », « mes questions », « séance », « retour »
    « mes mots mars », « lettre à moi », « mes pas », « mes forces », « ma courbe », « parcours »
    « mes autorisations », « que gardez-vous », « qui a vu ça », « reçu », « conservation », « effacer »
    « changer mes horaires », « prochains messages », « pause jusqu'à lundi », « reprendre », « stop », « langue », « sponsor », « règles de mon organisation », « mon coach est externe »
help-all-coach = En tant que coach : « inviter », « récapitulatif », « mes accompagnements », « mon profil », « questions », « sponsor »
language-ask = Quelle langue souhaitez-vous ?
language-set = À partir de maintenant, je vous écris en français.
too-long = C'est plus long que ce que je peux prendre en un message ({ $limit } { $of ->
        [lines] lignes
       *[characters] caractères
    }). Je n'en ai rien gardé. Pourriez-vous l'envoyer en plusieurs fois ?
field-too-long = Un champ est plus long que ce que je peux y prendre ({ $limit } { $of ->
        [lines] lignes
       *[characters] caractères
    }). Rien n'a changé. Pourriez-vous le raccourcir ?
edit-too-long = Votre message est maintenant plus long que ce que je peux prendre en une fois ({ $limit } { $of ->
        [lines] lignes
       *[characters] caractères
    }) : ma copie dit donc toujours ce qu'il disait avant. Si vous le raccourcissez, je prends les nouveaux mots ; si vous le supprimez, je supprime aussi ma copie.
empty = Ce message était vide. Écrivez avec vos propres mots, ou écrivez « aide ».
stale = Ce bouton n'est plus valable. Rien n'a changé. Écrivez « aide » pour voir ce que je sais faire.
already-done = C'est déjà fait. Rien n'a changé.
trouble = Quelque chose n'a pas marché de mon côté, et rien n'a été enregistré. Merci d'essayer encore une fois.
interrupted = Il y a eu une interruption, et ma réponse ne vous est peut-être pas parvenue. Ce que vous avez fait est enregistré. Écrivez-moi de nouveau, et nous reprendrons à partir de là.
damaged = Quelque chose que j'avais gardé est abîmé, et je ne peux plus le lire. Rien n'a changé. Les personnes qui me gèrent peuvent s'en occuper ; votre coach sait qui elles sont.
form-unreadable = Je n'ai pas pu lire ce formulaire. Rien n'a changé. Merci d'essayer encore une fois.

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = Votre organisation a peut-être la possibilité de lire ou d'exporter les conversations d'ici.
