# Finding one's own words again, and taking them along as a letter to oneself.
found-heading = What I found in your words
found-near = Nothing has quite those words, but this comes close
found-none = I found nothing about that in what I keep for you. Another word may lead there, or a day or a month: “my words March”.
letter-button = As a letter to myself
letter-here = Here is your letter. Any browser opens it, and you can print it from there.
letter-label = A letter to myself
letter-none = Nothing of yours is kept here yet that could go into a letter.
letter-title = A letter to myself
letter-intro = What you kept here, in your own words, week by week. Made on { $day }, for you alone: whoever has this file can read it.
letter-week = Week of { $day }
letter-step = A small step
letter-step-done = A small step, done
