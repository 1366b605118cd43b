# One client as their coach sees them, and the end of it.
clients-type = Or type a name, to see what that person shared.
clients-pick = Client
clients-pick-open = Open
client-until = Your time together here runs until { $until }.
client-next = Next session: { $moment }
client-since = Since your session on { $day }
client-before = Before your session on { $day }
client-noted = You noted this to bring up.
client-nothing = There is nothing here to read from them at the moment. That says nothing about them.
client-which = More than one person has that name. Whom do you mean?
client-unknown = There is nothing that I can show you under that name. That says nothing about anyone.
client-brief = For the session …
goodbye =
    Your coaching with { $coach } here has ended: { $coach } has closed it. I won't write to you about it again.
    What I kept stays yours until { $erased }. You can take it along, or type “erase”. Whatever you'd like to know about this, { $coach } is the one to ask.
goodbye-gone =
    Your coaching here has ended: I no longer reach your coach's workspace. I won't write to you about it again.
    What I kept stays yours until { $erased }. You can take it along, or type “erase”.
client-suggest = Suggest questions …
client-suggest-which = Which questions do you suggest to { $client }? They read who suggests them, and decide.
client-suggested = I'll ask { $client } from “{ $title }” if they haven't chosen for themselves. They read that you suggest it, and can change it at any time. I don't tell you what they choose.
more-own = What makes it a { $mark }?
client-numbered = { $client } ({ $number })
