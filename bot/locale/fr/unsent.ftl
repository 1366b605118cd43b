# What was not sent, and why: said above the next answer.
unsent-thing = { $kind } ({ $day })
unsent-late = Non envoyé : { $things }. Je n'ai pas pu le faire dans vos horaires, et je n'envoie rien après coup.
unsent-changed = Non envoyé : { $things }. Ce que vous aviez accepté a changé, et j'attends votre nouvelle réponse.
unsent-away = Non envoyé : { $things }. On m'avait retiré de cet espace de travail.
unsent-broken = Non remis : { $things }. Je n'ai pas pu lire l'ensemble.
unsent-refused = Non remis : { $things }. La messagerie n'a pas accepté cet envoi.
unsent-sponsor = Non envoyé : { $things }. Le message n'est pas passé par e-mail.
unsent-halted = Non envoyé : { $things }. Votre organisation avait mis en pause ce que j'envoie de moi-même.
halted-now = Votre organisation a mis en pause ce que j'envoie de moi-même. D'ici la fin de cette pause, rien n'arrive si vous n'écrivez pas en premier. Je continue à vous répondre, et ce que vous avez autorisé reste tel quel.
restored-ask = J'ai été rétabli à partir d'une sauvegarde du { $day }. Ce que vous avez modifié depuis, je ne le sais peut-être plus : vos jours et vos heures, les sujets de mes questions, votre langue. Je n'écrirai donc pas de moi-même avant que vous ayez regardé. Quand tout vous convient, écrivez « reprendre ».
