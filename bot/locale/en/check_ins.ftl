# Asking, listening, sharing.
check-in-hello = Hello. A moment for you, if you like.
scale-ends = 1: { $low }. 5: { $high }.
question-by-coach = Your coach asks:
question-step = { $count ->
    [one] What you had set yourself:
   *[other] What you had set yourself, one by one:
}
question-step-ask = How did it go?
check-in-hint = Choose an answer, or write your own. You can also pass.
mark-done = Done
mark-partly = Partly
mark-not-yet = Not yet
mark-1 = 1
mark-2 = 2
mark-3 = 3
mark-4 = 4
mark-5 = 5
another = Another question
another-none = That was the last one for now.
pass = Pass
passed = That's fine. Until next time.
check-in-old = That question was from { $day }, so I've left it as it was. If something is on your mind now, just write it.

you-wrote = You wrote:
you-tapped = You tapped:
what-becomes = What shall become of it?
keep-private = Keep private
share = Share with { $coach }
dont-keep = Don't keep
kept = Kept until { $until }, and not shared.
not-kept = Not kept. I've deleted my copy.
kept-nothing = I haven't kept it. If you'd like me to keep such answers, for yourself or to share, say so:
allow-keeping = Ask me about keeping
edited = Updated. It now says:
removed = You deleted that message, so I've deleted my copy.
ended-own-message = If you wrote it as a message in this chat, that message stays until you delete it there.
ended-quotes = My own messages here that quote it go too, where the chat platform lets me.
tap-changed = Your earlier choice is deleted.
edited-unknown = I no longer have that message, so your edit changes nothing here. If there is something you want to tell me, just write it again.
edited-gone = I've deleted what your message said before, and my own messages here that quote it, where the chat platform lets me.

preview-heading = What { $coach } would read
preview-hint = Exactly this, word for word, with your name.
preview-approve = Share exactly this
preview-decline = Don't share
preview-changed = This has changed since the preview. Here is how it reads now.
shared = Approved. It goes to { $coach } with the next digest, and not before. Until then you can take it back.
take-back = Take it back
taken-back = I've taken it back. { $coach } will not receive it.
taken-back-late = { $coach } was shown it on { $day }. I am taking it out of my messages to them now; what they have read or copied I can't take back.
form-words = { $day }, in their own words
form-question = { $day }, on “{ $question }”
body-scale = { $mark } ({ $low } … { $high })
form-step = { $day }, on a small step

seen-heading = What is shared, and who could read it
seen-none = Nothing of yours is shared, and nobody has been shown anything.
seen-by = { $coach } was shown this on { $day }.
seen-not-yet = { $coach } has not been shown this yet.
seen-nobody-else = Nobody else can read it here.
