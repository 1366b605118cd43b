# One page about oneself: for a client, a coach, both, or somebody who is neither.
home-heading = Your page
home-about = I keep people company between coaching sessions. I ask how things are going at times they choose, and pass on only what they share.
home-nothing-yet = I don't write to anyone first, and I keep only what you allow.
home-with = With { $coach }, until { $until }
home-not-agreed = Nothing is agreed here right now, so I don't write first.
home-stopped = Stopped. I won't write first until you type “resume”.
home-steps = Your small steps:
home-step-with = A small step, with { $coach }
home-wins = What I have done
home-strengths = My strengths
home-curve = My curve
home-all-steps = All my open steps
home-coaching = As a coach
home-digest-next = Your next digest, if something was shared: { $when }
home-digest-off = You get no digest unless you ask for it.
home-invite = A code for a client
home-clients = My clients
home-digest = What was shared
home-card = My profile
home-all = All of this is yours to change:
home-agreement = Our agreement
home-switches = My permissions
home-times = My times
home-pause = Pause …
home-resume = Resume
home-hold = What do you hold?
home-receipt = My receipt
home-erase = Erase …
home-question = A question is open. You can answer it in the chat:
home-shared = { $shares ->
    [one] One answer is shared with your coach.
   *[other] { $shares } answers are shared with your coach.
}
home-waiting = { $shares ->
    [one] One of them has not been shown to your coach yet.
   *[other] { $shares } of them have not been shown to your coach yet.
}
coming-step-prompt = { $when }: about your small step
coming-later = { $when }: the question you put off
coming-session-prep = { $when }: before your session
coming-session-after = { $when }: after your session
coming-ending = { $when }: a note that our time ends soon
coming-reminder = { $when }: a reminder, if you have not been here by then
