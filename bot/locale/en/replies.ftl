# Replies in a thread, answers in a form, and an emoji beside a question.
reaction-met = I can see that you put an emoji there, but I can't read it as an answer. A word or a button reaches me. You don't have to do either.
digest-replied = I haven't passed this on to anyone, and I haven't kept it. If it is for someone, I can take them a note:
digest-replied-only = I haven't passed this on to anyone, and I haven't kept it.
answer-in-form = Answer in a form
apart-ask = What you write in this form doesn't appear in our chat, unless you ask to see it or share it.
apart-words = Your answer
apart-send = Send
apart-kept = I have your answer from the form.
apart-not-kept = I have read your answer from the form. I haven't kept it.
home-hello = Hello. I'm Handrail, a bot.
home-code-ask = If your coach gave you a code, you can enter it here. I'll answer in our chat.
home-code = Your code
home-code-send = Use this code
home-coach = I am a coach
code-unreadable = That doesn't look like a code. A code is twelve letters and digits, as your coach gave it to you.
