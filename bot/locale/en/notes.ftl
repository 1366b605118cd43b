# A coach's own words for one client, and what a coach wants to come back to.
note-write = A note to { $client } …
note-ask = Write your note to { $client } in your next message: short, and in your own words. I take up to { $count } a day.
note-preview = { $client } would read:
note-send = Send exactly this
note-discard = Don't send it
note-discarded = Not sent, and not kept.
note-on-its-way = I bring it to { $client } inside their hours, if I may then. Whether I may, I don't tell.
note-enough = I take up to { $count } notes a day to { $client }, and today's are taken. This one stays here for now: tomorrow you can send it with its button.
note-no = I can't bring a note there now. Nothing was sent.
note-from = { $coach } wrote to you:
note-off = To turn notes off, type “what I have allowed”.
note-not-delivered = Not delivered: your note to { $client } of { $day }. Their chat did not take it.

bring-up = Bring up next time
bring-up-done = Marked, for you alone. “my clients” shows it.
bring-up-heading = To bring up
brought-up = Done with it
brought-up-done = Taken off your list.
