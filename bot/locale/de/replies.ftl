# Antworten im Thread, Antworten im Formular, und ein Emoji neben einer Frage.
reaction-met = Ich sehe, dass Sie dort ein Emoji gesetzt haben, kann es aber nicht als Antwort lesen. Ein Wort oder eine Schaltfläche erreicht mich. Nötig ist beides nicht.
digest-replied = Das habe ich an niemanden weitergegeben und nicht aufbewahrt. Wenn es für jemanden gedacht ist, kann ich eine Notiz überbringen:
digest-replied-only = Das habe ich an niemanden weitergegeben und nicht aufbewahrt.
answer-in-form = Im Formular antworten
apart-ask = Was Sie in dieses Formular schreiben, erscheint nicht in unserem Chat, außer Sie möchten es sehen oder teilen es.
apart-words = Ihre Antwort
apart-send = Absenden
apart-kept = Ihre Antwort aus dem Formular ist da.
apart-not-kept = Ich habe Ihre Antwort aus dem Formular gelesen und nicht aufbewahrt.
home-hello = Hallo. Ich bin Handrail, ein Bot.
home-code-ask = Wenn Sie von Ihrem Coach einen Code haben, können Sie ihn hier eingeben. Ich antworte in unserem Chat.
home-code = Ihr Code
home-code-send = Diesen Code verwenden
home-coach = Ich bin Coach
code-unreadable = Das sieht nicht nach einem Code aus. Ein Code besteht aus zwölf Buchstaben und Ziffern, so wie Sie ihn von Ihrem Coach haben.
