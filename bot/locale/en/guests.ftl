# Coaches from outside: a link to hand over, and the first visit of whoever comes by it.
guest-link-here = Here is a link for a coach who has no account here:
guest-link-how = Pass it on yourself; I write to nobody. It works once, until { $until }. Whoever opens it types their own e-mail address and gets a way in by mail.
guest-link-sees = It shows them nothing about you, not even your name. Your coach then gives you a code. When you type it here, you read their name and e-mail address before you agree to anything.
guest-link-end = Close the link
guest-links-ended = { $count ->
    [0] No link of yours is open.
    [one] Your link opens nothing any more.
   *[other] Your { $count } links open nothing any more.
}
guest-links-enough = You have made { $count ->
    [one] 1 link
   *[other] { $count } links
} in the last days, and I can't make more for now. You can use one that is open, or ask me again in a few days.
guest-no-mail = Here your coach needs an account of their own; there is no way in by mail yet. Whoever runs me can set that up.
guest-my-coach = My coach has no account here
guest-welcome = You came by a link for coaches. I ask your clients how things are going between your sessions, and pass on to you only what they share.
guest-keeps = I keep your name and e-mail address, so that clients can see who coaches them. My mails hold a link and nothing else. You can erase everything here at any time.
guest-name = Your name, as your clients know it
guest-begin = Begin
guest-name-missing = Please type the name that your clients know you by.
guest-arrived = You can begin. To work with a client, make a code and give it to them yourself. They read your name and e-mail address, and decide.
guest-given = If a client gave you the link: I don't tell you who that was, and I don't tell them that you are here. A code that you give them brings you together.
guest-over = This link has been used already, or it has ended. Whoever gave it to you can make another one.
