"""The whole road of a check-in and of an answer, beside the bots that do less on the same rows."""
