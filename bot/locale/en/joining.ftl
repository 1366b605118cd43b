# From the code to the first check-in. Short: the whole of it is counted in a test.
welcome-bot = Hello. I'm Handrail, a bot. I check in when you choose.
welcome-sees = They don't see that you're here.
welcome-stop = Type “stop” and I stop.

agreement-heading = Our agreement
agreement-client = You decide, at any time, what I ask, keep and pass on.
agreement-coach = Your coach agrees fees and confidentiality with you, and sees only what you share.
agreement-organisation = Your organisation runs me and gets no reports.
ask-agreement = It ends on { $until }. What I kept is erased by { $erased }. Do you agree?
agreement-card = Your coach has written down how you would work together:
agreement-process = How we work
agreement-fees = Fees
agreement-confidentiality = Confidentiality and its limits
agree-yes = I agree
agree-no = Not now
agree-no-more = That's fine. From now on nothing is sent, kept or passed on. Type “agreement” to look at it again, or “erase” to have everything erased.
agree-no-shares = Anything you approved that your coach has not yet received is not passed on.
agree-later = That's fine. Nothing is kept and nothing will be sent. Type your code again whenever you like.

rhythm-ask = When may I write?
rhythm-days = Days
rhythm-every = How often
rhythm-every-week = Every week
rhythm-every-two = Every 2 weeks
rhythm-every-four = Every 4 weeks
rhythm-from = From
rhythm-to = To
rhythm-zone = City
rhythm-show = Show me
rhythm-next = I'd write on:
rhythm-one = { $day }, { $from }–{ $to }
rhythm-yes = That's right
rhythm-change = Change it
rhythm-set = Your times are set.
rhythm-none = With these choices nothing would come before we end on { $until }. Please choose other days.
rhythm-bad-zone = I don't know that place. Try a large city near you, such as “Berlin” or “Ho Chi Minh”.
rhythm-bad-days = Please choose at least one day.
rhythm-bad-window = The end needs to be after the start, on the same day.
rhythm-quiet = Then I won't send check-ins. You can write to me whenever you like.
rhythm-no-check-ins = Check-ins are off, so there are no times to set. You can turn them on under “my permissions”.

receipt-heading = Your receipt
receipt-all-on = On, until { $until }: { $purposes }.
receipt-all-off = Off: { $purposes }.
receipt-rest-off = Everything else is off.
receipt-nothing-on = Everything is off.
receipt-given = { $purpose }: on since { $day }
receipt-given-until = { $purpose }: on since { $day }, until { $until }
receipt-withdrawn = { $purpose }: off, you turned it off on { $day }
receipt-refused = { $purpose }: off, you said no on { $day }
receipt-expired = { $purpose }: off, it ran out on { $day }
receipt-revoked = { $purpose }: off, your organisation ended it on { $day }
receipt-suspended = { $purpose }: off until I ask you again, because what you said yes to has changed
receipt-never = { $purpose }: off, never turned on
receipt-number = The record behind this has no name in it. Its fingerprint begins with { $number }.
receipt-withdrawal-agreement = Type “erase everything” in the same chat to end it. “stop” turns off everything you allowed under it.
receipt-withdrawal = Type “my permissions” for one of them, or “stop” for all of them, in the same chat.
receipt-file = The receipt as a file
receipt-change = To change it, type “my permissions”.
receipt-questions = My questions

code-unknown = That code doesn't work here. Codes are valid for { $days ->
        [one] 1 day
       *[other] { $days } days
    }; your coach can give you a new one.
code-own = You made that code for a client. Pass it on in your own words; they type it here themselves.
code-again = You have already joined with this coach. Type “help” to see what I can do.
code-wait = That was several codes in a short time. Please wait { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}, check the code with your coach, and type it again.
agreement-until = It ends on { $until }. What I kept is erased by { $erased }.

who-coach = Your coach:
who-account = Account: { $account } ({ $platform })
who-elsewhere = Account: { $account } ({ $platform }), in a different workspace from yours
