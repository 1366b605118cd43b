# Who pays for a coaching, and the lines that a client lets them read.
agreement-sponsor-none = Whoever pays gets nothing from me.
agreement-sponsor = Named as paying for your coaching:
agreement-sponsor-gets = They get only lines that you have written and approved for them, and only if you allow that separately.

sponsor-none = Nobody is named here as paying for your coaching. Whoever pays gets nothing from me.
sponsor-lines-heading = Lines for whoever pays
sponsor-line-offer = Write a line for them
sponsor-line-waiting = A line is still on its way. Until it has left, you can take it back.
sponsor-line-ask =
    What may they read? A sentence or two in your own words is enough. You see the whole mail before anything leaves.
    If you like, add how many sessions there have been.
sponsor-line-sentence = Your sentence
sponsor-line-suggested = The coaching is taking place.
sponsor-line-sessions = Number of sessions so far (can stay empty)
sponsor-line-show = Show me the mail
sponsor-line-empty = I need a sentence for that.
sponsor-line-number = Please write the number of sessions in digits, such as 6, or leave it empty.
sponsor-line-leaves = It leaves on { $day } at the earliest.
sponsor-line-left = It left by mail on { $day }.
sponsor-line-perhaps = It may have left by mail on { $day }. I can't find out.
sponsor-line-not-left = It has not left.

sponsor-preview-heading = What they would read by mail
sponsor-preview-goes = It would go to:
sponsor-preview-exact = Exactly this, word for word, with your name.
sponsor-preview-group = The number of sessions stays in only if at least { $count ->
        [one] 1 person
       *[other] { $count } people
    }, you included, have sent a line to this address by then. Otherwise I leave it out.
sponsor-preview-leaves = It would leave on { $day } at the earliest. Until then you can take it back. After that it lies in their mailbox, and I can't get it back.
sponsor-send = Send exactly this
sponsor-drop = Don't send
sponsor-dropped = It won't be sent, and I've erased it.
sponsor-on-its-way = It leaves on { $day } at the earliest. Until then you can take it back.
sponsor-too-late = The coaching ends before this could leave, so I haven't sent it.
sponsor-taken-back = I've taken it back. It won't leave.
sponsor-deleted-here = I've erased it here. It left by mail on { $day }, or may have, and what lies in a mailbox I can't get back.

# The mail itself, read by somebody who does not know this bot.
sponsor-mail-subject = A line about a coaching
sponsor-mail-from = { $client } asked me to pass this on to you:
sponsor-mail-sessions = { $count ->
        [one] 1 session so far, by their own count.
       *[other] { $count } sessions so far, by their own count.
    }
sponsor-mail-decides = { $client } wrote this and approved this mail word for word. They alone decide what you read here, and can end it at any time.
sponsor-mail-else = I pass on nothing else to you, and I don't say whether there is anything else.
sponsor-mail-bot = I am Handrail, a bot. Replies to this mail don't reach anybody in the coaching.

# The coach's side.
sponsor-coach-ask =
    If somebody else pays for your coaching, you can name them here. Each of your clients reads the name and the address in the agreement and decides alone what they get. You don't hear what a client decides.
    Whoever you name gets nothing just because they are named.
sponsor-coach-now = Named now:
sponsor-name = Who pays
sponsor-address = Their e-mail address
sponsor-save = Save
sponsor-remove = Name nobody
sponsor-unreadable = I need a name on one line, and one e-mail address such as people@example.org.
sponsor-saved =
    Saved. Your clients read it in the agreement.
    If a client had allowed lines for somebody else, I ask them first.
sponsor-removed = Nobody is named now. No further line leaves for whoever was named before.
sponsor-too-soon = You changed this on { $day }. So that nobody is asked again and again, it can change again from { $from }.
sponsor-of-organisation = The people who run me have named who pays, for every coaching here:
hold-lines = For whoever pays you have written:
erased-mailed = What left by mail for whoever paid lies in their mailbox. Only they can delete it.
