# Is it still right? And the one gentle question after a quiet time.
comfort-ask = Is this still right for you?
comfort-too-often = Too often
comfort-too-personal = Too personal
comfort-wrong-time = Wrong time
comfort-fine = Fine
comfort-stays = Good. It stays as it is.
comfort-less = Less often from now on. I'll write on:
comfort-least = I write every { $weeks } weeks, which is as seldom as I can. Would you like me to rest?
comfort-rest = Rest
comfort-lighter = Lighter questions from now on.
comfort-lightest = I ask only the lightest questions already. To strike some, type “my questions”.

gentle-ask = How shall we go on? Anything is fine. If you say nothing, I rest until you write to me.
gentle-less = Less often
gentle-time = Another time
gentle-rest = Rest
gentle-stop = Stop

reminder-hello = Your check-in is still here, if you like.
