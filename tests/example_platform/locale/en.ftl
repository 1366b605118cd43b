# Said in Postbox only, by the adapter itself.
postbox-no-photo = I cannot look at photos, so I have kept nothing of it. You can tell me in words, if you like.

# Said about Postbox: its name, and what an erase leaves in it.
platform-postbox = Postbox
erased-chat-postbox-all = I have taken my own letters out of your box. What you wrote yourself stays in Postbox until you delete it there.
erased-chat-postbox-part = I have taken my own letters about it out of your box. What you wrote yourself stays in Postbox until you delete it there.
erased-chat-postbox-kept = Your box stays in Postbox until you delete it there.
