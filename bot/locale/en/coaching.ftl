# What a coach reads.
invite-code = Here is a code for a client:
invite-how = It works until { $expires }, for anyone who has it. Your time together here would run until { $until }. Pass it on in your own words, for example:
invite-example =
    Between our sessions you can use Handrail, if you like. Type this code to it: { $code }
    You choose what it asks, when, and what I get to see. If you'd rather not, that's fine, and I won't be told.
invite-nothing-sent = I send nothing to your client, and I don't tell you whether the code was used, or by whom.
invite-weeks = { $weeks ->
    [one] A code for 1 week
   *[other] A code for { $weeks } weeks
}
digest-yes = Yes, once a week
digest-no = No, only when I ask
digest-on = Good. It comes when something was shared: { $day }, between { $from } and { $to }. Type “digest” to see it at any time.
digest-when = Another day or hour …
digest-when-ask = When would you like your digest?
digest-day = Day
digest-save = Save
digest-off = No digest, then. Type “digest” whenever you want to see what was shared.
digest-heading = Shared with you
digest-from = { $client }
digest-bring = To bring to your session
digest-someone = Someone you coach
digest-more = { $count ->
    [one] One more is waiting.
   *[other] { $count } more are waiting.
}
digest-show-more = Show more
digest-end = Each of them previewed and approved this for you.
digest-empty = Nothing new has been shared with you. That says nothing about anyone.
digest-not-delivered = Not delivered: your digest of { $day }. This chat didn't accept it. Here is what you can still read of it.
digest-earlier = Shared earlier
coach-only = “{ $command }” is for coaches. Type “invite” if you coach someone.
digest-state-on = Your digest comes when something was shared: { $day }, between { $from } and { $to }.
digest-turn-off = Turn the digest off
digest-waiting = A client has shared something with you.
digest-open = Open it
digest-gone = There is nothing here to read any more.
digest-taken-back = Something that was here has been taken back.

coaches-ask = Here, the people who run me decide who can coach. If you coach someone, send them the line below yourself; I don't pass it on.
coaches-off = At the moment you are not on the list of those who can coach here. I show you nothing that clients share, and your codes don't work. You can end all your coaching here, ask what I hold, or type “erase”.
invite-enough = I can make { $count ->
    [one] 1 code
   *[other] { $count } codes
} a day for you, and you have reached that for today. A code works for more than one person, so you can use an earlier one, or ask again tomorrow.
share-waits = At the moment your coach is not on the list of those who can coach here. Until that changes, nothing that you share is shown to them.

brief-offer = Before a session …
brief-on = Good. A brief comes the evening before each session that a client lets you see, if they have shared something.
brief-off = No brief before a session, then. Type “digest” whenever you want to see what was shared.
brief-state-on = A brief comes the evening before each session that a client lets you see, if they have shared something.
brief-turn-off = Turn the brief off
brief-heading = Before your session with { $client }
brief-session = The session: { $moment }
brief-shared = Shared with you
brief-seen = You have seen this before.
brief-waiting = Before your session, a client has shared something with you.
sent-now = Sent to you before your session
