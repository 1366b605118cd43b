# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = Other people could read along here, so I'll stay quiet. Write to me in our own chat: only you and I are in it.
slack-elsewhere = I've answered in our own chat.
slack-no-file = I can't take files or voice clips. I haven't opened it, and I kept nothing of it. You can tell me in words, if you like.
slack-words-title = In your own words
slack-words-label = What would you like to write?
slack-words-send = Send

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = I am deleting my own messages here, where Slack lets me. What you wrote yourself stays in Slack until you delete it there. Your organisation may hold copies, and only it can delete those.
erased-chat-slack-part = I am deleting my own messages about it here, where Slack lets me. What you wrote yourself stays in Slack until you delete it there. Your organisation may hold copies, and only it can delete those.
erased-chat-slack-kept = I am deleting my own messages about it here, where Slack lets me. The rest of this chat stays in Slack until it is deleted there. Your organisation may hold copies, and only it can delete those.
