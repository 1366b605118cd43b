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
erased-chat-mail-all = I have deleted all that stood on your page, also what you wrote there. This answer goes by tomorrow. The mails that I sent you hold nothing of it: they stay in your mailbox until you delete them.
erased-chat-mail-part = I have deleted my own messages about it from your page. The mails that I sent you hold nothing of it: they stay in your mailbox until you delete them.
erased-chat-mail-kept = I have deleted my own messages about it from your page. The rest of the page stays for up to 90 days after each message. The mails that I sent you hold nothing of it: they stay in your mailbox until you delete them.
