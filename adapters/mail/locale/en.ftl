# The mails themselves: they hold these sentences, two addresses, and nothing else.
mail-subject = Something is waiting for you
mail-waiting = Something is waiting for you. This link opens it:
mail-link-subject = Your link
mail-link-text = Here is the link that you asked for:
mail-link-lasts = It works once, within 15 minutes. After that, the page it leads to sends you a new one.
mail-not-asked = If you did not ask for it, you can ignore this mail. Nothing happens without the link.
mail-stop-here = Would you like no more of these mails? This turns everything off: { $link }

# Where a mail program's own button, or the last line of a mail, leads.
mail-stop-title = No more mails
mail-stop-ask = This turns everything off. Nothing will be mailed to you any more, until you ask for it again.
mail-stop-button = Turn everything off
mail-stopped = Everything is off. Nothing will be mailed to you any more, until you ask for it again.

# Said about mail: what it is called, and what an erase leaves there.
platform-mail = e-mail
hold-chat-mail = I keep this page here: each message for up to 90 days, and your e-mail address, your links and your devices. “erase” removes all of it.
erased-chat-mail-all = I have deleted all that stood on your page, also what you wrote there, and you are signed out on every device. The mails that I sent you hold nothing of it: they stay in your mailbox until you delete them.
erased-chat-mail-part = I have deleted my own messages about it from your page. What you wrote there yourself goes within 90 days. The mails that I sent you hold nothing of it: they stay in your mailbox until you delete them.
erased-chat-mail-kept = I have deleted my own messages about it from your page. The rest of the page stays for up to 90 days after each message. The mails that I sent you hold nothing of it: they stay in your mailbox until you delete them.

# Said on the page of guest coaches, beside the messages.
mail-page-title = Your page
mail-page-here-as = You are here as { $address }.
mail-page-skip = Go to the latest
mail-page-before = Before
mail-page-latest = The latest
mail-page-earlier = Show what was before
mail-page-newest = Back to the latest
mail-page-back = Back to where you were reading
mail-page-empty = Nothing is here yet.
mail-page-you = You
mail-page-message = Your message
mail-page-send = Send
mail-page-home = What you can do here
mail-page-leave = Sign out
mail-page-leave-everywhere = Sign out everywhere
mail-page-left = You are signed out on this device.
mail-page-left-everywhere = You are signed out on every device. Links in earlier mails no longer open anything.
mail-page-over = You are signed out here. This is shown once only.
mail-page-open-title = Open your page
mail-page-open-why = This link opens your page once, within 15 minutes of its mail. After that this device stays signed in for a month at most, or until you sign out.
mail-page-open-shared = If others use this device too, please sign out when you are done.
mail-page-open = Open
mail-page-ended-title = This link has ended
mail-page-ended = Each link works once, and for 15 minutes. I can send a new one to the same address.
mail-page-ended-address = Or type your address here.
mail-page-again = Send me a new link
mail-page-ask = Type your e-mail address, and I send you a link that opens your page. You need no password.
mail-page-address = E-mail address
mail-page-mail-me = Send me a link
mail-page-sent-title = Please look in your mailbox
mail-page-sent = If I know this address, a link is on its way to it. It works once, and for 15 minutes. If nothing comes, please look among the unwanted mail, or try again in an hour.
mail-page-busy-title = One moment, please
mail-page-busy = Very many people are asking for a link just now. Please try again in a few minutes.
mail-page-gone = This file is no longer here
mail-page-too-long = This is too long for me. Please send it in parts.
mail-page-not-read = I could not read this. Please open the page again and try once more.
mail-page-elsewhere = This page has another address.
mail-page-not-from-here = This was not sent from the page itself. Please open the page and try once more.
mail-page-invited-title = You are invited
mail-page-invited = Somebody gave you this link so that you can coach with Handrail, by mail and on a page of your own.
mail-page-invited-type = Type your own e-mail address, and I send you a link that opens your page. Until you do, I write to nobody.
mail-page-not-an-address = I cannot write to this address. Please check that it is complete.
mail-page-not-this-domain = I may not write to this address here. Your organisation allows certain mail providers only.
mail-page-invitation-ended-title = This invitation has ended
mail-page-invitation-ended = Each invitation works once, and only for a while. Please ask the person who gave it to you for a new one.
