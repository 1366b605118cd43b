# Is it still right? And the one gentle question after a quiet time.
comfort-ask = Is this still right for you?
comfort-too-often = Too often
comfort-too-personal = Too personal
comfort-wrong-time = Wrong time
comfort-fine = Fine
comfort-stays = All right. It stays as it is.
comfort-less = Less often from now on. I'll write on:
comfort-least = I already write as rarely as I can: { $weeks ->
    [one] every week
   *[other] every { $weeks } weeks
}. Would you like me to pause?
comfort-rest = Pause
comfort-lighter = Lighter questions from now on.
comfort-lightest = These are already the lightest questions I have. To leave some out, type “my questions”.

gentle-ask = How would you like to go on? Anything is fine. If you say nothing, I pause until you write to me.
gentle-less = Less often
gentle-time = Another time
gentle-rest = Pause
gentle-stop = Stop

reminder-hello = Your check-in is still here, if you like.
