# Coaches von außerhalb: ein Link zum Weitergeben, und der erste Besuch der Person, die damit kommt.
guest-link-here = Hier ist ein Link für einen Coach, der hier kein Konto hat:
guest-link-how = Geben Sie ihn selbst weiter; ich schreibe niemandem. Er gilt einmal, bis { $until }. Wer ihn öffnet, gibt die eigene E-Mail-Adresse ein und bekommt per Mail einen Zugang.
guest-link-sees = Er zeigt nichts über Sie, auch nicht Ihren Namen. Ihr Coach gibt Ihnen danach einen Code. Wenn Sie ihn hier eingeben, lesen Sie Namen und E-Mail-Adresse, bevor Sie zustimmen.
guest-link-end = Den Link schließen
guest-links-ended = { $count ->
    [0] Von Ihnen ist kein Link offen.
    [one] Ihr Link öffnet nichts mehr.
   *[other] Ihre { $count } Links öffnen nichts mehr.
}
guest-links-enough = In den letzten Tagen haben Sie { $count ->
    [one] 1 Link
   *[other] { $count } Links
} erstellt, mehr kann ich im Moment nicht machen. Sie können einen offenen nehmen oder in ein paar Tagen wieder fragen.
guest-no-mail = Hier braucht Ihr Coach ein eigenes Konto; einen Zugang per Mail gibt es noch nicht. Wer mich betreibt, kann ihn einrichten.
guest-my-coach = Mein Coach hat hier kein Konto
guest-welcome = Sie kommen über einen Link für Coaches. Ich frage zwischen Ihren Sitzungen, wie es läuft, und gebe Ihnen nur weiter, was geteilt wird.
guest-keeps = Ich speichere Ihren Namen und Ihre E-Mail-Adresse, damit zu sehen ist, wer als Coach da ist. Meine Mails enthalten einen Link und sonst nichts. Sie können hier jederzeit alles löschen.
guest-name = Ihr Name, wie man Sie im Coaching kennt
guest-begin = Beginnen
guest-name-missing = Bitte geben Sie den Namen ein, unter dem man Sie im Coaching kennt.
guest-arrived = Sie können beginnen. Um mit jemandem zu arbeiten, erstellen Sie einen Code und geben ihn selbst weiter. Die andere Person liest Ihren Namen und Ihre E-Mail-Adresse und entscheidet.
guest-given = Falls Sie den Link von jemandem haben, den Sie begleiten: Ich sage Ihnen nicht, wer das war, und dort sage ich nicht, dass Sie hier sind. Ein Code, den Sie weitergeben, bringt Sie zusammen.
guest-over = Dieser Link wurde schon benutzt, oder er gilt nicht mehr. Wer ihn Ihnen gegeben hat, kann einen neuen erstellen.
