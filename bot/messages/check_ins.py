"""Messages of check-ins: the question, the quoted answer, and the exact preview of a share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.chat import Block, Buttons, Heading, Message, Quote, Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.check_in import Answer, Mark
from bot.domain.foreign import lines_of, one_line, without_quotes
from bot.domain.purposes import Purpose
from bot.domain.question import CHOICES, PROGRESS, Question, QuestionPath
from bot.domain.share import Share
from bot.domain.step import Step
from bot.domain.words import Words
from bot.messages.common import buttons, message, organisation_may_read
from bot.messages.steps import as_words
from bot.text import Catalogue

HELLO = "check-in-hello"
# What the button carries in the place of a moment.
LATER_TODAY = "today"
COMFORT_KINDS: tuple[actions.Comfort, ...] = ("too-often", "too-personal", "wrong-time", "fine")


@dataclass(frozen=True, slots=True)
class Offer:
    """The content of one check-in: the open steps or a question.

    `comfort` adds "is this still right?". `id` is the delivery's id. `more` adds a button for
    another question, and `later` one to be asked again later on the same day. `about` is the open
    step that the question is about. `path` is the path that the question belongs to, if it comes
    from there.
    """

    id: str
    steps: tuple[Step, ...] = ()
    question: Question | None = None
    about: Step | None = None
    engagement_id: str = ""
    more: bool = False
    comfort: bool = False
    later: bool = False
    path: QuestionPath | None = None


def check_in(say: Catalogue, offer: Offer, hello: str = HELLO) -> Message:
    """Asks one thing. The client may answer in any way, or pass."""
    template = hello if hello != HELLO else "question-step" if offer.steps else "check-in"
    return message(
        say,
        template,
        Text(say(hello)),
        *asked(say, offer),
        *_comfort(say, offer),
    )


def another(say: Catalogue, offer: Offer) -> Message:
    return message(say, "check-in", *asked(say, offer))


def asked(say: Catalogue, offer: Offer) -> list[Block]:
    """The blocks of a question: its text, the taps and the button to pass."""
    blocks: list[Block] = []
    taps: list[tuple[str, Action]] = []
    if offer.steps:
        *others, last = offer.steps
        blocks.append(Text(say("question-step", count=len(offer.steps))))
        for step in others:
            blocks += [Quote(as_words(say, step)), buttons(*_step_taps(say, offer, step))]
        blocks += [Quote(as_words(say, last)), Text(say("question-step-ask"))]
        taps = _step_taps(say, offer, last)
    elif offer.question is not None:
        blocks += _question(say, offer.question)
        if offer.about is not None:
            blocks.append(Quote(as_words(say, offer.about)))
        if offer.path is not None:
            blocks.append(Text(on_path(say, offer.path, offer.question), quiet=True))
        taps = [
            (label_of(say, mark, offer.question), actions.TAP(offer.id, offer.question.id, mark))
            for mark in offer.question.marks
        ]
    hint = "check-in-hint" if taps else "first-hint"
    passing = [(say("pass"), actions.PASS(offer.id))]
    if offer.later:
        passing.insert(0, (say("later-button"), actions.LATER(LATER_TODAY)))
    if offer.more:
        passing.insert(0, (say("another"), actions.ANOTHER(offer.id)))
    name = offer.question.id if offer.question is not None else "step" if offer.steps else None
    if name is not None:
        passing.insert(0, (say("answer-in-form"), actions.ANSWER_FORM(offer.id, name)))
    return [*blocks, Text(say(hint), quiet=True), buttons(*taps, *passing)]


def _step_taps(say: Catalogue, offer: Offer, step: Step) -> list[tuple[str, Action]]:
    return [(label_of(say, mark), actions.MARK(offer.id, mark, step.id)) for mark in PROGRESS]


def on_path(say: Catalogue, path: QuestionPath, question: Question) -> str:
    """Says which question of a path this is. It counts questions, never answers."""
    number, most = path.questions.index(question) + 1, len(path.questions)
    return say("path-place", title=path.title, number=number, most=most)


def more(say: Catalogue, question: Question, mark: Mark) -> Text:
    """The question that may follow a tap, once: "What makes it a 3?" """
    key = "more-own" if question.by_coach else f"q-{question.id.replace('.', '-')}-more"
    asks = say(key, mark=label_of(say, mark, question))
    return Text(say("more-after-tap", question=asks))


def comfort_buttons(say: Catalogue, engagement_id: str) -> Buttons:
    """The four answers of a comfort check. Each changes the settings at once."""
    return buttons(
        *((say(f"comfort-{kind}"), actions.COMFORT(engagement_id, kind)) for kind in COMFORT_KINDS)
    )


@dataclass(frozen=True, slots=True)
class About:
    """The context of an answer.

    `asked` is the wording of the question, and `session_on` the local date of the next session.
    """

    day: date
    step: Step | None = None
    question: Question | None = None
    asked: Words | None = None
    session_on: date | None = None


def form_of(say: Catalogue, answer: Answer, about: About) -> tuple[Words, Words]:
    """The (heading, body) that the coach would read.

    The client approves exactly this, byte for byte.
    """
    body = body_of(say, answer, about.step, about.question)
    return Words(_heading(say, answer, about)), body


def unnamed_form(say: Catalogue, answer: Answer) -> tuple[Words, Words]:
    """The form without a name or a day. Only feedback can be sent like this."""
    return Words(say("form-feedback-unnamed")), body_of(say, answer, None)


def _heading(say: Catalogue, answer: Answer, about: About) -> str:
    day = say.day(about.day)
    if answer.question == "session.bring" and about.session_on is not None:
        return say("form-bring", day=say.day(about.session_on))
    if answer.question == "session.feedback":
        return say("form-feedback", day=day)
    if answer.step_id is not None:
        return say("form-step", day=day)
    if about.asked is not None:
        asked = without_quotes(about.asked.text) if _is_by_coach(about) else about.asked
        return say("form-question", day=day, question=asked)
    return say("form-words", day=day)


def shared_blocks(heading: Words, body: Words) -> tuple[Block, Block]:
    """The blocks of a share: the same two in the preview, the digest and the client's list."""
    return Text(heading.text, quiet=True), Quote(body)


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands around a previewed share.

    `fingerprint` identifies this exact form, so that the client can approve only what they saw.
    Without `client` it carries no name. `late` says that it would come after the session; with
    `now`, it can be sent at once.
    """

    fingerprint: str
    coach: Words
    client: Words | None
    late: Text | None = None
    now: bool = False


def preview(
    say: Catalogue,
    answer: Answer,
    form: tuple[Words, Words],
    shown: Preview,
    *,
    changed: bool = False,
) -> Message:
    """Previews a share, exactly as the coach would read it."""
    intro = (Text(say("preview-changed")),) if changed else ()
    client, given = shown.client, (answer.id, shown.fingerprint)
    sender = say("digest-from", client=client) if client else say("preview-unnamed")
    approve = actions.APPROVE if client else actions.APPROVE_UNNAMED
    at_once = [(say("preview-now"), actions.APPROVE_NOW(*given))] if shown.now else []
    return message(
        say,
        "preview",
        *intro,
        Heading(say("preview-heading", coach=shown.coach)),
        Heading(sender),
        *shared_blocks(*form),
        Text(say("preview-hint" if client else "preview-unnamed-hint"), quiet=True),
        organisation_may_read(say),
        *([shown.late] if shown.late else []),
        buttons(
            (say("preview-approve"), approve(*given)),
            *at_once,
            (say("preview-decline"), actions.KEEP(answer.id)),
        ),
    )


def shared(say: Catalogue, share: Share, coach: Words, *, notes: bool = False) -> Message:
    """The receipt of a share. `notes` offers, once, that the coach may answer it."""
    back = (say("take-back"), actions.TAKE_BACK(share.id))
    told = Text(say("shared", coach=coach))
    if not notes:
        return message(say, "shared", told, buttons(back))
    offered = Text(say("notes-offer", coach=coach))
    wanted = (say("notes-offer-yes"), actions.SWITCH(share.engagement_id, Purpose.NOTES, "on"))
    return message(say, "shared", told, buttons(back), offered, buttons(wanted))


def label_of(say: Catalogue, mark: Mark, question: Question | None = None) -> str:
    """The label of a mark.

    A choice has its question's wording, or its position if the question is gone.
    """
    if mark in CHOICES:
        place = CHOICES.index(mark)
        if question is not None and place < len(question.options):
            return one_line(question.options[place].text)
        return say(f"held-value-{mark.value}")
    return say(f"mark-{mark.value.replace('_', '-')}")


def body_of(
    say: Catalogue, answer: Answer, step: Step | None, question: Question | None = None
) -> Words:
    """The body of a share: the words as written, or a mark's label, under its step."""
    if answer.words is not None:
        return answer.words
    label = label_of(say, answer.mark, question) if answer.mark else ""
    if question is not None and question.low and question.high:
        label = say("body-scale", mark=label, low=question.low, high=question.high)
    if step is None:
        return Words(label)
    return Words(f"{as_words(say, step).text}\n{label}")


def by_coach(say: Catalogue, *lines: str) -> list[Block]:
    """What a coach worded, as quotations under a line that says so: never in the bot's voice."""
    quoted = (Quote(Words(lines_of(line))) for line in lines)
    return [Text(say("question-by-coach")), *quoted]


def _is_by_coach(about: About) -> bool:
    return about.question is not None and about.question.by_coach


def _question(say: Catalogue, question: Question) -> list[Block]:
    """The text of a question and the names of its ends. A coach's own is quoted."""
    text, ends = question.text.text, ""
    if question.low is not None and question.high is not None:
        ends = say("scale-ends", low=question.low, high=question.high)
    if question.by_coach:
        return by_coach(say, f"{text}\n{ends}" if ends else text)
    return [Text(text), Text(ends, quiet=True)] if ends else [Text(text)]


def _comfort(say: Catalogue, offer: Offer) -> list[Block]:
    if not offer.comfort:
        return []
    return [Text(say("comfort-ask")), comfort_buttons(say, offer.engagement_id)]
