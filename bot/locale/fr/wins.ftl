# Ce qui est fait, et ce qui a été écrit : pour la personne seule.
wins-heading = Ce que vous avez fait
wins-none = Il n'y a encore rien ici. Vous y retrouverez, rien que pour vous, les petits pas que vous marquez comme faits.
wins-alt = Une branche avec { $count ->
    [one] { $count } feuille
   *[other] { $count } feuilles
}, une pour chaque petit pas que vous avez fait.
wins-alone = Je ne montre ceci qu'à vous.
wins-older = { $count ->
    [one] Et avant cela, encore { $count }.
   *[other] Et avant cela, encore { $count }.
}
recall-heading = Ce que vous avez écrit
recall-none = Je n'ai gardé aucun de vos mots.
recall-older = Plus anciens …
strengths-heading = Vos forces, avec vos mots
strengths-none = Il n'y a encore rien ici. Quand un petit pas est fait et que vous dites ce qui l'a rendu possible, vous retrouvez vos mots ici, rien que pour vous.
strengths-alone = Je ne montre ceci qu'à vous, et je le garde au plus tard jusqu'au { $until }.
curve-heading = Vos réponses de 1 à 5
curve-none = Il n'y a pas encore de courbe à tracer. Il suffit de deux réponses de 1 à 5 à la même question.
curve-keeping = Je ne garde ces réponses que si vous l'autorisez.
curve-alt = Une ligne passant par vos réponses, de la plus ancienne à la plus récente : { $values }
curve-point = { $day } : { $value }
