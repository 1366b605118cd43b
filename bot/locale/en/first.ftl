# The first conversation: two light questions, and a plain answer to a worry about privacy.
first-offer = Two first questions
first-hope = What are you hoping to get from this?
first-worry = Is there anything about this that worries you?
first-hint = Answer in your own words, or pass. Either is fine.
first-done = That's all I wanted to ask for now.
worry-sees = { $coach } reads only what you have previewed and shared, word for word. Nobody is told when you answer, or whether you do.
worry-kept = Choosing an answer or filling in a form gives less away here than writing does. I keep only what you allow, encrypted.
worry-stop = You can pause or leave at any time: type “pause until Monday”, “stop”, or “erase” to have everything erased.
