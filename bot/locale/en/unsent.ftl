# What was not sent, and why: said above the next answer.
unsent-thing = { $kind } ({ $day })
unsent-late = Not sent: { $things }. I couldn't send it in your hours, and I don't send late.
unsent-changed = Not sent: { $things }. What you had said yes to has changed, and I'm waiting for your new answer.
unsent-away = Not sent: { $things }. I had been removed from this workspace.
unsent-broken = Not delivered: { $things }. I couldn't read all of it.
unsent-refused = Not delivered: { $things }. This chat didn't accept it.
unsent-sponsor = Not sent: { $things }. It didn't get through by mail.
unsent-halted = Not sent: { $things }. Your organisation had paused what I send by myself.
halted-now = Your organisation has paused what I send by myself. Until that is over, nothing comes without your writing first. I still answer you, and what you allowed stays as it is.
restored-ask = I was restored from a backup of { $day }. What you have changed since then I may no longer know: your days and hours, what I ask about, your language. So I won't write first until you have had a look. When it is as you want it, type “resume”.
