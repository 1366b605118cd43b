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

about-not-begun = Nothing begins before you type a code from a coach, and each thing then waits for your yes.

about-ai = I'm Handrail, a bot, and no person types my answers. All of my own sentences were written by people beforehand.
about-ai-hearing = No language model reads or writes anything here. To notice a stop, a question to me or words of distress, I use word lists and a small trained classifier, on the server that runs me. It doesn't learn from you.

about-sees-plan = If you work with a coach here, they read only what you have previewed and shared, word for word.
about-sees-client = { $coach } reads only what you have previewed and shared, word for word.
about-sees-coach = As a coach you read only what a client has previewed and shared with you.
about-sees-of-coach = Clients can read your profile, and the questions and notes that you have for them.
about-shared = { $shared ->
    [0] Nothing of yours is shared with { $coach }.
    [one] One thing of yours is shared with { $coach }.
   *[other] { $shared } things of yours are shared with { $coach }.
}
about-coach-listed = You also let { $coach } see that you are here, your last day and your next session.
about-coach-notes = You also let { $coach } send you notes, and { $coach } sees that you allow it.
about-coach-only = From me { $coach } doesn't learn when you answer, or whether, or what you keep for yourself.
about-coach-joining = I don't tell { $coach } whether you used the code, unless you allow that later.
about-coach-over = Since the end { $coach } gets nothing new from me. What { $coach } was shown before may still be in their chat.
about-coach-none = I know of no coach of yours here, and I tell nobody that you write to me.

about-boss = There is no view and no report for managers here.
about-boss-coach = If your manager is also your coach here, they read what you share with them.
about-hr = There is no view and no report for HR here, and none for your organisation.

about-store = What I keep is on the server that runs me. Your words and your name are encrypted there. The people who run that server hold the keys.

about-long-most = { $most ->
    [one] I keep what you allow for at most 1 day.
   *[other] I keep what you allow for at most { $most } days, and you can choose fewer.
}
about-long-erased = Everything that I hold from your time with { $coach } is erased by { $erased }, or sooner if you wish.
about-long-nothing = Right now I keep neither your words nor your choices. I quote them once and don't store them.
about-long-proof = What stays is a record of what you allowed and when, without your name.
about-long-coach = What I hold about you as a coach, such as your name and your profile, has no end date of its own here.

about-must = No. Each thing here is off until you say yes to it, and you can say no, pause or stop at any time.
about-must-coach = No. A digest comes only if you want one, and you can stop at any time.

about-nothing = Then nothing happens here. No, passing and silence are complete answers, and I tell nobody about them.
about-nothing-reminder = You allowed one reminder of a check-in, a day later. After it I leave that check-in be.
about-nothing-gentle = If several check-ins pass in silence, I ask once how to go on, and then I pause.
about-nothing-noticed = If you turn off “{ purpose-listed }” or “{ purpose-notes }”, { $coach } can notice that.

about-share-how = When I have quoted your answer, press “{ share }”. You then see exactly what { $coach } would read, and only your approval shares it. It comes with the next digest.
about-share-keep-first = I can share only what I keep, and keeping is off. You can turn it on under “{ home-switches }”.
about-share-first = First comes the agreement. Without it nothing is shared.
about-share-over = Your time with { $coach } has ended, so nothing more can be shared.

about-undo = You can edit or delete your message, or erase one answer here. I then change or erase what I keep of it.
about-undo-shared = If you erase an answer that was shared, I also take it out of my messages to { $coach }. What { $coach } has read or copied I can't take back.
about-undo-none = So far I keep no answer of yours.
about-undo-coach = You can drop a note before you send it. What was delivered I can't take back.

about-delete = You can have everything erased, or only a part. I ask once more before I erase anything, for it can't be undone.
about-delete-left = What stays is a record of what you allowed, without your name, and this chat itself: that is kept by { $platform }.
about-delete-coach = Erasing takes what I hold about you as a client. As a coach you stay known here, with your name, your address and your codes. Please ask the people who run me about those.

about-language = I can write in { $languages }. Right now it is { $language }.
about-language-stranger = Until you begin, I go by the language of this chat.

about-human = I'm a bot, and no person answers here.
about-human-coach = You can reach { $coach } the way you usually do. I don't pass this on.
about-human-contacts = Your organisation names these people:

about-runs = Your organisation runs me.
about-runs-by = You can ask: { $by }
about-runs-unnamed = Who does that is not written down here. Whoever told you about me may know.
about-runs-software = The software is called Handrail. It is open source.

about-cost = I cost you nothing, and I take no payments.
about-cost-plan = Fees for coaching are a matter between coach, client and perhaps their organisation.
about-cost-coach = Fees for the coaching are a matter between you, { $coach } and perhaps your organisation.
about-cost-card = What { $coach } wrote about fees:

about-next = Planned next: { $when }.
about-next-none = Nothing is planned right now.
about-next-only = By myself I write only what you have allowed, in the hours that you chose.
about-next-notes = A note from { $coach } can come as well, in those hours.
about-next-never = By myself I don't write to you. That would first need your yes.

about-prove = “receipt” shows each yes and no of yours, with its date and wording. “what do you hold” gives you all of it as a file. “who has seen this” tells you when something was shown to your coach.
about-prove-code = My source code is open. Its page docs/nevers.md names, for each promise, the code that keeps it and the tests that try to break it. The people who run me can check the record of consents: handrail ledger verify.

about-how = A coach gives you a code, and you type it here. You choose what I may ask, and when. Your coach reads only what you have previewed and shared.
about-how-coach = You type “invite” and give the code to a client. The client chooses what I may ask, and when. You read only what they have previewed and shared.

about-overview = I'm not sure what you would like to know. Is it one of these?
