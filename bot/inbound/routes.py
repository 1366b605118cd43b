"""The table of contents of what can happen: every button, form and command, with its handler.

`bot.domain.actions` says what each button and form carries. `bot.inbound.listening` says what a
typed line means, and in which order it is tried.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVarTuple

from bot.domain import actions
from bot.domain.action_row import ActionRow
from bot.domain.actions import ACTIONS, AnyRow, read_action
from bot.handlers import (
    check_ins,
    clients,
    coaching,
    comfort,
    consent,
    erasing,
    first,
    home,
    hours,
    joining,
    keeping,
    looking_back,
    notes,
    pausing,
    questions,
    rhythm,
    sessions,
    sharing,
    step_from,
    steps,
    stored_data,
    taps,
)
from bot.handlers.allowed import briefs, form, receipts
from bot.handlers.answering import apart, correcting
from bot.handlers.clients import as_coach
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.guests import arriving, inviting
from bot.handlers.hearing import about, crisis, helping, later, policy, speaking, stopping, undoing
from bot.handlers.mine import building, curve, steps_at_hand, strengths, what_helped
from bot.handlers.one_client import briefing, ending, page, suggesting
from bot.handlers.question_sets import paths, ticked, typed_sets
from bot.handlers.replying import coach_too, read
from bot.handlers.replying.coach_too import asks_a_client
from bot.handlers.rereading import finding, letter
from bot.handlers.sponsoring import lines, naming
from bot.understand import Intent

Values = TypeVarTuple("Values")
Handler = Callable[..., Awaitable[Reply]]
Command = Callable[[Conversation], Awaitable[Reply]]
Route = tuple[AnyRow, Handler]


def on(
    row: ActionRow[*Values], handler: Callable[[Conversation, *Values], Awaitable[Reply]]
) -> Route:
    """The handler of one action. The type checker refuses one that takes other values."""
    return row, handler


def one_handler_each(*routes: Route) -> Mapping[AnyRow, Handler]:
    """Returns the handlers by action.

    Raises ValueError if an action has no handler or two, or a handler has no action.
    """
    handled = [row for row, _ in routes]
    known = set(ACTIONS)
    doubtful = {row.verb for row in known ^ set(handled)}
    doubtful |= {row.verb for row in handled if handled.count(row) > 1}
    if doubtful:
        raise ValueError(f"not exactly one handler: {', '.join(sorted(doubtful))}")
    return dict(routes)


async def say(talk: Conversation, command: str) -> Reply:
    """Does a command that was nearly typed, on the press of its button."""
    if command == Intent.PAUSE:
        return await pausing.pause(talk, None)
    known = {str(intent): run for intent, run in COMMANDS.items()}
    return await known[command](talk) if command in known else talk.stale()


HANDLERS = one_handler_each(
    on(actions.MARK, taps.marked),
    on(actions.TAP, taps.tapped),
    on(actions.ANOTHER, check_ins.another),
    on(actions.PASS, check_ins.passed),
    on(actions.ANSWER_FORM, apart.ask),
    on(actions.ANSWER_SET, apart.submitted),
    on(actions.KEEP, check_ins.keep),
    on(actions.DROP, check_ins.drop),
    on(actions.CORRECT, correcting.ask),
    on(actions.CORRECT_SET, correcting.submitted),
    on(actions.ASK, consent.ask_about_keeping),
    on(actions.COMFORT, comfort.answered),
    on(actions.CRISIS, crisis.write_to_coach),
    on(actions.GO_ON, crisis.go_on),
    on(actions.SAY, say),
    on(actions.LATER, later.pressed),
    on(actions.FIRST, first.begin),
    on(actions.FIRST_PASS, first.passed),
    on(actions.RECALL, looking_back.recall),
    on(actions.FIND, finding.earlier),
    on(actions.LETTER, letter.write),
    on(actions.WINS, looking_back.wins),
    on(actions.STRENGTHS, strengths.show),
    on(actions.CURVE, curve.show),
    on(actions.SHARE, sharing.share),
    on(actions.APPROVE, sharing.approve),
    on(actions.SHARE_UNNAMED, sharing.share_unnamed),
    on(actions.APPROVE_UNNAMED, sharing.approve_unnamed),
    on(actions.APPROVE_NOW, sharing.approve_now),
    on(actions.TAKE_BACK, sharing.take_back),
    on(actions.SPONSOR, lines.show),
    on(actions.SPONSOR_SET, as_coach(naming.submit)),
    on(actions.SPONSOR_NOBODY, naming.nobody),
    on(actions.SPONSOR_LINE, lines.begin),
    on(actions.SPONSOR_LINE_SET, lines.submit),
    on(actions.SPONSOR_SEND, lines.send),
    on(actions.SPONSOR_DROP, lines.drop),
    on(actions.SPONSOR_BACK, lines.take_back),
    on(actions.STEP, steps.begin),
    on(actions.STEP_LATER, steps.later),
    on(actions.STEP_CHANGE, steps.change),
    on(actions.STEP_PROMPT, building.prompt),
    on(actions.STEP_SET, building.submit),
    on(actions.STEP_MARK, steps_at_hand.marked),
    on(actions.STEPS, steps_at_hand.show),
    on(actions.HELPED, what_helped.opened),
    on(actions.HELPED_PASS, what_helped.passed),
    on(actions.STEP_FROM, step_from.begin),
    on(actions.SESSION, sessions.act),
    on(actions.SESSION_SET, sessions.submit),
    on(actions.FEEDBACK, sessions.feedback),
    on(actions.CODE_SET, joining.code_submitted),
    on(actions.AGREE, joining.agree),
    on(actions.ALLOW, joining.allow),
    on(actions.SWITCH, consent.switch),
    on(actions.SWITCHES, form.show),
    on(actions.SWITCHES_SET, form.save),
    on(actions.ASK_ON, form.ask_on),
    on(actions.AGREEMENT, joining.show_agreement),
    on(actions.RECEIPT, receipts.receipts),
    on(actions.KEEP_FOR, keeping.choose),
    on(actions.WHO, clients.who),
    on(actions.RHYTHM, rhythm.change),
    on(actions.RHYTHM_SET, rhythm.submit),
    on(actions.RHYTHM_OK, joining.finish_rhythm),
    on(actions.HOURS, hours.submit),
    on(actions.TRAVEL, hours.travel),
    on(actions.PAUSE, pausing.pause_button),
    on(actions.RESUME, crisis.resume),
    on(actions.ALL_AS_IT_WAS, stopping.all_as_it_was),
    on(actions.STOP, stopping.stop),
    on(actions.HOLD, stored_data.hold),
    on(actions.HOLD_FILE, stored_data.hold_file),
    on(actions.ERASE, erasing.erase),
    on(actions.ERASE_PART, erasing.part),
    on(actions.ERASE_DAYS, erasing.days),
    on(actions.ERASE_SPAN, erasing.days_confirmed),
    on(actions.ERASE_ONE, erasing.one),
    on(actions.ERASE_ANSWER, erasing.one_confirmed),
    on(actions.HELP_ALL, helping.show_all),
    on(actions.LANGUAGE, speaking.choose),
    on(actions.ABOUT, about.pressed),
    on(actions.QUESTIONS, questions.show_one),
    on(actions.STRIKE, questions.strike),
    on(actions.STRIKE_IN, questions.strike_in),
    on(actions.TICKED, ticked.save),
    on(actions.TOPICS, questions.topics),
    on(actions.TOPIC, questions.topic),
    on(actions.DEPTH, questions.depth),
    on(actions.SETS, questions.others),
    on(actions.SET, questions.choose),
    on(actions.LOOK, questions.look),
    on(actions.PATHS, paths.show_one),
    on(actions.PATH, paths.choose),
    on(actions.PATH_LEAVE, paths.leave),
    on(actions.SUGGEST, as_coach(typed_sets.suggest)),
    on(actions.SUGGEST_FOR, as_coach(suggesting.offer)),
    on(actions.SUGGEST_TO, as_coach(suggesting.suggest)),
    on(actions.WRITE_QUESTIONS, as_coach(typed_sets.write)),
    on(actions.QUESTIONS_SURE, as_coach(typed_sets.written_sure)),
    on(actions.UNWRITE, typed_sets.remove),
    on(actions.COACH_TOO, coach_too.answered),
    on(actions.INVITE, as_coach(coaching.invite)),
    on(actions.GUEST_END, inviting.close),
    on(actions.GUEST_SET, arriving.begin),
    on(actions.PROFILE, as_coach(clients.profile)),
    on(actions.PROFILE_SET, as_coach(clients.save_profile)),
    on(actions.PROFILE_SURE, as_coach(clients.save_profile_sure)),
    on(actions.PROFILE_KEPT, as_coach(clients.profile_kept)),
    on(actions.DIGEST, coaching.digest_switch),
    on(actions.DIGEST_NOW, as_coach(coaching.digest_now)),
    on(actions.DIGEST_MORE, as_coach(coaching.digest_more)),
    on(actions.DIGEST_EARLIER, as_coach(coaching.digest_earlier)),
    on(actions.DIGEST_WHEN, as_coach(coaching.digest_when)),
    on(actions.DIGEST_SET, as_coach(coaching.digest_set)),
    on(actions.BRIEFS, briefs.switch),
    on(actions.OPEN, as_coach(coaching.open_digest)),
    on(actions.NOTE, as_coach(notes.begin)),
    on(actions.NOTE_SEND, as_coach(notes.send)),
    on(actions.NOTE_DROP, notes.discard),
    on(actions.READ_THANKS, as_coach(read.thank)),
    on(actions.BRING_UP, as_coach(notes.bring_up)),
    on(actions.BROUGHT_UP, notes.brought_up),
    on(actions.CLIENTS, as_coach(page.everyone)),
    on(actions.CLIENT, as_coach(page.by_id)),
    on(actions.CLIENT_PICKED, as_coach(page.picked)),
    on(actions.BRIEF_NOW, as_coach(briefing.now)),
    on(actions.END, ending.end),
    on(actions.END_ALL, ending.end_all),
)

COMMANDS: Mapping[Intent, Command] = {
    Intent.HOME: home.show,
    Intent.STOP: stopping.stop,
    Intent.RESUME: crisis.resume,
    Intent.HOLD: stored_data.hold,
    Intent.ERASE: erasing.ask,
    Intent.RECEIPT: receipts.receipts,
    Intent.SEEN: sharing.who_saw,
    Intent.KEEPING: keeping.show,
    Intent.POLICY: policy.show,
    Intent.SWITCHES: form.show,
    Intent.RHYTHM: rhythm.change,
    Intent.AGREEMENT: joining.show_agreement,
    Intent.NEXT: pausing.coming,
    Intent.STEP: steps.begin,
    Intent.STEPS: steps_at_hand.show,
    Intent.INVITE: as_coach(asks_a_client("invite", coaching.invite)),
    Intent.OUTSIDE: inviting.link_for_coach,
    Intent.DIGEST: as_coach(coaching.digest_now),
    Intent.WINS: looking_back.wins,
    Intent.STRENGTHS: strengths.show,
    Intent.CURVE: curve.show,
    Intent.RECALL: looking_back.recall,
    Intent.LETTER: letter.write,
    Intent.CORRECT: correcting.ask_last,
    Intent.QUESTIONS: questions.show,
    Intent.PATHS: paths.show,
    Intent.COMFORT: comfort.ask,
    Intent.TOO_OFTEN: comfort.too_often,
    Intent.TOO_PERSONAL: comfort.too_personal,
    Intent.WRONG_TIME: comfort.wrong_time,
    Intent.SESSION: sessions.show,
    Intent.CALENDAR: sessions.calendar,
    Intent.FEEDBACK: sessions.feedback,
    Intent.LANGUAGE: home.ask_language,
    Intent.PROFILE: as_coach(asks_a_client("profile", clients.profile)),
    Intent.CLIENTS: as_coach(page.everyone),
    Intent.SPONSOR: lines.show,
    Intent.HELP: helping.show,
    Intent.UNDO: undoing.undo,
    Intent.SNOOZE: later.again,
}


async def act(talk: Conversation, text: str, *, form: bool = False) -> Reply:
    """Does what a button or form asks. A text that is no action of ours gets the stale note."""
    found = read_action(text, form=form)
    if found is None:
        return talk.stale()
    return await HANDLERS[found.row](talk, *found.values)
