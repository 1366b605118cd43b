# Said in any conversation. `locale` is the CLDR locale for dates, times and lists.
locale = en_GB
# Dates as sentences write them. CLDR names months and days; lists and buttons have short ones.
date-day = { $weekday }, { $day } { $month }
date-day-year = { $weekday }, { $day } { $month } { $year }
date-year = { $day } { $month } { $year }
date-hour = { $hours ->
       *[other] at { $hour }
    }
date-moment = { $day } { $hour }
date-weekday = { $number ->
       *[other] { $name }
    }
summary = A note from Handrail
# How a name that is not plainly a name stands inside a sentence of the bot.
named = “{ $name }”
yes = Yes
no = No
not-now = Not now

hello =
    Hello. I'm Handrail, a bot. If your coach gave you a code, type it here.
    If you are a coach, type “invite”.
help-client = Write to me at any time, in your own words.
help-today = For today:
help-yours = What is yours:
help-when = When I write to you:
help-everything = Everything I understand
help-page = My page
help-coach = As a coach:
help-all = These are my commands. You can type them just like this:
help-all-client =
    “home”, “step”, “my wins”, “my words”, “my questions”, “session”, “feedback”
    “my words March”, “letter to myself”, “my steps”, “my strengths”, “my curve”, “paths”
    “my permissions”, “what do you hold”, “who has seen this”, “receipt”, “keeping”, “erase”
    “change my times”, “what comes next”, “pause until Monday”, “resume”, “stop”, “language”, “sponsor”, “policy”, “my coach is outside”
help-all-coach = As a coach: “invite”, “digest”, “my clients”, “my profile”, “questions”, “sponsor”
language-ask = Which language would you like?
language-set = I'll use English from now on.
too-long = That is longer than I can take in one message ({ $limit } { $of ->
        [lines] lines
       *[characters] characters
    }). I kept none of it. Could you send it in parts?
field-too-long = One field is longer than I can take there ({ $limit } { $of ->
        [lines] lines
       *[characters] characters
    }). Nothing has changed. Could you make it shorter?
edit-too-long = Your message is now longer than I can take at once ({ $limit } { $of ->
        [lines] lines
       *[characters] characters
    }), so my copy still says what it said before. If you make it shorter, I'll take the new words; if you delete it, I'll delete my copy too.
empty = That message was empty. Write in your own words, or type “help”.
stale = That button is out of date. Nothing was changed. Type “help” to see what I can do.
already-done = That's already done. Nothing was changed.
trouble = Something went wrong on my side, and nothing was saved. Please try once more.
interrupted = I was interrupted, and my answer may not have reached you. What you did is saved. Write to me again, and we'll go on from there.
damaged = Something I had kept is damaged, and I can't read it any more. Nothing was changed. The people who run me can look into it; your coach knows who they are.
form-unreadable = I couldn't read that form. Nothing was changed. Please try it once more.

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = Your organisation may be able to read or export chats here.
