# What the organisation's policy says, as a client reads it when they ask (bot/messages/overview/policy.py).
policy-show = Qu'est-ce qui est décidé ici ?
policy-heading = Ce que votre organisation a décidé à mon sujet
policy-runs = Votre organisation me gère : { $by }
policy-runs-unnamed = Votre organisation me gère. Aucun nom n'est indiqué ici.
policy-contact = Pour joindre les personnes qui me gèrent : { $by }
policy-dpo = Pour joindre le ou la responsable de la protection des données : { $by }
policy-all = Vous pouvez choisir parmi tout ce que je sais faire.
policy-some = Vous pouvez choisir parmi : { $purposes }.
policy-not = Pas possible ici : { $purposes }.
policy-grace = { $days ->
    [0] Quand un accompagnement se termine, j'efface le lendemain ce qui s'y rapporte.
    [one] Quand un accompagnement se termine, j'efface en 1 jour ce qui s'y rapporte.
   *[other] Quand un accompagnement se termine, j'efface en { $days } jours au plus ce qui s'y rapporte.
}
policy-coaches-everyone = Ici, tout le monde peut être coach.
policy-coaches-approval = Ici, les personnes qui me gèrent décident, au cas par cas, qui peut être coach.
policy-coaches-listed = Ici, seules les personnes d'une liste de votre organisation peuvent être coachs.
policy-coaches-mail = Les coachs qui passent par e-mail ont une adresse chez { $by }.
policy-group = { $count ->
    [one] La personne ou l'organisation qui paie lit le nombre de séances à partir de 1 personne.
   *[other] La personne ou l'organisation qui paie ne lit le nombre de séances qu'à partir de { $count } personnes.
}
policy-workspaces = Je ne travaille que dans les espaces de travail choisis par votre organisation.
policy-languages = J'écris dans ces langues : { $languages }.
policy-yours = Rien de tout cela n'active quoi que ce soit. Je ne fais que ce à quoi vous avez dit oui, et vous pouvez dire non ou tout arrêter à tout moment.

policy-off = Votre organisation ne le permet pas en ce moment, je ne peux donc pas l'activer. Tout le reste demeure inchangé.
policy-workspace = Votre organisation n'a pas choisi cet espace de travail pour moi, rien ne peut donc commencer ici.
unsent-policy = Non envoyé : { $things }. Votre organisation ne le permet pas en ce moment.
