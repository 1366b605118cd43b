# Ce qui est fait, et ce qui a été écrit : pour la personne seule.
wins-heading = Ce que vous avez fait
wins-none = Il n'y a encore rien ici. Les petits pas que vous marquez comme faits se rassemblent ici, visibles de vous uniquement.
wins-alt = Une branche avec { $count ->
    [one] { $count } feuille
   *[other] { $count } feuilles
}, une pour chaque petit pas que vous avez fait.
wins-alone = Je ne montre ceci qu'à vous.
wins-older = { $count ->
    [one] Et { $count } d'avant.
   *[other] Et { $count } d'avant.
}
recall-heading = Ce que vous avez écrit
recall-none = Je n'ai gardé aucun de vos mots.
recall-older = Plus anciens …
