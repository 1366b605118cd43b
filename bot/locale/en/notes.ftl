# A coach's own words for one client, and what a coach wants to come back to.
note-write = A note to { $client } …
note-ask = Write your note to { $client } in your next message: short, and in your own words. I can take { $count ->
    [one] 1 note
   *[other] { $count } notes
} a day.
note-preview = { $client } would read:
note-send = Send exactly this
note-discard = Don't send it
note-discarded = Not sent, and not kept.
note-on-its-way = I'll deliver it to { $client } in their hours, if I may at that time. I won't tell you whether I could.
note-enough = I can take { $count ->
    [one] 1 note
   *[other] { $count } notes
} a day to { $client }, and you have reached that for today. This one stays here for now: you can send it tomorrow with its button.
note-no = I can't deliver a note there now. Nothing was sent.
note-from = { $coach } wrote to you:
note-off = To turn notes off, type “my permissions”.
note-not-delivered = Not delivered: your note to { $client } of { $day }. Their chat didn't accept it.

bring-up = Bring up next time
bring-up-done = Marked, for you alone. You'll find it under “my clients”.
bring-up-heading = To bring up
brought-up = Done with it
brought-up-done = Taken off your list.
