# Times in the client's own hands: typed, shown back, and counted only after a yes.
rhythm-understood = I understood:
rhythm-line-days = On { $days }, { $every }
rhythm-line-window = Between { $from } and { $to }, { $zone } time
rhythm-line-quiet = Quiet from { $from } to { $to }
rhythm-line-off = Days off: { $days }
rhythm-line-span = { $first } to { $last }
rhythm-line-holidays = Not on public holidays: { $country }
rhythm-weeks = { $weeks ->
    [1] every week
    [2] every second week
   *[other] every { $weeks } weeks
}
rhythm-suggested = { $coach } suggests { $days }, { $every }. You decide.
rhythm-more = More …
rhythm-more-ask = When should I stay quiet?
rhythm-covers = Check-ins and your coach's notes come on these days. Step reminders, session questions, a check-in reminder and the notice of the end come on days of their own, in the same hours. A question you put off comes when you said.
rhythm-quiet-from = Quiet from
rhythm-quiet-to = Quiet until
rhythm-quiet-none = No quiet hours
rhythm-off = Days off
rhythm-off-example = 24 December, 27 December to 3 January
rhythm-holidays = No messages on public holidays of
rhythm-holidays-example = Germany
rhythm-bad-quiet = Your quiet hours leave no time in which I could write. Please change one of them.
rhythm-bad-off = I couldn't read those days off. For example: “24 December, 27 December to 3 January”.
rhythm-bad-holidays = I don't know the public holidays of that country. You can also leave it empty.
rhythm-none-left = Then there would be no day left. If you'd like me to stay quiet, type “pause until Monday” or “stop”.

travel-ask = Your clock seems to be on { $place } time now. I write to you on { $home } time. Should I move your times?
travel-move = Move to { $place } time
travel-stay = Stay on { $home } time
travel-moved = Your times have moved. I'll write on:
travel-stayed = Your times stay on { $home } time. I won't ask about { $place } again.

rested = All right, I'll pause. I won't write first until you type “resume”.

# Where check-ins are not planned, and something else may still be allowed.
next-no-check-in = No check-in is planned. I write first only where you have allowed it.
