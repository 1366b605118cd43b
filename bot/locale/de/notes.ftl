# Eigene Worte eines Coachs für eine Person, und worauf ein Coach zurückkommen will.
note-write = Eine Notiz an { $client } …
note-ask = Schreiben Sie Ihre Notiz an { $client } in Ihrer nächsten Nachricht: kurz, und in Ihren eigenen Worten. Pro Tag nehme ich { $count ->
    [one] eine Notiz
   *[other] bis zu { $count } Notizen
} an.
note-preview = { $client } würde lesen:
note-send = Genau das senden
note-discard = Nicht senden
note-discarded = Nicht gesendet und nicht gespeichert.
note-on-its-way = Ich stelle sie in den Zeiten zu, die { $client } gewählt hat, wenn ich es dann darf. Ob ich es konnte, sage ich Ihnen nicht.
note-enough = Pro Tag nehme ich für { $client } { $count ->
        [one] eine Notiz
       *[other] bis zu { $count } Notizen
    } an, und für heute ist das erreicht. Diese bleibt vorerst hier: Morgen können Sie sie mit „{ note-send }“ abschicken.
note-no = Dort kann ich gerade keine Notiz zustellen. Es wurde nichts gesendet.
note-from = { $coach } hat Ihnen geschrieben:
note-off = Um Notizen auszuschalten, schreiben Sie „meine Einwilligungen“.
note-not-delivered = Nicht zugestellt: Ihre Notiz an { $client } vom { $day }. Der Chat hat sie nicht angenommen.

bring-up = Nächstes Mal ansprechen
bring-up-done = Vorgemerkt, nur für Sie. Sie finden es unter „meine Coachings“.
bring-up-heading = Zum Ansprechen
brought-up = Erledigt
brought-up-done = Von Ihrer Liste genommen.
