# From the code to the first check-in. Short: the whole of it is counted in a test.
welcome-bot = Hello. I'm a bot. I ask how things go, only when you choose.
welcome-sees = Your coach sees only what you preview and share. Not even whether you are here.
welcome-stop = Type “stop” and I'm quiet at once.

agreement-heading = Our agreement
agreement-client = You decide what I ask, keep and pass on, and can change your mind.
agreement-coach = Your coach reads what you share, and agrees with you on fees and confidentiality.
agreement-organisation = Your organisation runs me and gets no reports.
ask-agreement = It ends on { $until }. What I kept is erased by { $erased }. Do you agree?
agreement-card = Your coach has written down how you would work together:
agreement-process = How we work
agreement-fees = Fees
agreement-confidentiality = Confidentiality and its limits
agree-yes = I agree
agree-no = Not now
agree-no-more = That's fine. From now on nothing is sent, kept or passed on. Type “agreement” to look at it again, or “erase” to have everything erased.
agree-no-shares = What you had approved and your coach had not yet received is not passed on.
agree-later = That's fine. Nothing is kept and nothing will be sent. Type your code again whenever you like.

rhythm-ask = When may I write?
rhythm-days = Days
rhythm-every = How often
rhythm-every-week = Every week
rhythm-every-two = Every 2 weeks
rhythm-every-four = Every 4 weeks
rhythm-from = From
rhythm-to = To
rhythm-zone = City or time zone
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
rhythm-quiet = I won't write by myself, then. You can write to me whenever you like.
rhythm-no-check-ins = Check-ins are off, so there are no times to set. You can turn them on in “what I have allowed”.

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
receipt-suspended = { $purpose }: off until I ask you again, because what you said yes to has changed
receipt-never = { $purpose }: off, never turned on
receipt-number = The record behind it has no name in it. Its fingerprint begins { $number }.
receipt-withdrawal-agreement = Type “erase everything” in the same chat: that ends it. “stop” turns off everything that it was made for.
receipt-withdrawal = Type “what I have allowed” for one purpose, or “stop” for all of them, in the same chat.
receipt-file = The receipt as a file
receipt-change = To change it, type “what I have allowed”.
receipt-questions = My questions

code-unknown = That code doesn't open anything. Codes work for { $days } days. Your coach can give you a new one.
code-own = That is a code you made for a client. Hand it over in your own words; it is for them to type.
code-again = You are already in with this coach. Type “help” to see what I can do.
code-wait = That was a few codes one after another. Please wait { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}, check the code with your coach, and type it again.
agreement-until = It ends on { $until }. What I kept is erased by { $erased }.

who-coach = Your coach:
who-account = Account: { $account } ({ $platform })
who-elsewhere = Account: { $account } ({ $platform }), in another workspace than yours
