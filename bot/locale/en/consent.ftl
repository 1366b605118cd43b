# One question per purpose. The wording's hash stands in the ledger: a changed sentence asks again.
purpose-agreement = Agreement
purpose-check-ins = Check-ins
purpose-step-prompts = Step prompts
purpose-keep-marks = Keep my taps
purpose-keep-words = Keep my words
purpose-share-marks = Share taps
purpose-share-words = Share words
purpose-reminder = Reminder
purpose-session-prep = Session questions
purpose-notes = Notes from my coach
purpose-listed = On my coach's list
purpose-digest = Digest

ask-check-ins = May I write inside your hours until { $until }: with check-ins, in place of one when something you agreed to changes, and once before we end?
ask-keep-words = May I keep what you write, encrypted, so that you can reread or share it? If not, I quote it back once and let it go.
ask-keep-marks = May I keep your taps (such as “partly”) too?
ask-step-prompts = May I bring a small step back to you once, on a day you pick, inside your hours, until { $until }?
ask-share-words = May I pass words on to your coach, until { $until }? Only ones you have previewed and approved, one at a time.
ask-share-marks = May I pass taps on to your coach, until { $until }? Only ones you have previewed and approved, one at a time.
ask-reminder = May I remind you of a check-in once, a day later, if you have not been here since, until { $until }?
ask-session-prep = May I ask you the day before a session what you want to bring, and once after it what the one small step is, until { $until }?
ask-notes = May your coach send you short notes through me, inside your hours, until { $until }? Your coach sees that you allow it.
ask-listed = May your coach see in a list that you are here, your last day and your next session, until { $until }?
ask-digest = When a client shares something with you, may I bring it to you once a week, on the day and in the hours that you choose?

switches-heading = What you have allowed
switches-hint =
    Tick what I may do, then save. Before anything new counts, I ask you about it.
    Whatever you untick ends at once, and what I kept because of it is deleted.
switches-until = Allowed until { $until }
switches-save = Save
switches-same = Nothing was changed. This is how it stands:
switched-on = { $purpose } is on, until { $until }.
switched-off = { $purpose } is off.
switched-off-keep-words = Keep my words is off. What I had kept of your words is erased, steps too, except what { $coach } already received.
switched-off-keep-marks = Keep my taps is off. The taps I had kept are erased, except what { $coach } already received.
switched-off-share = { $purpose } is off. What { $coach } had not yet received will not be passed on.

asked-again = What I ask you here has changed since you said yes, so it is off until you decide anew.
asked-again-agreement = Our agreement has changed since you said yes. Until you decide anew, I send, keep and pass on nothing more. What you have approved waits, and what your coach could see before stays as it was.
asked-otherwise = What I had asked there has changed since. This is how it reads now:
stays-while-waiting = I leave this as it was, because our agreement has changed and waits for your answer.
changed-also = Also changed: { $purposes }. I ask about that once you have answered this.
changed-kept = Kept until { $before } at the latest so far; now until { $after }.
changed-back = It reads again as it did when you said yes.
changed-wider = The sentence is the same, but more is done under it, or more people may read it.
changed-unknown = I have no copy of how it read before.
changed-before = So far:
changed-now = Now:
changed-empty = Nothing is written here.

keep-now-end = I keep what you let me keep until { $erased }.
keep-now-days = I keep what you let me keep for { $days } days, and nothing after { $erased }.
keep-ask = How long would you like?
keep-days = { $days } days
keep-end = Until the end
