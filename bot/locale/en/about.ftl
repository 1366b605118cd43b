# Answers to questions to the bot. Short, and true on this installation; see bot/messages/about_rows.py.
about-ask-ai = Are you a person, or AI?
about-ask-sees = Who can see what I write?
about-ask-boss = Does my manager see this?
about-ask-hr = Does HR see this?
about-ask-store = Where is it stored?
about-ask-long = How long is it kept?
about-ask-must = Do I have to do this?
about-ask-nothing = What if I say nothing?
about-ask-coach = What does my coach know?
about-ask-share = How do I share something?
about-ask-undo = Can I take something back?
about-ask-delete = How do I erase something?
about-ask-language = Which languages do you speak?
about-ask-human = How do I reach a person?
about-ask-runs = Who runs you?
about-ask-cost = What does it cost?
about-ask-next = When do you write next?
about-ask-prove = How can I check all this?
about-ask-how = How does this work?
about-ask-overview = What can I ask you?

about-show-seen = Who has seen it?
about-show-keeping = How long to keep it …
about-show-language = Another language …
about-show-words = My words
about-erase-one = Erase one answer …

about-not-begun = Nothing starts until you type a code from a coach. After that, I do only what you say yes to.

about-ai = I'm Handrail, a bot, and no person types my answers. People wrote all of my own sentences in advance.
about-ai-hearing = No language model reads or writes anything here. To recognise a stop, a question to me or words of distress, I use word lists and a small trained classifier, on the server that runs me. It doesn't learn from you.

about-sees-plan = If you work with a coach here, they read only what you have previewed and shared, word for word.
about-sees-client = { $coach } reads only what you have previewed and shared, word for word.
about-sees-coach = As a coach you read only what a client has previewed and shared with you.
about-sees-of-coach = Clients can read your profile, and the questions and notes you write for them.
about-shared = { $shared ->
    [0] You have shared nothing with { $coach }.
    [one] You have shared one thing with { $coach }.
   *[other] You have shared { $shared } things with { $coach }.
}
about-coach-listed = You also let { $coach } see that you are here, when your last day is and when your next session is.
about-coach-notes = You also let { $coach } send you notes, and { $coach } sees that you allow it.
about-coach-only = I don't tell { $coach } when you answer, whether you answer, or what you keep for yourself.
about-coach-joining = I don't tell { $coach } whether you used the code, unless you allow that later.
about-coach-over = Since your time together ended, { $coach } gets nothing new from me. What { $coach } was shown before may still be in their chat.
about-coach-none = You have no coach here that I know of, and I tell nobody that you write to me.

about-boss = There is no view and no report for managers here.
about-boss-coach = If your manager is also your coach here, they read what you share with them.
about-hr = There is no view and no report about you here, for HR or for your organisation. Your organisation can see whether I am running well and, as a rounded number, how many codes were typed here. It can't see by whom, or what came of them.

about-store = What I keep is on the server that runs me. Your words and your name are encrypted there. The people who run that server hold the keys.

about-long-most = { $most ->
    [one] I keep what you allow for at most 1 day.
   *[other] I keep what you allow for at most { $most } days, and you can choose fewer.
}
about-long-erased = Everything I hold from your time with { $coach } is erased by { $erased }, or sooner if you wish.
about-long-nothing = Right now I keep neither your words nor your choices. I quote them once and don't store them.
about-long-proof = What stays is a record of what you allowed and when, without your name.
about-long-coach = What I hold about you as a coach, such as your name and your profile, has no end date of its own here.

about-must = No. Everything here is off until you say yes to it, and you can say no, pause or stop at any time.
about-must-coach = No. A digest comes only if you want one, and you can stop at any time.

about-nothing = Then nothing happens. Saying no, passing or not answering is always fine, and I tell nobody.
about-nothing-reminder = You allowed one reminder, a day after a check-in. After that I leave that check-in alone.
about-nothing-gentle = If I hear nothing for several check-ins, I ask once how you would like to go on, and then I pause.
about-nothing-noticed = If you turn off “{ purpose-listed }” or “{ purpose-notes }”, { $coach } can notice that.

about-share-how = When I have quoted your answer, press “{ share }”. You then see exactly what { $coach } would read, and only your approval shares it. It comes with the next digest, or sooner if they look.
about-share-keep-first = I can share only what I keep, and keeping is off. You can turn it on under “{ home-switches }”.
about-share-first = The agreement comes first. Until you agree, nothing is shared.
about-share-over = Your time with { $coach } has ended, so nothing more can be shared.

about-undo = You can edit or delete your message, or erase one answer here. I then update or delete my copy.
about-undo-shared = If you erase an answer that was shared, I also take it out of my messages to { $coach }. What { $coach } has read or copied I can't take back.
about-undo-none = I have kept no answer of yours so far.
about-undo-coach = You can discard a note before you send it. Once it is delivered, I can't take it back.

about-delete = You can have everything erased, or only a part. I ask once more before I erase anything, because it can't be undone.
about-delete-left = What stays is a record of what you allowed, without your name, and this chat itself, which is kept by { $platform }.
about-delete-coach = I can erase what I hold about you as a client. As a coach you are still known here, with your name, your address and your codes; please ask the people who run me about those.

about-language = I can write in { $languages }. Right now it is { $language }.
about-language-stranger = Until you begin, I use the language of this chat.

about-human = I'm a bot, and no person answers here.
about-human-coach = You can reach { $coach } the way you usually do. I don't pass this on.
about-human-contacts = Your organisation names these people:

about-runs = Your organisation runs me.
about-runs-by = You can ask: { $by }
about-runs-unnamed = No name is noted here. The person who told you about me may know whom to ask.
about-runs-software = The software is called Handrail. It is open source.

about-cost = I cost you nothing, and I take no payments.
about-cost-plan = Fees for coaching are agreed between coach, client and perhaps their organisation.
about-cost-coach = Fees for your coaching are agreed between you, { $coach } and perhaps your organisation.
about-cost-card = What { $coach } wrote about fees:

about-next = Planned next: { $when }.
about-next-none = Nothing is planned right now.
about-next-only = I write first only where you have allowed it, and in the hours you chose.
about-next-notes = A note from { $coach } can come as well, in those hours.
about-next-never = I don't write first. For that I would need your yes.

about-prove = “receipt” shows everything you said yes or no to, with its date and wording. “what do you hold” gives you all of it as a file. “who has seen this” tells you when something was shown to your coach.
about-prove-code = My source code is open. Its page docs/nevers.md names, for each promise, the code that keeps it and the tests that try to break it. The people who run me can check the record of consents: handrail ledger verify.

about-how = A coach gives you a code, and you type it here. You choose what I may ask, and when. Your coach reads only what you have previewed and shared.
about-how-coach = You type “invite” and give the code to a client. The client chooses what I may ask, and when. You read only what they have previewed and shared.

about-overview = I'm not sure what you'd like to know. Is it one of these?
