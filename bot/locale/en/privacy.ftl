# Stop, pause, what I hold, erase, the end.
stopped = Stopped. I won't write to you again unless you type “resume”. Anything not yet shared stays with you. To erase what I hold, type “erase”.
stopped-coach = Stopped. I won't write to you first. To change that later, type “my permissions”.
stop-sure = Would you like me to stop writing to you?
stop-yes = Yes, stop
stop-no = No, carry on
carry-on = Carrying on as before.
not-stopped-answer = If that was an answer, please send it once more.
resume-nothing = Nothing is paused or stopped.
resumed = Welcome back. I'll write on:
resumed-quiet = Welcome back. I'm here when you write.
resume-ask = Welcome back. Everything has been off since you stopped. You can turn on what you like.
resume-all = Everything as it was
resume-all-ask = These were on when you stopped. Pressing “{ resume-all }” says yes to each of them:
resume-all-changed = These have changed since, so I'll ask about each one separately: { $purposes }.

pause-ask = Until when? For example “pause until Monday”, or choose:
pause-ask-from = From { $first }. Until when? For example “Friday”, or choose:
pause-days = { $days } days
pause-weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
paused = Paused. I won't write before { $day }. Type “resume” to come back sooner.
paused-from = Noted: I'll pause from { $first }. From that day on I won't write before { $day }. Type “resume” to cancel the pause.
pause-past = { $day } is today or already past. Until which day should I pause?
pause-before = The pause begins on { $first }, so it can't end on { $day }. On which day should I write again?
pause-unreadable = I couldn't read that date. You can write “pause until Monday” or “pause until 3 December”.
pause-far = That is more than a year away. Would “stop” suit you better? Otherwise, please choose a nearer day.
pause-nothing = Nothing is planned, so there is nothing to pause.

next-heading = I'll write on:
next-not-delivered = Not delivered: my check-in of { $day }. This chat didn't accept it. It isn't waiting for an answer.

hold-file = Give me all of it as a file
hold-heading = What I hold about you
hold-nothing = I hold nothing about you apart from the address of this chat.
hold-person = Your name here, your language ({ $language }) and your time zone ({ $zone }), so that I can reach you and keep your hours.
hold-engagement = With { $coach }, until { $until }. All of it is erased by { $erased }.
hold-rhythm = Your times:
hold-answers = { $count ->
    [0] None of your answers.
    [one] One answer:
   *[other] { $count } answers:
}
hold-steps = { $count ->
    [0] No steps.
    [one] One step:
   *[other] { $count } steps:
}
hold-shares = { $count ->
    [0] Nothing is shared.
    [one] One thing is shared:
   *[other] { $count } things are shared:
}
hold-more = { $count ->
    [one] And 1 older one.
   *[other] And { $count } older ones.
}
hold-share-seen = { $coach } received this on { $day }:
hold-share-waiting = Waiting for { $coach }'s next digest:
hold-ledger = A record of what you allowed and when, with no name in it: { $count ->
    [one] 1 entry
   *[other] { $count } entries
}. It stays as proof after an erase.
hold-kept = { $days ->
    [0] I keep things until the end.
    [one] You chose how long I keep things: 1 day.
   *[other] You chose how long I keep things: { $days } days.
}
hold-deliveries = A list of when I wrote to you or plan to, without the words: { $count ->
    [0] nothing yet
    [one] 1 entry
   *[other] { $count } entries
}.
hold-coach = What I keep about you as a coach:
hold-chat = This chat itself is kept by { $platform }, not by me.

