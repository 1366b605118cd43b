# What the organisation's policy says, as a client reads it when they ask (bot/messages/overview/policy.py).
policy-show = What has been decided here?
policy-heading = What your organisation has decided about me
policy-runs = Your organisation runs me: { $by }
policy-runs-unnamed = Your organisation runs me. No name is noted here.
policy-contact = To reach the people who run me: { $by }
policy-dpo = To reach the data-protection officer: { $by }
policy-all = You can choose from everything that I can do.
policy-some = You can choose from: { $purposes }.
policy-not = Not possible here: { $purposes }.
policy-grace = { $days ->
    [0] When a coaching ends, I erase what belongs to it the day after.
    [one] When a coaching ends, I erase what belongs to it within 1 day.
   *[other] When a coaching ends, I erase what belongs to it within { $days } days.
}
policy-coaches-everyone = Anyone can coach here.
policy-coaches-approval = The people who run me decide, one by one, who can coach here.
policy-coaches-listed = Only people on a list of your organisation can coach here.
policy-coaches-mail = Coaches who come by e-mail have an address at { $by }.
policy-group = { $count ->
    [one] Whoever pays for coaching reads the number of sessions from 1 person on.
   *[other] Whoever pays for coaching reads the number of sessions only from { $count } people on.
}
policy-workspaces = I work only in the workspaces that your organisation has chosen.
policy-languages = I write in { $languages }.
policy-yours = None of this turns anything on. I do only what you have said yes to, and you can say no or stop at any time.

policy-off = Your organisation doesn't allow this now, so I can't turn it on. Everything else stays as it is.
policy-workspace = Your organisation hasn't chosen this workspace for me, so nothing can begin here.
unsent-policy = Not sent: { $things }. Your organisation doesn't allow it now.
