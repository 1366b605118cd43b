# What was not sent, and why: said above the next answer.
unsent-thing = { $kind } ({ $day })
unsent-late = Not sent: { $things }. I could not send it within your hours, and I don't send late.
unsent-changed = Not sent: { $things }. What you had said yes to has changed, and I am waiting for your new answer.
unsent-away = Not sent: { $things }. I had been taken out of this workspace.
unsent-broken = Not delivered: { $things }. I could not read all of it.
unsent-refused = Not delivered: { $things }. This chat did not take it.
