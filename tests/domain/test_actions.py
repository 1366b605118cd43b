"""Each button and form: what is built is read back, and nothing else is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import actions
from bot.domain.action_argument import Argument, an_id, mask_of, maybe, one_of
from bot.domain.action_row import LONGEST, Action, Word, action
from bot.domain.actions import ACTIONS, AnyRow, read_action
from bot.domain.check_in import Mark
from bot.domain.consent import Purpose
from bot.domain.question import Depth, Topic

DAY = date(2027, 1, 4)
# The texts as they are in people's chats: verbs, order and colons never change.
IN_CHATS: dict[Action, str] = {
    actions.MARK("d", Mark.NOT_YET, "s"): "mark:d:not_yet:s",
    actions.TAP("d", "calm.sleep", Mark.A): "tap:d:calm.sleep:a",
    actions.ANOTHER("d"): "another:d",
    actions.PASS("d"): "pass:d",
    actions.ANSWER_FORM("d", "calm.sleep"): "answer-form:d:calm.sleep",
    actions.ANSWER_SET("d", "calm.sleep"): "answer-set:d:calm.sleep",
    actions.CODE_SET(): "code-set",
    actions.KEEP("a"): "keep:a",
    actions.DROP("a"): "drop:a",
    actions.CORRECT("a"): "correct:a",
    actions.CORRECT_SET("a"): "correct-set:a",
    actions.ASK(Purpose.KEEP_WORDS): "ask:keep_words",
    actions.COMFORT("e", "too-often"): "comfort:e:too-often",
    actions.CRISIS("yes"): "crisis:yes",
    actions.GO_ON(): "go-on",
    actions.SAY("pause"): "say:pause",
    actions.LATER("20261124T0800"): "later:20261124T0800",
    actions.ABOUT("sees"): "about:sees",
    actions.FIRST("e"): "first:e",
    actions.FIRST_PASS("e", "first.hope"): "first-pass:e:first.hope",
    actions.RECALL(0): "recall:0",
    actions.RECALL(None): "recall",
    actions.FIND(10, "all", "2027-01-04_2027-01-05"): "find:10:all:2027-01-04_2027-01-05",
    actions.FIND(10, "a.4-6", None): "find:10:a.4-6",
    actions.LETTER(): "letter",
    actions.WINS(): "wins",
    actions.STRENGTHS(): "strengths",
    actions.CURVE(): "curve",
    actions.SHARE("a"): "share:a",
    actions.APPROVE("a", "5ea1"): "approve:a:5ea1",
    actions.SHARE_UNNAMED("a"): "share-unnamed:a",
    actions.APPROVE_UNNAMED("a", "5ea1"): "approve-unnamed:a:5ea1",
    actions.APPROVE_NOW("a", "5ea1"): "approve-now:a:5ea1",
    actions.TAKE_BACK("h"): "take-back:h",
    actions.STEP("e"): "step:e",
    actions.STEP(None): "step",
    actions.STEP_LATER("e"): "step-later:e",
    actions.STEP_CHANGE("s", "let-go"): "step-change:s:let-go",
    actions.STEP_PROMPT("s", DAY): "step-prompt:s:2027-01-04",
    actions.STEP_SET("e", "new"): "step-set:e:new",
    actions.STEP_MARK("s", Mark.DONE): "step-mark:s:done",
    actions.STEPS(): "steps",
    actions.HELPED("s"): "helped:s",
    actions.HELPED_PASS("s"): "helped-pass:s",
    actions.STEP_FROM(): "step-from",
    actions.SESSION("e", "clear"): "session:e:clear",
    actions.SESSION_SET("e"): "session-set:e",
    actions.FEEDBACK("e"): "feedback:e",
    actions.SPONSOR(): "sponsor",
    actions.SPONSOR_SET(): "sponsor-set",
    actions.SPONSOR_NOBODY(): "sponsor-nobody",
    actions.SPONSOR_LINE("e"): "sponsor-line:e",
    actions.SPONSOR_LINE_SET("e"): "sponsor-line-set:e",
    actions.SPONSOR_SEND("l", "5ea1"): "sponsor-send:l:5ea1",
    actions.SPONSOR_DROP("l"): "sponsor-drop:l",
    actions.SPONSOR_BACK("l"): "sponsor-back:l",
    actions.AGREE("e", "no", None): "agree:e:no",
    actions.AGREE("e", "yes", "5ea1"): "agree:e:yes:5ea1",
    actions.ALLOW("e", Purpose.CHECK_INS, "yes", None): "allow:e:check_ins:yes",
    actions.ALLOW("e", Purpose.NOTES, "no", actions.SWITCHED): "allow:e:notes:no:switched",
    actions.ALLOW("e", Purpose.SHARE_WORDS, "yes", actions.SHARE("a")): (
        "allow:e:share_words:yes:share:a"
    ),
    actions.ALLOW("e", Purpose.STEP_PROMPTS, "no", actions.STEP_PROMPT("s", DAY)): (
        "allow:e:step_prompts:no:step-prompt:s:2027-01-04"
    ),
    actions.SWITCH("e", Purpose.LISTED, "off"): "switch:e:listed:off",
    actions.SWITCHES(): "switches",
    actions.SWITCHES_SET("e", "check_ins+notes"): "switches:e:check_ins+notes",
    actions.ASK_ON("e", "listed+notes"): "ask-on:e:listed+notes",
    actions.HELP_ALL(): "help-all",
    actions.AGREEMENT(): "agreement",
    actions.RECEIPT(): "receipt",
    actions.KEEP_FOR("e", 30): "keep-for:e:30",
    actions.KEEP_FOR("e", "end"): "keep-for:e:end",
    actions.WHO("e"): "who:e",
    actions.RHYTHM(): "rhythm",
    actions.RHYTHM_SET("e"): "rhythm:e",
    actions.RHYTHM_OK("e", "yes"): "rhythm-ok:e:yes",
    actions.HOURS("e"): "hours:e",
    actions.TRAVEL("stay"): "travel:stay",
    actions.PAUSE(DAY): "pause:2027-01-04",
    actions.PAUSE(None): "pause",
    actions.RESUME(): "resume",
    actions.ALL_AS_IT_WAS("e", "f"): "all-as-it-was:e:f",
    actions.STOP("yes"): "stop:yes",
    actions.HOLD(): "hold",
    actions.HOLD_FILE(): "hold-file",
    actions.ERASE("part"): "erase:part",
    actions.ERASE(None): "erase",
    actions.ERASE_PART("week"): "erase-part:week",
    actions.ERASE_DAYS(): "erase-days",
    actions.ERASE_SPAN(DAY, DAY): "erase-span:2027-01-04:2027-01-04",
    actions.ERASE_ONE("a"): "erase-one:a",
    actions.ERASE_ANSWER("a"): "erase-answer:a",
    actions.LANGUAGE("pt"): "language:pt",
    actions.QUESTIONS("e"): "questions:e",
    actions.STRIKE("e", 3): "strike:e:3",
    actions.STRIKE_IN("e", "own-1", 3): "strike-in:e:own-1:3",
    actions.TICKED("e", "own-1", mask_of([1, 3])): "ticked:e:own-1:a",
    actions.LOOK("e", "after-session"): "look:e:after-session",
    actions.PATHS("e"): "paths:e",
    actions.PATH("e", "grow"): "path:e:grow",
    actions.PATH_LEAVE("e"): "path-leave:e",
    actions.TOPICS("e"): "topics:e",
    actions.TOPIC("e", Topic.WORK): "topic:e:work",
    actions.DEPTH("e", Depth.DEEP): "depth:e:3",
    actions.SETS("e"): "sets:e",
    actions.SET("e", "own-1"): "set:e:own-1",
    actions.SUGGEST("own-1"): "suggest:own-1",
    actions.SUGGEST_FOR("e"): "suggest-for:e",
    actions.SUGGEST_TO("e", "own-1"): "suggest-to:e:own-1",
    actions.WRITE_QUESTIONS(): "write-questions",
    actions.QUESTIONS_SURE(): "questions-sure",
    actions.UNWRITE("own-1"): "unwrite:own-1",
    actions.INVITE(12): "invite:12",
    actions.INVITE(None): "invite",
    actions.GUEST_END(): "guest-end",
    actions.GUEST_SET(): "guest-set",
    actions.PROFILE(): "profile",
    actions.PROFILE_SET(): "profile",
    actions.PROFILE_SURE(): "profile-sure",
    actions.PROFILE_KEPT(): "profile-kept",
    actions.DIGEST("yes"): "digest:yes",
    actions.BRIEFS("yes"): "briefs:yes",
    actions.BRIEFS(None): "briefs",
    actions.DIGEST_NOW(): "digest-now",
    actions.DIGEST_MORE(): "digest-more",
    actions.DIGEST_EARLIER("h"): "digest-earlier:h",
    actions.DIGEST_WHEN(): "digest-when",
    actions.DIGEST_SET(): "digest-set",
    actions.OPEN("d", None): "open:d",
    actions.OPEN("d", "h"): "open:d:h",
    actions.NOTE("e"): "note:e",
    actions.NOTE_SEND("e", "n"): "note-send:e:n",
    actions.NOTE_DROP("e", "n"): "note-drop:e:n",
    actions.READ_THANKS("e", "d"): "read-thanks:e:d",
    actions.COACH_TOO("invite", "yes"): "coach-too:invite:yes",
    actions.COACH_TOO("profile", "no"): "coach-too:profile:no",
    actions.BRING_UP("e", "m"): "bring-up:e:m",
    actions.BROUGHT_UP("h"): "brought-up:h",
    actions.CLIENTS(): "clients",
    actions.CLIENT("e", None): "client:e",
    actions.CLIENT("e", "h"): "client:e:h",
    actions.CLIENT_PICKED(): "client",
    actions.BRIEF_NOW("e"): "brief-now:e",
    actions.END("e", None): "end:e",
    actions.END("e", "yes"): "end:e:yes",
    actions.END_ALL(None): "end-all",
    actions.END_ALL("no"): "end-all:no",
}
THEN = (
    actions.SWITCHED,
    actions.SHARE("a"),
    actions.STEP(None),
    actions.STEP_PROMPT("s", DAY),
    actions.FEEDBACK("e"),
)
ids = st.text(st.characters(exclude_characters=":"), min_size=1, max_size=30).filter(
    str.isprintable
)
texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from([*IN_CHATS.values()]),
    st.builds(
        lambda verb, parts: ":".join((verb, *parts)),
        st.sampled_from([row.verb for row in ACTIONS]) | st.text(max_size=8),
        st.lists(
            st.sampled_from(["yes", "no", "done", "1", "٣", "07", "-1", "2027-02-30", "", " "])
            | st.text(max_size=12)
            | st.just("x" * LONGEST),
            max_size=6,
        ),
    ),
)


def values_of(argument: Argument[Any]) -> st.SearchStrategy[Any]:
    """Every value that an argument can have."""
    values: st.SearchStrategy[Any] = ids
    if argument.choices:
        values = st.sampled_from(argument.choices)
    elif argument.name == "then":
        values = st.sampled_from(THEN)
    elif argument.name == "purposes":
        chosen = st.lists(st.sampled_from([*Purpose]), min_size=1, unique=True)
        values = chosen.map("+".join)
    elif argument.name in ("day", "first", "last"):
        values = st.dates(date(2, 1, 1), date(9998, 12, 31))
    elif argument.name == "drawn":
        values = st.sets(st.integers(1, 60)).map(mask_of)
    elif argument.name in ("number", "start"):
        values = st.integers(1, 9999)
    return values | st.none() if argument.optional else values


@given(st.data())
@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: f"{row.verb}-{row.form}")
def test_what_a_row_builds_is_read_back_the_same(row: AnyRow, data: st.DataObject) -> None:
    values = tuple(data.draw(values_of(argument)) for argument in row.arguments)
    found = read_action(row(*values), form=row.form)
    assert found is not None
    assert (found.row, found.values) == (row, values)
    other = read_action(row(*values), form=not row.form)
    assert other is None or other.row is not row


def test_the_texts_are_those_in_peoples_chats() -> None:
    assert all(built == text for built, text in IN_CHATS.items())
    read = [read_action(text, form=form) for text in IN_CHATS for form in (False, True)]
    assert {found.row for found in read if found} == set(ACTIONS)


def not_run_but_checked() -> None:
    """The type checker refuses each of these calls, or else its ignore is reported as unused."""
    actions.KEEP(3)  # type: ignore[arg-type]
    actions.KEEP()  # type: ignore[call-arg]
    actions.WINS("x")  # type: ignore[call-arg]
    actions.STOP("maybe")  # type: ignore[arg-type]
    actions.MARK("d", "done", "s")  # type: ignore[arg-type]
    actions.ALLOW("e", Purpose.NOTES, "yes", "share:a")  # type: ignore[arg-type]


@given(texts, st.booleans())
def test_a_forged_text_is_no_action_or_exactly_the_one_its_row_builds(
    text: str, form: bool
) -> None:
    found = read_action(text, form=form)
    if found is not None:
        assert found.row.form is form
        assert found.row(*found.values) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "keep",
        "keep:",
        "keep:a:b",
        "keep:a\n",
        "keep:\ud83d",
        "Keep:a",
        "keep :a",
        "keep:" + "a" * LONGEST,
        "wins:",
        "wins:x",
        "step:",
        "step-set:e:new",
        "recall:00",
        "recall:٣",
        "recall:1000000",
        "strike:e:0",
        "strike:e:-1",
        "pause:20270104",
        "pause:2027-02-30",
        "erase-span:0001-01-01:9999-12-31",
        "invite:7",
        "invite:06",
        "keep-for:e:8",
        "depth:e:4",
        "erase:ask",
        "allow:e:check_ins:yes:",
        "allow:e:check_ins:yes:erase:yes",
        "allow:e:check_ins:yes:allow:e:check_ins:yes",
        "allow:e:check_ins:yes:step-prompt:s:soon",
        "allow:e:everything:yes",
    ],
)
def test_a_text_that_no_row_builds_is_no_action(text: str) -> None:
    assert read_action(text) is None


def test_a_verb_of_a_button_and_of_a_form_are_two_actions() -> None:
    button, form = read_action("profile"), read_action("profile", form=True)
    assert button is not None
    assert form is not None
    assert (button.row, form.row) == (actions.PROFILE, actions.PROFILE_SET)


def test_a_typed_word_chooses_what_it_always_chose() -> None:
    """It used to be guessed from the text. A purpose or an id that begins with "no" misled it."""
    looked_for: dict[Word, str] = {"yes": ":yes", "no": ":no", "pass": "pass:"}
    for text in IN_CHATS.values():
        found = read_action(text)
        for word, part in looked_for.items():
            guessed = part in text.replace(":notes:", "::") and read_action(text) is not None
            guessed = guessed and not text.startswith(("mark:", "tap:"))
            assert (found is not None and found.is_meant_by(word)) is guessed, (text, word)
    for text in ("keep:no1", "agree:yes:no", "allow:e:notes:yes", "end:no-one", "tap:d:no.yes:1"):
        found = read_action(text)
        assert found is not None
        assert found.is_meant_by("no") is text.endswith(":no")
    assert found is not None
    assert not found.is_meant_by("yes")


def test_a_value_that_could_not_be_read_back_is_not_built() -> None:
    for value in ("", "a:b", "a\nb", "a" * LONGEST):
        with pytest.raises(ValueError, match=r"^keep: a value does not fit$"):
            actions.KEEP(value)
    with pytest.raises(ValueError, match=r"^invite: "):
        actions.INVITE(7)
    with pytest.raises(ValueError, match=r"^allow: "):
        actions.ALLOW("e", Purpose.NOTES, "yes", actions.ERASE("yes"))
    with pytest.raises(ValueError, match=r"^pause: "):
        actions.PAUSE(date.max)


def test_a_row_that_does_not_fit_together_is_refused() -> None:
    with pytest.raises(ValueError, match="lower-case"):
        action("Keep")
    with pytest.raises(ValueError, match="two arguments"):
        action("keep", an_id("x"), an_id("x"))
    with pytest.raises(ValueError, match="must come last"):
        action("keep", maybe(an_id("x")), an_id("y"))
    with pytest.raises(ValueError, match="must come last"):
        action("keep", actions.THEN, an_id("y"))
    with pytest.raises(ValueError, match="stands for no value"):
        action("keep", one_of("x", "on", "off"), typed=actions.YES_OR_NO)
    with pytest.raises(ValueError, match="there twice"):
        actions._by_verb([actions.KEEP, action("keep")])
