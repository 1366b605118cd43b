# Was getan ist, und was geschrieben wurde: für die Person allein.
wins-heading = Was Sie geschafft haben
wins-none = Hier ist noch nichts. Kleine Schritte, die Sie als erledigt markieren, sammeln sich hier, nur für Sie.
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
recall-none = Ich habe keine Worte von Ihnen gespeichert.
recall-older = Frühere …
strengths-heading = Ihre Stärken, in Ihren Worten
strengths-none = Hier ist noch nichts. Wenn ein Schritt erledigt ist und Sie sagen, was ihn möglich gemacht hat, sammeln sich Ihre Worte hier, nur für Sie.
strengths-alone = Das zeige ich nur Ihnen, und ich speichere es längstens bis { $until }.
curve-heading = Ihre Antworten von 1 bis 5
curve-none = Noch gibt es keine Linie zu zeichnen. Zwei Antworten von 1 bis 5 auf dieselbe Frage genügen.
curve-keeping = Solche Antworten speichere ich nur, wenn Sie es erlauben.
curve-alt = Eine Linie durch Ihre Antworten, die älteste zuerst: { $values }
curve-point = { $day }: { $value }
