# The standard question sets. How each is built stands in bot/questions/standard.toml.
# Open, curious, about the client's own view: never leading, never about somebody else's private life.

## Starting out
set-starting-out = Starting out
set-starting-out-about = First thoughts as coaching begins: what you hope for, and how you like to work.
q-starting-out-hope = What would make this coaching worth your time?
q-starting-out-thinking = What helps you when you want to think something through?
q-starting-out-thinking-option-1 = Talking it over
q-starting-out-thinking-option-2 = Writing it down
q-starting-out-thinking-option-3 = Trying it out
q-starting-out-thinking-option-4 = Time to myself
q-starting-out-thinking-option-5 = Something else
q-starting-out-together = Agreeing with your coach how you want to work together: where is that now?
q-starting-out-ready = How ready do you feel to try something new?
q-starting-out-ready-low = Not just now
q-starting-out-ready-high = Very ready
q-starting-out-helped = When you wanted to change something before, what helped?
q-starting-out-care = What would you like to be handled with care, if anything?

## Weekly
set-weekly = The week
set-weekly-about = A short look at the week behind you and the one ahead.
q-weekly-went-well = What went well this week, however small?
q-weekly-energy = How much energy do you have at the moment?
q-weekly-energy-low = Very little
q-weekly-energy-high = Plenty
q-weekly-one-thing = The one thing you wanted to do this week: where is it now?
q-weekly-attention = Where would you like to put your attention next?
q-weekly-attention-option-1 = The work itself
q-weekly-attention-option-2 = The people I work with
q-weekly-attention-option-3 = Learning something
q-weekly-attention-option-4 = Rest
q-weekly-attention-option-5 = Something else
q-weekly-when-then = What might get in the way next week, and what would you like to do then? You could write: “When … then I …”
q-weekly-matters = What did this week show you about what matters to you?

## Career
set-career = Career
set-career-about = Where you stand in your work, and where you might like to go.
q-career-interest = Which part of your work interests you most at the moment?
q-career-direction = How clear is your next direction to you?
q-career-direction-low = Wide open
q-career-direction-high = Very clear
q-career-find-out = What you last wanted to find out or try for your career: where is it now?
q-career-more-of = What would you like more of in your work?
q-career-more-of-option-1 = Learning
q-career-more-of-option-2 = Freedom
q-career-more-of-option-3 = Security
q-career-more-of-option-4 = Responsibility
q-career-more-of-option-5 = Time for other things
q-career-more-of-option-6 = Something else
q-career-small-test = What is one small way to try out an idea about your future, and when could you do it?
q-career-in-a-year = Imagine a year from now, and your work suits you well. What is different?

## Team conflict
set-team-conflict = Tension in a team
set-team-conflict-about = Your own view of a difficult situation, and what you could try. No names are needed.
q-team-conflict-ease = How at ease do you feel with the situation today?
q-team-conflict-ease-low = Not at ease
q-team-conflict-ease-high = At ease
q-team-conflict-works = What works well when you work together, if anything?
q-team-conflict-step = The conversation or step you had in mind: where is it now?
q-team-conflict-try-next = What would you like to try next?
q-team-conflict-try-next-option-1 = Listen first
q-team-conflict-try-next-option-2 = Say what I need
q-team-conflict-try-next-option-3 = Ask for support
q-team-conflict-try-next-option-4 = Give it time
q-team-conflict-try-next-option-5 = Something else
q-team-conflict-when-tense = When it gets tense, what would you like to do? You could write: “When … then I …”
q-team-conflict-matters = What matters to you in this situation?

## Confidence
set-confidence = Confidence
set-confidence-about = Small steps, and what helps you to take them.
q-confidence-at-ease = When did you last feel at ease with what you were doing, even for a moment?
q-confidence-ahead = How confident do you feel about what is ahead?
q-confidence-ahead-low = Unsure
q-confidence-ahead-high = Confident
q-confidence-step = The small step you chose last: where is it now?
q-confidence-one-up = What would make you feel a little more confident than today?
q-confidence-support = What would support you most right now?
q-confidence-support-option-1 = Some practice
q-confidence-support-option-2 = Someone to talk to
q-confidence-support-option-3 = Clear information
q-confidence-support-option-4 = A rest
q-confidence-support-option-5 = Something else
q-confidence-friend = What would you say to a good friend who stood where you stand?

## Before a session
set-before-session = Before a session
set-before-session-about = What you would like from the session to come.
q-before-session-bring = What would you like to bring to the session?
q-before-session-clear = How clear is it to you what you want from this session?
q-before-session-clear-low = Wide open
q-before-session-clear-high = Very clear
q-before-session-step = What you chose to do after the last session: where is it now?
q-before-session-from-coach = What would you like most from your coach this time?
q-before-session-from-coach-option-1 = Listening
q-before-session-from-coach-option-2 = Questions
q-before-session-from-coach-option-3 = Another view
q-before-session-from-coach-option-4 = Help with a plan
q-before-session-from-coach-option-5 = I'll see when we talk
q-before-session-changed = What has changed since you last spoke, in any direction?
q-before-session-unsaid = What would make it easier to say what you have not said yet, if there is anything? You need not say here what it is.

## After a session
set-after-session = After a session
set-after-session-about = What you take with you, and what comes next.
q-after-session-take-away = What are you taking with you from the session?
q-after-session-step = What is the one small step, if there is one? You could write: “When … then I …”
q-after-session-place = Choosing a time and place for your next step: where is that now?
q-after-session-useful = How useful was the session for what you needed?
q-after-session-useful-low = Not useful
q-after-session-useful-high = Very useful
q-after-session-next-time = What would you like more of next time?
q-after-session-next-time-option-1 = Listening
q-after-session-next-time-option-2 = Questions
q-after-session-next-time-option-3 = Another view
q-after-session-next-time-option-4 = Practical ideas
q-after-session-next-time-option-5 = Just as it was
q-after-session-moving = What is still on your mind from the session, if anything?

## A coach's own set, written in chat
own-set-no-title = The first line is the title, so that your clients know what the questions are about. Could you put one above your questions?
own-set-title-too-long = The title (line { $line }) is longer than { $limit } characters. A shorter one would be easier to find again.
own-set-no-questions = There is a title, and no question yet. Please write one question on each line below it.
own-set-too-many-questions = One set holds up to { $limit } questions, so that it stays light. From line { $line } on there are more: they could be a second set.
own-set-question-too-long = Line { $line } is longer than { $limit } characters. Could you say it more briefly?
own-set-no-text = Line { $line } says how to answer, and not yet what is asked. Please write the question before the brackets.
own-set-not-a-scale = Scales go from 1 to 5, so line { $line } would end with (1-5).
own-set-too-many-options = Line { $line } offers more than { $limit } choices. Fewer are easier to choose from.
own-set-empty-option = One of the choices in line { $line } is empty. Please write something on each side of every “/”.
own-set-option-too-long = A choice in line { $line } is longer than { $limit } characters, and would not fit on a button. Could you shorten it?
own-set-same-option = Line { $line } offers the same choice twice.
own-set-same-question = Line { $line } asks the same as a line above.
