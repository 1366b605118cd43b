# Was getan ist, und was geschrieben wurde: für die Person allein.
wins-heading = Was Sie geschafft haben
wins-none = Hier ist noch nichts. Kleine Schritte, die Sie als erledigt markieren, sammeln sich hier, für Sie allein.
wins-alt = Ein Zweig mit { $count ->
    [one] einem Blatt
   *[other] { $count } Blättern
}, eines für jeden kleinen Schritt, den Sie geschafft haben.
wins-alone = Das zeige ich nur Ihnen.
wins-older = { $count ->
    [one] Und 1 von früher.
   *[other] Und { $count } von früher.
}
recall-heading = Was Sie geschrieben haben
recall-none = Ich habe keine Ihrer Worte behalten.
recall-older = Frühere …
