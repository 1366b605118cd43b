# Said because this is Microsoft Teams, and what its app store shows.
teams-elsewhere = I only talk in a personal chat. Please write to me there.
teams-no-files = I can't take files or pictures, so I haven't opened what you sent. You can tell me in words, if you like.
teams-no-forwards = I haven't kept the message that you forwarded: here I only take what you write yourself. If it matters to you, tell me about it in your own words.
teams-file-gone = That file is no longer here. Ask me once more, and I'll make a new one.
teams-file-failed = Teams didn't accept the file. Here is what it holds, to copy:
teams-home = home
teams-help = help
teams-switches = my permissions
teams-hold = what do you hold
teams-stop = stop
teams-short = Company between coaching sessions, only where you allow it
teams-long = Handrail keeps you company between coaching sessions: check-ins and small steps at times that you choose, answers in your own words, and for your coach only what you have previewed and shared. Installing it sends nothing to anyone. You begin by typing the code that your coach gave you, and you can pause, stop or erase at any time. Handrail is a bot. Your organisation hosts it, and may be able to read or export this chat.
teams-do-home = Your page: what is on, and what comes next
teams-do-help = What you can type here
teams-do-switches = See and change what you allow
teams-do-hold = Everything that is held about you
teams-do-stop = No more messages from now on
teams-start-code = I have a code from my coach
teams-say-code = My code is
teams-start-coach = I'm a coach
teams-say-coach = invite
teams-do-how = What this is, in a few sentences
teams-do-sees = What your coach and your organisation can read
teams-do-nothing = Whether you answer is up to you
teams-do-code = Begin with the code that your coach gave you
teams-do-coach = Get a code to hand over to a client

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = I am deleting my own messages here, where Teams lets me. What you wrote yourself stays in Teams until you delete it there. Your organisation may hold copies, and only it can delete those. A file that you let me put into your OneDrive stays there until you delete it.
erased-chat-teams-part = I am deleting my own messages about it here, where Teams lets me. What you wrote yourself stays in Teams until you delete it there. Your organisation may hold copies, and only it can delete those. A file that you let me put into your OneDrive stays there until you delete it.
erased-chat-teams-kept = I am deleting my own messages about it here, where Teams lets me. The rest of this chat stays in Teams until it is deleted there. Your organisation may hold copies, and only it can delete those. A file that you let me put into your OneDrive stays there until you delete it.
