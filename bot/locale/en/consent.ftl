# One question per purpose. The wording's hash stands in the ledger: a changed sentence asks again.
purpose-agreement = Agreement
purpose-check-ins = Check-ins
purpose-step-prompts = Step reminders
purpose-keep-marks = Keep my choices
purpose-keep-words = Keep my words
purpose-share-marks = Share choices
purpose-share-words = Share words
purpose-reminder = Check-in reminder
purpose-session-prep = Session questions
purpose-notes = Notes from my coach
purpose-listed = On my coach's list
purpose-sponsor = Lines for whoever pays
purpose-digest = Digest
purpose-brief = Brief before a session

ask-check-ins = May I write in your hours until { $until }: to check in, when something you agreed to changes, and twice near the end?
ask-keep-words = May I keep what you write, encrypted, for you to reread or share? Otherwise I only quote it back once.
ask-keep-marks = May I keep answers you choose, such as “partly”?
ask-step-prompts = May I remind you of a small step, on days you pick, in your hours, until { $until }?
ask-share-words = May I pass on your words to your coach, until { $until }? Only what you have previewed and approved, one answer at a time.
ask-share-marks = May I pass on answers you choose, such as “partly”, to your coach, until { $until }? Only what you have previewed and approved, one answer at a time.
ask-reminder = May I remind you of a check-in once, a day later, if you have not been here since? This would be until { $until }.
ask-session-prep = May I ask you the day before a session what you want to bring, and once after it what your one small step is, until { $until }?
ask-notes = May your coach send you short notes through me, in your hours, until { $until }? Your coach sees that you allow it.
ask-listed = May your coach see you on a list until { $until }: that you are here, your last day and your next session?
ask-sponsor = May I mail lines that you write for whoever pays for your coaching to the address below, until { $until }? Only what you have previewed and approved, one line at a time, with your name and, if you add it, the number of sessions.
ask-digest = May I send you what clients share with you, once a week, on the day and in the hours that you choose?
ask-brief = May I send you, the evening before a session that a client lets you see, what they have shared with you? And at once, in your day, what a client asks me to send you before a session?

switches-heading = What you have allowed
switches-hint =
    Tick what I may do, then save. Before anything new counts, I ask you about it.
    Whatever you untick ends at once, and what I kept because of it is deleted.
switches-until = Allowed until { $until }
switches-save = Save
switches-same = Nothing was changed. This is how it stands:
switched-on = { $purpose }: on, until { $until }.
switched-off = { $purpose }: off.
switched-off-keep-words = Keep my words: off. I've erased the words of yours that I had kept, and your steps, except what { $coach } already received.
switched-off-keep-marks = Keep my choices: off. I've erased the choices I had kept, except what { $coach } already received.
switched-off-share = { $purpose }: off. What { $coach } had not yet received won't be passed on.
switched-off-sponsor = { $purpose }: off. What had not left won't leave, and I've erased those lines here. What left by mail lies in a mailbox, and I can't get it back.

asked-again = What I ask you here has changed since you said yes, so it is off until you decide again.
asked-again-agreement = Our agreement has changed since you said yes. Until you decide again, I send, keep and pass on nothing more. What you have approved waits, and what your coach could see before stays as it was.
asked-otherwise = What I asked there has changed since. It now reads:
stays-while-waiting = I've left this as it was, because our agreement has changed and needs your answer first.
changed-also = Also changed: { $purposes }. I'll ask about that after this one.
changed-kept = Until now I kept things until { $before } at the latest; now it would be until { $after }.
changed-back = It now reads as it did when you said yes.
changed-wider = The sentence is the same, but it now covers more, or more people may read it.
changed-unknown = I have no copy of the earlier text.
changed-before = Before:
changed-now = Now:
changed-empty = Nothing is written here.

keep-now-end = I keep what you let me keep until { $erased }.
keep-now-days = I keep what you let me keep for { $days ->
        [one] 1 day
       *[other] { $days } days
    }, and nothing after { $erased }.
keep-ask = How long should I keep it?
keep-days = { $days } days
keep-end = Until the end
