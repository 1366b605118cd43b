# Wer ein Coaching bezahlt, und die Zeilen, die eine Klientin oder ein Klient dafür freigibt.
agreement-sponsor-none = Wer Ihr Coaching bezahlt, bekommt von mir nichts.
agreement-sponsor = Als zahlende Stelle für Ihr Coaching ist genannt:
agreement-sponsor-gets = Dorthin gehen nur Zeilen, die Sie selbst geschrieben und freigegeben haben, und nur wenn Sie das eigens erlauben.

sponsor-none = Hier ist niemand genannt, der Ihr Coaching bezahlt. Wer es bezahlt, bekommt von mir nichts.
sponsor-lines-heading = Zeilen an die zahlende Stelle
sponsor-line-offer = Eine Zeile dorthin schreiben
sponsor-line-waiting = Eine Zeile ist noch unterwegs. Bis sie abgeschickt ist, können Sie sie zurücknehmen.
sponsor-line-ask =
    Was darf dort gelesen werden? Ein oder zwei Sätze in Ihren Worten reichen. Sie sehen die ganze E-Mail, bevor etwas abgeschickt wird.
    Wenn Sie mögen, geben Sie dazu an, wie viele Sitzungen es bisher gab.
sponsor-line-sentence = Ihr Satz
sponsor-line-suggested = Das Coaching findet statt.
sponsor-line-sessions = Zahl der Sitzungen bisher (kann leer bleiben)
sponsor-line-show = E-Mail ansehen
sponsor-line-empty = Dafür brauche ich einen Satz.
sponsor-line-number = Bitte schreiben Sie die Zahl der Sitzungen in Ziffern, etwa 6, oder lassen Sie das Feld leer.
sponsor-line-leaves = Wird frühestens am { $day } abgeschickt.
sponsor-line-left = Am { $day } per E-Mail abgeschickt.
sponsor-line-perhaps = Am { $day } vielleicht per E-Mail abgeschickt. Ich kann es nicht herausfinden.
sponsor-line-not-left = Nicht abgeschickt.

sponsor-preview-heading = Was dort per E-Mail ankäme
sponsor-preview-goes = Es ginge an:
sponsor-preview-exact = Genau das, Wort für Wort, mit Ihrem Namen.
sponsor-preview-group = Die Zahl der Sitzungen bleibt nur stehen, wenn bis dahin mindestens { $count ->
        [one] eine Person, nämlich Sie,
       *[other] { $count } Personen, Sie mitgezählt,
    } eine Zeile an diese Adresse geschickt haben. Sonst lasse ich sie weg.
sponsor-preview-leaves = Abgeschickt würde es frühestens am { $day }. Bis dahin können Sie es zurücknehmen. Danach liegt es in einem fremden Postfach, und ich kann es nicht zurückholen.
sponsor-send = Genau das schicken
sponsor-drop = Nicht schicken
sponsor-dropped = Es wird nicht geschickt, und ich habe es gelöscht.
sponsor-on-its-way = Es wird frühestens am { $day } abgeschickt. Bis dahin können Sie es zurücknehmen.
sponsor-too-late = Das Coaching endet, bevor das abgeschickt werden könnte. Deshalb habe ich es nicht geschickt.
sponsor-taken-back = Ich habe es zurückgenommen. Es wird nicht abgeschickt.
sponsor-deleted-here = Ich habe es hier gelöscht. Es wurde am { $day } per E-Mail abgeschickt, oder vielleicht. Was in einem fremden Postfach liegt, kann ich nicht zurückholen.

# Die E-Mail selbst. Wer sie liest, kennt diesen Bot nicht.
sponsor-mail-subject = Eine Zeile zu einem Coaching
sponsor-mail-from = { $client } hat mich gebeten, Ihnen das weiterzugeben:
sponsor-mail-sessions = { $count ->
        [one] Bisher 1 Sitzung, nach eigener Zählung.
       *[other] Bisher { $count } Sitzungen, nach eigener Zählung.
    }
sponsor-mail-decides = { $client } hat das geschrieben und diese E-Mail Wort für Wort freigegeben. Was Sie hier lesen, entscheidet allein { $client }, und kann es jederzeit beenden.
sponsor-mail-else = Sonst gebe ich Ihnen nichts weiter, und ich sage auch nicht, ob es sonst etwas gibt.
sponsor-mail-bot = Ich bin Handrail, ein Bot. Antworten auf diese E-Mail erreichen niemanden aus dem Coaching.

# Die Seite des Coachs.
sponsor-coach-ask =
    Wenn jemand anderes Ihr Coaching bezahlt, können Sie das hier angeben. Alle, die Sie begleiten, lesen Namen und Adresse in der Vereinbarung und entscheiden allein, was dorthin geht. Sie erfahren nicht, wie jemand entscheidet.
    Nur weil eine Stelle genannt ist, bekommt sie noch nichts.
sponsor-coach-now = Jetzt genannt:
sponsor-name = Wer bezahlt
sponsor-address = E-Mail-Adresse dort
sponsor-save = Speichern
sponsor-remove = Niemanden nennen
sponsor-unreadable = Ich brauche einen Namen in einer Zeile und eine einzige E-Mail-Adresse, etwa people@example.org.
sponsor-saved =
    Gespeichert. Wer von Ihnen begleitet wird, liest es in der Vereinbarung.
    Wer Zeilen an eine andere Stelle erlaubt hatte, wird vorher neu gefragt.
sponsor-removed = Jetzt ist niemand genannt. Es wird keine weitere Zeile dorthin abgeschickt, wo es vorher erlaubt war.
sponsor-too-soon = Sie haben das am { $day } geändert. Damit niemand immer wieder gefragt wird, können Sie es ab { $from } wieder ändern.
sponsor-of-organisation = Wer mich betreibt, hat für alle Coachings hier angegeben, wer bezahlt:
hold-lines = Für die zahlende Stelle haben Sie geschrieben:
erased-mailed = Was per E-Mail an die zahlende Stelle ging, liegt dort im Postfach. Nur dort kann es gelöscht werden.
