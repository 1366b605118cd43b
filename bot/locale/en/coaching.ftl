# What a coach reads.
invite-code = Here is a code for a client:
invite-how = It works until { $expires }, for anyone who has it. The engagement would run until { $until }. Hand it over in your own words, for example:
invite-example =
    Between our sessions you can use Handrail, if you like. Write this code to it: { $code }
    You choose what it asks, when, and what I get to see. If you'd rather not, that is fine, and I won't be told.
invite-nothing-sent = I send nothing to your client, and I don't tell you whether the code was used, or by whom.
invite-weeks = A code for { $weeks } weeks
digest-yes = Yes, once a week
digest-no = No, I'll ask
digest-on = Good. It comes when something was shared: { $day }, between { $from } and { $to }. Type “digest” to see it at any time.
digest-when = Another day or hour …
digest-when-ask = When shall the digest come?
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
digest-not-delivered = Not delivered: your digest of { $day }. This chat did not take it. Here is what may still be read of it.
digest-earlier = Shared earlier
coach-only = “{ $command }” is for coaches. Type “invite” if you coach someone.
digest-state-on = Your digest comes when something was shared: { $day }, between { $from } and { $to }.
digest-turn-off = Turn the digest off
digest-waiting = A client has shared something with you.
digest-open = Open it
digest-gone = There is nothing here to read any more.
digest-taken-back = Something that stood here was taken back.

coaches-ask = Here, the people who run me decide who coaches. If you coach someone, give them the line below. I pass nothing on by myself.
coaches-off = At the moment you are not among those who coach here. Nothing that clients share is shown to you, and your codes open nothing. You can end all of your engagements, ask what I hold, or type “erase”.
invite-enough = I make { $count } codes a day for one coach, and those are made. A code works for more than one person, so an earlier one may do. Tomorrow there can be more.
share-waits = At the moment your coach is not among those who coach here. Until that changes, nothing that you share is shown to them.
