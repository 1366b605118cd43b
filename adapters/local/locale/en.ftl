# Said on the local page only: its name, and what an erase leaves on it.
platform-local = the local page
erased-chat-local-all = I have deleted my own messages here. What you wrote yourself stays on this page until you press “Clear this chat”.
erased-chat-local-part = I have deleted my own messages about it here. What you wrote yourself stays on this page until you delete it there.
erased-chat-local-kept = I have deleted my own messages about it here. The rest of this chat stays on the page until you press “Clear this chat”.
