# Dit dans toute conversation. Un mot par idée : coach, point (check-in), petit pas, interrupteur,
# partager, récapitulatif (digest), accompagnement (engagement), reçu, accord. On vouvoie.
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
help-client = Vous pouvez m'écrire à tout moment, avec vos mots.
help-today = Pour aujourd'hui :
help-yours = Ce qui est à vous :
help-when = Quand je vous écris :
help-everything = Tout ce que je comprends
help-page = Ma page
help-coach = Pour le coach :
help-all = Voici mes commandes. Vous pouvez les écrire telles quelles :
help-all-client =
    « accueil », « petit pas », « mes réussites », « mes mots », « mes questions », « séance », « retour »
    « mes mots mars », « lettre à moi », « mes pas », « mes forces », « ma courbe », « parcours »
    « mes autorisations », « que gardez-vous », « qui a vu ça », « reçu », « conservation », « effacer »
    « changer mes horaires », « prochains messages », « pause jusqu'à lundi », « reprendre », « stop », « langue »
help-all-coach = Pour le coach : « inviter », « récapitulatif », « mes clients », « mon profil », « questions »
language-ask = Quelle langue dois-je parler ?
language-set = À partir de maintenant, je parle français.
too-long = C'est plus que ce que je peux prendre en un message ({ $limit } { $of ->
        [lines] lignes
       *[characters] caractères
    }). Rien n'a été gardé. Pourriez-vous l'envoyer en plusieurs fois ?
field-too-long = Un champ contient plus que ce que je peux y prendre ({ $limit } { $of ->
        [lines] lignes
       *[characters] caractères
    }). Rien n'a changé. Pourriez-vous le raccourcir ?
edit-too-long = Votre message est maintenant plus long que ce que je peux prendre en une fois ({ $limit } { $of ->
        [lines] lignes
       *[characters] caractères
    }) : je garde donc toujours ce qu'il disait avant. Si vous le raccourcissez, je prends les nouveaux mots ; si vous le supprimez, ma copie part aussi.
empty = Le message était vide. Écrivez avec vos mots, ou « aide ».
stale = Ce bouton ne concerne plus rien ici. Rien n'a changé. Écrivez « aide » pour voir ce que je sais faire.
already-done = C'est déjà fait. Rien n'a changé.
trouble = Quelque chose s'est mal passé de mon côté, et rien n'a été enregistré. Essayez encore une fois, s'il vous plaît.
interrupted = J'ai été interrompu, et ma réponse ne vous est peut-être pas parvenue. Ce que vous avez fait est enregistré. Écrivez-moi de nouveau, et nous reprendrons de là.
damaged = Quelque chose que j'avais gardé est abîmé, et je ne peux plus le lire. Rien n'a changé. Les personnes qui me font fonctionner peuvent s'en occuper ; votre coach sait qui elles sont.
form-unreadable = Je n'ai pas pu lire ce formulaire. Rien n'a changé. Essayez encore une fois, s'il vous plaît.

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = Votre organisation a peut-être la possibilité de lire ou d'exporter ces conversations.
