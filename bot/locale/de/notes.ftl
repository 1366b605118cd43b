# Eigene Worte eines Coachs für eine Person, und worauf ein Coach zurückkommen will.
note-write = Eine Notiz an { $client } …
note-ask = Schreiben Sie Ihre Notiz an { $client } in Ihrer nächsten Nachricht: kurz, und in Ihren eigenen Worten. Am Tag nehme ich { $count ->
    [one] eine Notiz
   *[other] bis zu { $count } Notizen
} an.
note-preview = { $client } würde lesen:
note-send = Genau das senden
note-discard = Nicht senden
note-discarded = Nicht gesendet, und nicht behalten.
note-on-its-way = Ich bringe sie zu { $client }, in den Zeiten dort, wenn ich es dann darf. Ob ich darf, sage ich nicht.
note-enough = Am Tag nehme ich { $count ->
    [one] eine Notiz
   *[other] bis zu { $count } Notizen
} an { $client } an, und für heute ist das erreicht. Diese bleibt vorerst hier: morgen können Sie sie mit ihrem Knopf senden.
note-no = Dorthin kann ich gerade keine Notiz bringen. Es wurde nichts gesendet.
note-from = { $coach } hat Ihnen geschrieben:
note-off = Um Notizen auszuschalten, schreiben Sie „meine Einwilligungen“.
note-not-delivered = Nicht zugestellt: Ihre Notiz an { $client } vom { $day }. Der Chat hat sie nicht angenommen.

bring-up = Nächstes Mal ansprechen
bring-up-done = Gemerkt, für Sie allein. „meine Klienten“ zeigt es.
bring-up-heading = Anzusprechen
brought-up = Erledigt
brought-up-done = Von Ihrer Liste genommen.
