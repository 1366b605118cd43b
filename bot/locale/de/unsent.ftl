# What was not sent, and why: said above the next answer.
unsent-thing = { $kind } ({ $day })
unsent-late = Nicht gesendet: { $things }. In Ihren Zeiten konnte ich es nicht senden, und verspätet sende ich nicht.
unsent-changed = Nicht gesendet: { $things }. Wozu Sie Ja gesagt hatten, hat sich geändert, und ich warte auf Ihre neue Antwort.
unsent-away = Nicht gesendet: { $things }. Ich war aus diesem Arbeitsbereich entfernt worden.
unsent-broken = Nicht zugestellt: { $things }. Ich konnte nicht alles davon lesen.
unsent-refused = Nicht zugestellt: { $things }. Dieser Chat hat es nicht angenommen.
unsent-sponsor = Nicht gesendet: { $things }. Es kam per E-Mail nicht durch.
unsent-halted = Nicht gesendet: { $things }. Ihre Organisation hatte angehalten, was ich von mir aus sende.
halted-now = Ihre Organisation hat angehalten, was ich von mir aus sende. Solange das gilt, kommt nichts, ohne dass Sie zuerst schreiben. Ich antworte Ihnen weiterhin, und was Sie erlaubt haben, bleibt, wie es ist.
restored-ask = Ich wurde aus einer Sicherung vom { $day } wiederhergestellt. Was Sie seitdem geändert haben, weiß ich vielleicht nicht mehr: Ihre Tage und Uhrzeiten, wonach ich frage, Ihre Sprache. Deshalb schreibe ich von mir aus erst wieder, wenn Sie nachgesehen haben. Wenn alles so ist, wie Sie es möchten, schreiben Sie „weiter“.
