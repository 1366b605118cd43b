# What the organisation's policy says, as a client reads it when they ask (bot/messages/overview/policy.py).
policy-show = Was ist hier entschieden?
policy-heading = Was Ihre Organisation über mich entschieden hat
policy-runs = Ihre Organisation betreibt mich: { $by }
policy-runs-unnamed = Ihre Organisation betreibt mich. Ein Name ist hier nicht angegeben.
policy-contact = So erreichen Sie die Menschen, die mich betreiben: { $by }
policy-dpo = So erreichen Sie die oder den Datenschutzbeauftragten: { $by }
policy-all = Sie können aus allem wählen, was ich kann.
policy-some = Sie können wählen aus: { $purposes }.
policy-not = Hier nicht möglich: { $purposes }.
policy-grace = { $days ->
    [0] Wenn ein Coaching endet, lösche ich am Tag danach, was dazu gehört.
    [one] Wenn ein Coaching endet, lösche ich innerhalb von 1 Tag, was dazu gehört.
   *[other] Wenn ein Coaching endet, lösche ich innerhalb von { $days } Tagen, was dazu gehört.
}
policy-coaches-everyone = Hier können alle coachen.
policy-coaches-approval = Wer hier coachen kann, entscheiden die Menschen, die mich betreiben, für jede Person einzeln.
policy-coaches-listed = Hier können nur Menschen coachen, die auf einer Liste Ihrer Organisation stehen.
policy-coaches-mail = Coaches, die per E-Mail dabei sind, haben eine Adresse bei { $by }.
policy-group = { $count ->
    [one] Wer ein Coaching bezahlt, liest die Zahl der Sitzungen ab 1 Person.
   *[other] Wer ein Coaching bezahlt, liest die Zahl der Sitzungen erst ab { $count } Personen.
}
policy-workspaces = Ich arbeite nur in den Arbeitsbereichen, die Ihre Organisation ausgewählt hat.
policy-languages = Ich schreibe in diesen Sprachen: { $languages }.
policy-yours = Nichts davon schaltet etwas ein. Ich tue nur das, wozu Sie Ja gesagt haben, und Sie können jederzeit Nein sagen oder aufhören.

policy-off = Ihre Organisation erlaubt das zurzeit nicht, deshalb kann ich es nicht einschalten. Alles andere bleibt, wie es ist.
policy-workspace = Ihre Organisation hat diesen Arbeitsbereich nicht für mich ausgewählt, deshalb kann hier nichts beginnen.
unsent-policy = Nicht gesendet: { $things }. Ihre Organisation erlaubt es zurzeit nicht.
