"""Every button and form of the bot: one row each, and the one function that reads what comes back.

Messages and handlers call a row to build an action: `KEEP(answer.id)`. `read_action` reads the
action that arrives, and trusts nothing in it. The verbs, the order of the arguments and the colons
are in people's chats already, and must never change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal

from bot.domain.action_argument import (
    Argument,
    a_day,
    a_mask,
    an_id,
    maybe,
    number,
    one_of,
    several_of,
)
from bot.domain.action_row import Action, ActionRow, Found, Word, action, verb_of
from bot.domain.check_in import Mark
from bot.domain.consent import Purpose
from bot.domain.question import Depth, Topic

YesNo = Literal["yes", "no"]
OnOff = Literal["on", "off"]
RhythmAnswer = Literal["yes", "change", "more"]
EraseAnswer = Literal["yes", "part", "no"]
ErasePart = Literal["week", "month", "days", "one"]
StepChange = Literal["smaller", "move", "let-go", "stays"]
SessionAct = Literal["set", "file", "clear"]
Comfort = Literal["too-often", "too-personal", "wrong-time", "fine", "rest"]
Travel = Literal["move", "stay"]
FirstQuestion = Literal["first.hope", "first.worry"]
KeepFor = int | Literal["end"]
AsACoach = Literal["invite", "profile"]

OFFERED_WEEKS = (6, 12, 26)
KEEP_DAYS = (7, 30, 90)
# The target of a builder that makes a new step and changes none.
NEW_STEP = "new"
# What a coach can begin with.
AS_A_COACH: tuple[AsACoach, ...] = ("invite", "profile")
# Stands for the action after a consent if none follows: the person only used the switch.
SWITCHED = Action("switched")

ANSWER, DELIVERY, SHARED = an_id("answer_id"), an_id("delivery_id"), an_id("share_id")
ENGAGEMENT, STEP_ID, SET_ID = an_id("engagement_id"), an_id("step_id"), an_id("set_id")
NOTE_ID, FINGERPRINT = an_id("note_id"), an_id("fingerprint")
LINE_ID = an_id("line_id")
DAY = a_day("day")
PURPOSE: Argument[Purpose] = one_of("purpose", *Purpose)
PURPOSES_SET: Argument[str] = several_of("purposes", *Purpose)
MARK_VALUE: Argument[Mark] = one_of("mark", *Mark)
TOPIC_NAME: Argument[Topic] = one_of("name", *Topic)
LEVEL: Argument[Depth] = one_of("level", *Depth)
WEEKS: Argument[int] = one_of("weeks", *OFFERED_WEEKS)
YES_NO: Argument[YesNo] = one_of("answer", "yes", "no")
ERASE_CHOICE: Argument[EraseAnswer] = one_of("answer", "yes", "part", "no")
RHYTHM_ANSWER: Argument[RhythmAnswer] = one_of("answer", "yes", "change", "more")
MOVE: Argument[OnOff] = one_of("move", "on", "off")
PART: Argument[ErasePart] = one_of("which", "week", "month", "days", "one")
HOW: Argument[StepChange] = one_of("how", "smaller", "move", "let-go", "stays")
SESSION_ACT: Argument[SessionAct] = one_of("what", "set", "file", "clear")
COMFORT_KIND: Argument[Comfort] = one_of(
    "what", "too-often", "too-personal", "wrong-time", "fine", "rest"
)
TRAVEL_ANSWER: Argument[Travel] = one_of("answer", "move", "stay")
FIRST_QUESTION: Argument[FirstQuestion] = one_of("question", "first.hope", "first.worry")
KEEP_FOR_DAYS: Argument[KeepFor] = one_of("days", *KEEP_DAYS, "end")

# The typed words that choose a button, and the button's value for each.
YES_OR_NO: Mapping[Word, object] = MappingProxyType({"yes": "yes", "no": "no"})
ONLY_YES: Mapping[Word, object] = MappingProxyType({"yes": "yes"})
PASSING: Mapping[Word, object] = MappingProxyType({"pass": None})

# Check-ins and answers.
MARK = action("mark", DELIVERY, MARK_VALUE, STEP_ID)
TAP = action("tap", DELIVERY, an_id("question_id"), MARK_VALUE)
ANOTHER = action("another", DELIVERY)
PASS = action("pass", DELIVERY, typed=PASSING)
# "Answer in a form", and that form.
ANSWER_FORM = action("answer-form", DELIVERY, an_id("question_id"))
ANSWER_SET = action("answer-set", DELIVERY, an_id("question_id"), form=True, words=True)
KEEP = action("keep", ANSWER)
DROP = action("drop", ANSWER)
CORRECT = action("correct", ANSWER)
CORRECT_SET = action("correct-set", ANSWER, form=True, words=True)
ASK = action("ask", one_of("purpose", Purpose.KEEP_WORDS, Purpose.KEEP_MARKS))
COMFORT = action("comfort", ENGAGEMENT, COMFORT_KIND)
CRISIS = action("crisis", YES_NO, typed=YES_OR_NO)
GO_ON = action("go-on")
# The command that was perhaps meant; `bot.inbound.routes` knows it.
SAY = action("say", an_id("command"))
# The moment (UTC) as `bot.handlers.hearing.later` writes it.
LATER = action("later", an_id("at"))
FIRST = action("first", ENGAGEMENT)
FIRST_PASS = action("first-pass", ENGAGEMENT, FIRST_QUESTION, typed=PASSING)
RECALL = action("recall", maybe(number("start", 0, 999_999)))
# Where the sought words stand, and in which days, as `bot.handlers.rereading.finding` writes them:
# never the words.
FIND = action("find", number("start", 0, 999_999), an_id("place"), maybe(an_id("days")))
LETTER = action("letter")
WINS = action("wins")
STRENGTHS = action("strengths")
CURVE = action("curve")

# Sharing.
SHARE = action("share", ANSWER)
APPROVE = action("approve", ANSWER, FINGERPRINT)
SHARE_UNNAMED = action("share-unnamed", ANSWER)
APPROVE_UNNAMED = action("approve-unnamed", ANSWER, FINGERPRINT)
APPROVE_NOW = action("approve-now", ANSWER, FINGERPRINT)
TAKE_BACK = action("take-back", SHARED)

# Lines for whoever pays.
SPONSOR = action("sponsor")
SPONSOR_SET = action("sponsor-set", form=True)
SPONSOR_NOBODY = action("sponsor-nobody")
SPONSOR_LINE = action("sponsor-line", ENGAGEMENT)
SPONSOR_LINE_SET = action("sponsor-line-set", ENGAGEMENT, form=True, words=True)
SPONSOR_SEND = action("sponsor-send", LINE_ID, FINGERPRINT)
SPONSOR_DROP = action("sponsor-drop", LINE_ID)
SPONSOR_BACK = action("sponsor-back", LINE_ID)

# Small steps.
STEP = action("step", maybe(ENGAGEMENT))
STEP_LATER = action("step-later", ENGAGEMENT)
STEP_CHANGE = action("step-change", STEP_ID, HOW)
STEP_PROMPT = action("step-prompt", STEP_ID, DAY)
STEP_SET = action("step-set", ENGAGEMENT, an_id("target"), form=True, words=True)
STEP_MARK = action("step-mark", STEP_ID, MARK_VALUE)
STEPS = action("steps")
HELPED = action("helped", STEP_ID)
HELPED_PASS = action("helped-pass", STEP_ID, typed=PASSING)
STEP_FROM = action("step-from", form=True, words=True)

# The session, and feedback to the coach.
SESSION = action("session", ENGAGEMENT, SESSION_ACT)
SESSION_SET = action("session-set", ENGAGEMENT, form=True)
FEEDBACK = action("feedback", maybe(ENGAGEMENT))


def _read_then(text: str) -> Action | None:
    """Reads what follows after a consent: an action that needs one, or SWITCHED."""
    if text == SWITCHED:
        return SWITCHED
    may_follow = (SHARE, SHARE_UNNAMED, STEP, STEP_PROMPT, FEEDBACK, SPONSOR_LINE, ASK_ON)
    return Action(text) if any(row.read(text) for row in may_follow) else None


# Joining and consent.
THEN = Argument("then", _read_then, rest=True)
# The fingerprint stands for the text above the button; buttons of older versions have none.
AGREE = action("agree", ENGAGEMENT, YES_NO, maybe(FINGERPRINT), typed=YES_OR_NO)
ALLOW = action("allow", ENGAGEMENT, PURPOSE, YES_NO, maybe(THEN), typed=YES_OR_NO)
SWITCH = action("switch", ENGAGEMENT, PURPOSE, MOVE)
SWITCHES = action("switches")
# What was ticked when the form was drawn, and what is still to be asked: `PURPOSES_SET`.
SWITCHES_SET = action("switches", ENGAGEMENT, maybe(PURPOSES_SET), form=True)
ASK_ON = action("ask-on", ENGAGEMENT, PURPOSES_SET)
AGREEMENT = action("agreement")
RECEIPT = action("receipt")
KEEP_FOR = action("keep-for", ENGAGEMENT, KEEP_FOR_DAYS)
WHO = action("who", ENGAGEMENT)

# Times.
RHYTHM = action("rhythm")
RHYTHM_SET = action("rhythm", ENGAGEMENT, form=True)
RHYTHM_OK = action("rhythm-ok", ENGAGEMENT, RHYTHM_ANSWER, typed=ONLY_YES)
HOURS = action("hours", ENGAGEMENT, form=True)
TRAVEL = action("travel", TRAVEL_ANSWER)
PAUSE = action("pause", maybe(DAY))
RESUME = action("resume")
ALL_AS_IT_WAS = action("all-as-it-was", ENGAGEMENT, FINGERPRINT)
STOP = action("stop", maybe(YES_NO), typed=YES_OR_NO)

# What I hold, and erasing.
HOLD = action("hold")
HOLD_FILE = action("hold-file")
ERASE = action("erase", maybe(ERASE_CHOICE), typed=YES_OR_NO)
ERASE_PART = action("erase-part", PART)
ERASE_DAYS = action("erase-days", form=True)
ERASE_SPAN = action("erase-span", a_day("first"), a_day("last"))
ERASE_ONE = action("erase-one", ANSWER)
ERASE_ANSWER = action("erase-answer", ANSWER)
LANGUAGE = action("language", an_id("language"))
HELP_ALL = action("help-all")
# A question to the bot, by its topic; `bot.handlers.hearing.about` answers it.
ABOUT = action("about", an_id("topic"))

# The questions.
QUESTIONS = action("questions", ENGAGEMENT)
# Buttons of older versions. Those that name no set strike in the one that is asked now.
STRIKE = action("strike", ENGAGEMENT, number("number", 1, 9999))
STRIKE_IN = action("strike-in", ENGAGEMENT, SET_ID, number("number", 1, 9999))
# What was ticked when the form was drawn.
TICKED = action("ticked", ENGAGEMENT, SET_ID, a_mask("drawn"), form=True)
TOPICS = action("topics", ENGAGEMENT)
TOPIC = action("topic", ENGAGEMENT, TOPIC_NAME)
DEPTH = action("depth", ENGAGEMENT, LEVEL)
SETS = action("sets", ENGAGEMENT)
SET = action("set", ENGAGEMENT, SET_ID)
LOOK = action("look", ENGAGEMENT, SET_ID)
PATHS = action("paths", ENGAGEMENT)
PATH = action("path", ENGAGEMENT, an_id("path_id"))
PATH_LEAVE = action("path-leave", ENGAGEMENT)
SUGGEST = action("suggest", SET_ID)
# To one client: the sets to choose from, and the choice.
SUGGEST_FOR = action("suggest-for", ENGAGEMENT)
SUGGEST_TO = action("suggest-to", ENGAGEMENT, SET_ID)
WRITE_QUESTIONS = action("write-questions")
QUESTIONS_SURE = action("questions-sure", form=True)
UNWRITE = action("unwrite", SET_ID)

# The form of the home page for a code.
CODE_SET = action("code-set", form=True)

# The coach.
# Whether somebody who came with a coach's code coaches, too, and what they typed that asks it.
COACH_TOO = action("coach-too", one_of("what", *AS_A_COACH), YES_NO, typed=YES_OR_NO)
INVITE = action("invite", maybe(WEEKS))
# Closes the links of a client for a coach from outside; and the first form of such a coach.
GUEST_END = action("guest-end")
GUEST_SET = action("guest-set", form=True)
PROFILE = action("profile")
PROFILE_SET = action("profile", form=True)
PROFILE_SURE = action("profile-sure", form=True)
PROFILE_KEPT = action("profile-kept")
DIGEST = action("digest", YES_NO, typed=YES_OR_NO)
DIGEST_NOW = action("digest-now")
DIGEST_MORE = action("digest-more")
DIGEST_EARLIER = action("digest-earlier", maybe(an_id("after")))
DIGEST_WHEN = action("digest-when")
DIGEST_SET = action("digest-set", form=True)
# Asks for briefs, or says whether they are wanted.
BRIEFS = action("briefs", maybe(YES_NO), typed=YES_OR_NO)
OPEN = action("open", DELIVERY, maybe(an_id("after")))
NOTE = action("note", ENGAGEMENT)
NOTE_SEND = action("note-send", ENGAGEMENT, NOTE_ID)
NOTE_DROP = action("note-drop", ENGAGEMENT, NOTE_ID)
# "Read, thank you" for one client's shares in one message.
READ_THANKS = action("read-thanks", ENGAGEMENT, an_id("shown_in"))
BRING_UP = action("bring-up", ENGAGEMENT, an_id("digest"))
BROUGHT_UP = action("brought-up", SHARED)
CLIENTS = action("clients")
CLIENT = action("client", ENGAGEMENT, maybe(an_id("after")))
# The client who was picked in the form of all those whom the coach may name.
CLIENT_PICKED = action("client", form=True)
BRIEF_NOW = action("brief-now", ENGAGEMENT)
END = action("end", ENGAGEMENT, maybe(YES_NO), typed=YES_OR_NO)
END_ALL = action("end-all", maybe(YES_NO), typed=YES_OR_NO)

AnyRow = ActionRow[*tuple[Any, ...]]


def _by_verb(rows: Iterable[AnyRow]) -> Mapping[tuple[str, bool], AnyRow]:
    """Makes the table of verbs. Raises ValueError if two buttons, or two forms, have one verb."""
    table: dict[tuple[str, bool], AnyRow] = {}
    for row in rows:
        if table.setdefault((row.verb, row.form), row) is not row:
            raise ValueError(f"{row.verb} is there twice")
    return MappingProxyType(table)


_TABLE = _by_verb([row for row in vars().values() if isinstance(row, ActionRow)])
ACTIONS: tuple[AnyRow, ...] = tuple(_TABLE.values())


def read_action(text: str, *, form: bool = False) -> Found | None:
    """Reads the action in a text from a chat. None if it is forged, foreign or too long. Never
    raises.

    A button's verb is never read as a form's, nor the reverse.
    """
    row = _TABLE.get((verb_of(text), form))
    return row.read(text) if row else None
