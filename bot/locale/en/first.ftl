# The first conversation: two light questions, and a plain answer to a worry about privacy.
first-offer = Two first questions
first-hope = What do you hope for from this?
first-worry = Is there anything that worries you about this?
first-hint = In your own words, if you like. Passing is fine.
first-done = That is all I wanted to ask for now.
worry-sees = Who sees what: { $coach } reads only what you have previewed and shared, word for word. Nobody is told when you answer, or whether.
worry-kept = Taps and forms say less than words. I keep only what you allow, encrypted.
worry-stop = You can leave at any time: “pause until Monday”, “stop”, or “erase” for everything.