erase-ask = Erase everything I hold about you? It can't be undone. Your answers, steps and times go, and I stop writing.
erase-yes = Erase everything
erase-some = Only a part …
erase-no = Keep it
erase-kept = Nothing was erased.
erase-which = Which part?
erase-part-week = The last 7 days
erase-part-month = The last 30 days
erase-part-days = Other days …
erase-part-one = One answer …
erase-part-nothing = I hold nothing from that time.
erase-part-yes = Erase it
erase-days = From which day to which? Both days are included.
erase-from = From
erase-from-example = 3 November
erase-to = To
erase-to-example = yesterday
erase-days-show = Show me what would be erased
erase-days-unreadable = I couldn't read those two days. Please put the earlier one first, and choose no day in the future.
erase-days-ask = Erase what you wrote from { $first } to { $last }? It can't be undone.
erase-pick = Which one?
erase-this = Erase this ({ $day })
erase-older = { $count ->
    [one] 1 older answer isn't shown here. To erase it, use “{ erase-part-days }”.
   *[other] { $count } older answers aren't shown here. To erase them, use “{ erase-part-days }”.
}
erase-one-ask = Erase this answer? It can't be undone.
erase-unfinished = Nobody can read your words any more: their keys are destroyed. Clearing away the rest failed just now; I'll try again without being asked.
erased-heading = Erased
erased-gone = Gone: your name, address, times, answers and steps, and the keys that could read them.
erased-gone-but-coach = Gone: your answers, steps and times as a client, and the keys that could read them. You are still known here as a coach: your name, your address, your language and your time zone.
erased-counted = That was: { $answers ->
    [0] no answers
    [one] 1 answer
   *[other] { $answers } answers
}, { $steps ->
    [0] no steps
    [one] 1 step
   *[other] { $steps } steps
}, { $shares ->
    [0] nothing shared
    [one] 1 thing shared
   *[other] { $shares } things shared
}.
erase-counted = That is: { $answers ->
    [0] no answers
    [one] 1 answer
   *[other] { $answers } answers
}, { $steps ->
    [0] no steps
    [one] 1 step
   *[other] { $steps } steps
}, { $shares ->
    [0] nothing shared
    [one] 1 thing shared
   *[other] { $shares } things shared
}.
erased-part-keys = The keys that could read it are destroyed. Everything else you kept is still here.
erased-backups = A backup made earlier can be read only by someone who also has the keys and the main key from that time. The people who run me destroy such copies by { $day }.
erased-backups-later = A backup made earlier can be read only with the keys from that time. Copies of those keys stop working when the people who run me next change the main key by hand. The backups are destroyed by { $day }.
erased-proof = What stays as proof: { $count ->
    [one] 1 entry
   *[other] { $count } entries
} of what you allowed and when, without your name.
erased-proof-damaged = Part of that proof was damaged, so I could not count it. Everything else is erased as it should be.
erased-coach = { $coach } was shown what you had shared, first on { $day }. I am taking it out of my messages to them; what they have read or copied I can't take back.
erased-name = My earlier messages to { $coach } may still show your name. They stay in that chat.
erased-chat-other-all = I am deleting my own messages here, where the chat platform lets me. What you wrote yourself stays there until you delete it. Your organisation may hold copies, and only it can delete those.
erased-chat-other-part = I am deleting my own messages about it here, where the chat platform lets me. What you wrote yourself stays there until you delete it. Your organisation may hold copies, and only it can delete those.
erased-chat-other-kept = I am deleting my own messages about it here, where the chat platform lets me. The rest of this chat stays on the chat platform until it is deleted there. Your organisation may hold copies, and only it can delete those.
erased-again = To start again, type a code.

ending-heading = We end soon
ending-body = Your time with { $coach } ends on { $until }. What I kept for you is erased by { $erased }.
ending-today-heading = Today is the last day
ending-today = Today is the last day of your time with { $coach }. What I kept for you is erased by { $erased }.
ending-goes = That is { $answers ->
    [0] no answers
    [one] 1 answer
   *[other] { $answers } answers
}, { $steps ->
    [0] no steps
    [one] 1 step
   *[other] { $steps } steps
}, and your times. What you shared stays in your coach's chat unless you take it back before then.
platform-other = the chat platform
stopped-still = I've stopped, so I kept nothing of that. To start again, type “resume”.
resume-first = I've stopped, so nothing is passed on. To start again, type “resume”.
