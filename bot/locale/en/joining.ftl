# From the code to the first check-in. Short: the whole of it is counted in a test.
welcome-bot = Hello. I'm a bot. I ask how things go, only at times you choose.
welcome-sees = { $coach } sees only what you preview and share. Not even whether you are here.
welcome-employer = Your employer may be able to read this chat.
welcome-stop = Type “stop” at any time and I go quiet at once.

agreement-heading = Our agreement
agreement-client = You decide what I ask, keep and pass on, and can change your mind.
agreement-coach = { $coach } reads what you share, and agrees with you on fees and confidentiality.
agreement-organisation = Your organisation runs me and gets no reports.
ask-agreement = It ends on { $until }. What I kept is erased by { $erased }. Do you agree?
agree-yes = I agree
agree-no = Not now
agree-no-more = That's fine. From now on nothing is sent, kept or passed on. Type “agreement” to look at it again, or “erase” to have everything erased.
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
rhythm-next = Then I would write on:
rhythm-one = { $day }, between { $from } and { $to }
rhythm-yes = That's right
rhythm-change = Change it
rhythm-set = Your times are set.
rhythm-none = With these choices nothing would come before we end on { $until }. Please choose other days.
rhythm-bad-zone = I don't know that place. Try a large city near you, such as “Berlin” or “Ho Chi Minh”.
rhythm-bad-days = Please choose at least one day.
rhythm-bad-window = The end needs to be after the start, on the same day.
rhythm-quiet = I won't write by myself, then. You can write to me whenever you like.
rhythm-no-check-ins = Check-ins are off, so there are no times to set. You can turn them on in “my switches”.

receipt-heading = Your receipt
receipt-all-on = On, until { $until }: { $purposes }.
receipt-all-off = Off: { $purposes }.
receipt-line = { $purpose }: { $state }
receipt-on = on, until { $until }
receipt-off = off
receipt-change = To change any of it, type “my switches”.

code-unknown = That code doesn't open anything. Codes work once, and for { $days } days. Your coach can give you a new one.
code-own = That is a code you made for a client. Hand it over in your own words; it is for them to type.
code-again = You are already in with this coach. Type “help” to see what I can do.
code-wait = That was a few codes in a row. Please wait an hour, check with your coach, and try again.
agreement-until = It ends on { $until }. What I kept is erased by { $erased }.
