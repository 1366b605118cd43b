# Small talk: one neutral sentence, no question, no button. Never cheerful: bad news may stand above it.
small-thanks-1 = You're welcome.
small-thanks-2 = Of course.
small-thanks-3 = Any time.
small-hello-1 = Good morning.
small-hello-2 = Hello.
small-hello-3 = Good evening.
small-fine-1 = All right.
small-fine-2 = Okay.
small-fine-3 = All right, then.
small-laugh-1 = I'm here.
small-laugh-2 = All right, I'm here.
small-laugh-3 = I'm still here.
small-bye-1 = Goodbye.
small-bye-2 = Until next time.
small-bye-3 = All right. Goodbye.
