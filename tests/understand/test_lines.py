"""The meaning of typed lines: many ways to say a thing, and lines that must never be taken
for it.
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand import Intent, read_day, understand
from bot.understand.phrases import DEFAULT, expand, phrases
from bot.understand.plain_line import plain
from tests.hanging import in_hand

MONDAY = date(2026, 11, 23)

STOP = """
STOP|stop|Stop.|stop!!!|stop it|Stop this|please stop|stop, please
Please stop messaging me|can you stop|thanks, but please stop messaging me
no more messages|No more check-ins please|unsubscribe|Unsubscribe me|leave me alone
cut it out|I don't want this anymore|I don’t want these messages
I don't want to hear from you any more|enough|Enough!|that's enough|I've had enough
end this|opt out|opt-out|I want to opt out|quit|cancel everything|turn everything off
switch it all off|don't write to me again|do not contact me|never message me again
Don't text me|make it stop|I want you to stop|I want this to stop|go away
why can't you stop|stop stop stop|no, stop|STOOOP|stop sending me messages
stop the check-ins now|Hey Handrail, stop|ok stop now|Stop. Leave me alone.|*stop*
`stop`|_Stop_|> stop|<!channel> stop|<at>Handrail</at> stop|@everyone stop
&lt;@U123&gt; stop|ｓｔｏｐ|𝐬𝐭𝐨𝐩|s\u200bt\u200bo\u200bp|\u202estop\u202c|s\u00adtop|🛑 stop
stop 🙏|take me off this list|I withdraw my consent|remove me|cancel my subscription
stop already|stop now, thank you
"""
ASK_IF_STOP = """
🛑|⛔️|I want to stop|I need to stop|I said stop|ugh stop asking me stuff
I hate this. Please stop.|silence|be quiet|off|I quit|not interested|I'm done with this
I don't like this|bus stop|seriously can you finally just stop this
no I really want this to stop now
I have a lot on my plate these days and it is too much, so please stop messaging me
Thanks for everything. It was good for a while. Please stop.
"""
PAUSE = """
pause|Pause please|pause it|pause for a while|pause for now|take a break|snooze|mute
hold off|pause everything|I'm on holiday|I'm sick|stop for a while|pause the check-ins
I need a break from this|pause next week|could you pause|pause indefinitely
"""
ERASE = """
erase|Erase!|erase everything|delete my data|delete everything about me
Delete everything you know about me|forget me|please forget me|remove all my data
gdpr delete|wipe it all|erase me|delete all my answers|I want everything deleted
delete my account|wipe everything|erase what you hold|delete all the data you have
right to be forgotten|I want to be forgotten|can you delete all of my stuff please
clear my history
"""
HOLD = """
what do you hold|What do you hold?|what do you have on me|what do you know about me
show me my data|what data do you store about me|what data do you have about me?|my data
what have you stored about me|what is stored about me|tell me what you know
a copy of my data|What do you remember about me?
can I see my data|what information do you have about me|export my data|my answers
"""
RESUME = """
resume|Resume!|start again|continue|I'm back|I am back|unpause|start|restart
please continue|end the pause|I'm back from holiday|you can write again
start again please|let's continue|write to me again|opt back in|stop the pause
hi, I'm back|the break is over
"""
OTHERS = {
    Intent.HELP: "help|?|???|help me|what can you do|how does this work|who are you|are you a bot",
    Intent.HOME: "home|Home!|my home page|start page|the start page, please|my page|menu|main menu",
    Intent.INVITE: "invite|invite a client|I'd like to invite a client, please|new code|new client",
    Intent.OUTSIDE: "my coach is outside|My coach has no account here|a link for my coach, please",
    Intent.DIGEST: "digest|show me the digest|what's new|my digest, please|what was shared with me",
    Intent.STEP: "step|set a step|a small step|I'd like to set a small step",
    Intent.STEPS: "my steps|show me my steps|all my open steps|which steps are open",
    Intent.STRENGTHS: "my strengths|what helps me",
    Intent.CURVE: "my curve|show my curve",
    Intent.SWITCHES: "my switches|settings|what did I agree to|what is switched on",
    Intent.SEEN: "who has seen this|Who has seen my answers?|who can see it|did my coach read it",
    Intent.RECEIPT: "receipt|my receipt, please|show me my consents|what have I allowed so far",
    Intent.POLICY: "policy|What has my organisation decided?|what is allowed here?|company policy",
    Intent.KEEPING: "how long do you keep my answers?|keep it shorter|retention",
    Intent.RHYTHM: "change my times|how often do you write to me|my rhythm",
    Intent.AGREEMENT: "show the agreement|agreement|show me my agreement|who sees what",
    Intent.NEXT: "when is the next one|when will you write|next|what's next",
    Intent.YES: "yes|Yes please|I agree|yep|go ahead|of course",
    Intent.NO: "no|no thanks|nope|rather not|please don't|No, thank you!",
    Intent.PASS: "skip|pass|skip this one|not this time|I'll pass|let it pass",
}
WORDS = """
I want to stop biting my nails|I couldn't stop thinking about the meeting
stop by the office on Monday|I decided to pause before answering
I want to erase my doubts|I want to stop smoking|stop sign
I told my boss to stop messaging me|don't stop|I quit my job|I want to quit smoking
it was enough|non-stop|She said enough|I told myself to stop|stop overthinking
Stop comparing myself to others|stop talking so fast|I will stop working at six
Can't stop won't stop|cancel the meeting|cancel my gym membership
turn off my phone at ten|switch off after work|I took a break|take a break at noon
no more excuses|no more meetings after six|I'm done with this project|end of the day
get out of the house|leave me a note|My colleague quit|I never stop|I did not stop
He told me to stop|Stop, look, and breathe before the call
delete my social media accounts|I deleted an email|I want to forget my ex
forget the plan|remove clutter|pause before I speak|pause for breath|pause for 5 minutes
I'm back in the office|start with breakfast|I will start again tomorrow|keep going
I'm busy until Friday|until Friday|for two weeks|rest|sleep|5|what do you think
what data did the team want|my data team was late|show me my mistakes|erase the board
I asked for help|helpful|my next step is to call her|yes I did it and it felt good
no idea what to say|I said no to a meeting|thanks|hello|hi there|👍|...|لا تتوقف
when I sit down, then I breathe out once
at home|I went home|home was quiet|working from home|home office|I want to go home|take me home
I am home|my home|a page of notes|the menu was good|I read a page|go home|it felt like home
The hardest thing was to stop and listen while everyone around me kept talking about the deadline
"""
NO_CODES = """
part-time|I work part-time|self-care|answered|stay here|2026-2027|from 2345-6789|been busy
I had a long-term plan|the code was rejected|kxpt-4m7|kxpt-4m7qq|half-hour walks
THEY JUST KEEP|kxpt-4m7q-9rt
"""


def lines(table: str) -> list[str]:
    return [line for row in table.strip().splitlines() for line in row.split("|")]


SURE = [
    (intent, line)
    for intent, table in {
        Intent.STOP: STOP,
        Intent.PAUSE: PAUSE,
        Intent.ERASE: ERASE,
        Intent.HOLD: HOLD,
        Intent.RESUME: RESUME,
        **OTHERS,
    }.items()
    for line in lines(table)
]


@pytest.mark.parametrize(("intent", "line"), SURE)
def test_a_line_that_says_one_thing_is_understood_for_sure(intent: Intent, line: str) -> None:
    meant = understand(line, "en", MONDAY)
    assert (meant.intent, meant.sure, meant.until, meant.reason) == (intent, True, None, None)


@pytest.mark.parametrize("line", lines(ASK_IF_STOP))
def test_the_bot_asks_about_a_line_that_may_be_a_stop(line: str) -> None:
    meant = understand(line, "en", MONDAY)
    assert (meant.intent, meant.sure) == (Intent.STOP, False)


@pytest.mark.parametrize("line", lines(WORDS))
def test_a_persons_own_words_are_no_command(line: str) -> None:
    assert understand(line, "en", MONDAY).intent is None


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("pause until Monday", "2026-11-30"),
        ("Pause till Tuesday, please", "2026-11-24"),
        ("take a break till next Wednesday", "2026-12-02"),
        ("pause until Friday next week", "2026-12-04"),
        ("pause till the 3rd", "2026-12-03"),
        ("I'm on holiday until the 14th", "2026-12-14"),
        ("pause until the 31st", "2026-12-31"),
        ("pause until the 24th", "2026-11-24"),
        ("pause until 3 December", "2026-12-03"),
        ("pause until December 3rd", "2026-12-03"),
        ("could you pause until 7 December please", "2026-12-07"),
        ("pause until 2026-12-01", "2026-12-01"),
        ("pause until 14/12", "2026-12-14"),
        ("pause until 12/14/2026", "2026-12-14"),
        ("pause until 3.1.", "2027-01-03"),
        ("pause until 12 Jan 2027", "2027-01-12"),
        ("pause until January", "2027-01-01"),
        ("pause until Monday the 30th", "2026-11-30"),
        ("pause for two weeks", "2026-12-07"),
        ("pause 2 weeks", "2026-12-07"),
        ("snooze for a couple of days", "2026-11-25"),
        ("pause a month", "2026-12-23"),
        ("hold off for a fortnight", "2026-12-07"),
        ("take two weeks off", "2026-12-07"),
        ("snooze until tomorrow", "2026-11-24"),
        ("not this week", "2026-11-30"),
        ("not today", "2026-11-24"),
        ("pause until next week", "2026-11-30"),
        ("pause until the end of the month", "2026-12-01"),
        ("pause until the new year", "2027-01-01"),
        ("stop until Monday", "2026-11-30"),
        ("don't write to me until Friday", "2026-11-27"),
        ("no messages until the 2nd please", "2026-12-02"),
        ("I'll be back on Monday", "2026-11-30"),
    ],
)
def test_a_pause_ends_on_the_day_that_was_meant(line: str, until: str) -> None:
    meant = understand(line, "en", MONDAY)
    assert (meant.intent, meant.sure, meant.reason) == (Intent.PAUSE, True, None)
    assert meant.until == date.fromisoformat(until)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("pause until blursday", "unreadable"),
        ("pause until February 30", "unreadable"),
        ("pause until 30/2", "unreadable"),
        ("pause until 03/04", "unreadable"),
        ("pause until 5", "unreadable"),
        ("pause until the 32nd", "unreadable"),
        ("pause until I feel better", "unreadable"),
        ("pause for 99999 years", "unreadable"),
        ("pause until yesterday", "past"),
        ("pause until today", "past"),
        ("pause until 23 November", "past"),
        ("pause until the 23rd", "past"),
        ("pause until 3 December 2025", "past"),
        ("pause until 2026-01-01", "past"),
        ("pause until 2028-01-01", "far"),
        ("pause for 3 years", "far"),
    ],
)
def test_an_impossible_day_is_named_as_such(line: str, reason: str) -> None:
    meant = understand(line, "en", MONDAY)
    assert (meant.intent, meant.reason) == (Intent.PAUSE, reason)
    assert (meant.until is None) == (reason == "unreadable")


@given(today=st.dates(date(2024, 1, 1), date(2036, 12, 31)), number=st.integers(1, 31))
def test_the_3rd_is_the_next_such_day_in_any_month(today: date, number: int) -> None:
    day, reason = read_day(f"the {number}th", "en", today)
    ahead = (today + timedelta(days=count) for count in range(63))
    assert day == next(each for each in ahead if each.day == number)
    assert reason == ("past" if day == today else None)


@given(today=st.dates(date(2024, 1, 1), date(2036, 12, 31)), ahead=st.integers(1, 364))
def test_a_written_date_is_read_as_it_was_written(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    for line in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"until {day:%b} {day.day}"):
        assert read_day(line, "en", today) == (day, None)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("KXPT-4M7Q-9RTW", "KXPT-4M7Q-9RTW"),
        ("kxpt4m7q9rtw", "KXPT-4M7Q-9RTW"),
        ("kxpt 4m7q 9rtw", "KXPT-4M7Q-9RTW"),
        ("K X P T 4 M 7 Q 9 R T W", "KXPT-4M7Q-9RTW"),
        ("my code is kxpt 4m7q 9rtw", "KXPT-4M7Q-9RTW"),
        ("Hi, here is my code: kxpt-4m7q-9rtw, thanks", "KXPT-4M7Q-9RTW"),
        ("KXPT-4M7Q", "KXPT-4M7Q"),
        ("kxpt-4m7q", "KXPT-4M7Q"),
        ("kxpt4m7q", "KXPT-4M7Q"),
        ("KXPT 4M7Q", "KXPT-4M7Q"),
        ("kxpt – 4m7q", "KXPT-4M7Q"),
        ("K X P T 4 M 7 Q", "KXPT-4M7Q"),
        ("  `KXPT-4M7Q`. ", "KXPT-4M7Q"),
        ("kx\u200bpt-4m7q", "KXPT-4M7Q"),
        ("my code is kxpt-4m7q", "KXPT-4M7Q"),
        ("my code is sameshed", "SAME-SHED"),
        ("Hi, here is my code: KXPT-4M7Q, thanks", "KXPT-4M7Q"),
        ("same-shed", "SAME-SHED"),
        ("SAMESHED", "SAME-SHED"),
        ("KXPT-4M0O", "KXPT-4M0O"),
        ("abcd-efg1", "ABCD-EFG1"),
    ],
)
def test_a_code_is_found_however_it_is_typed(line: str, code: str) -> None:
    meant = understand(line, "en", MONDAY)
    assert (meant.intent, meant.code) == (Intent.CODE, code)
    assert code not in repr(meant)


@pytest.mark.parametrize(
    "line",
    lines(NO_CODES),
)
def test_a_word_that_only_looks_like_a_code_is_none(line: str) -> None:
    assert understand(line, "en", MONDAY).intent is None


@given(st.text(), st.sampled_from(["en", "de", "xx", "", "../en", "EN-us"]))
def test_no_text_raises(text: str, language: str) -> None:
    for line in (text, f"pause until {text}", f"pause for {text}", f"my code is {text}"):
        understand(line, language, MONDAY)
        read_day(line, language, MONDAY)


@given(st.text(alphabet="stop pauerntil 0123456789./-:\u200b\U0001f6d1<>&;'’", max_size=60))
def test_no_near_command_raises(text: str) -> None:
    meant = understand(text, "en", MONDAY)
    assert meant.until is None or meant.intent is Intent.PAUSE
    read_day(text, "en", MONDAY)


@pytest.mark.parametrize(
    "line", ["", " \n\t ", "\u200b\u2060\ufeff", "\x00", "\ud800", "<>", "&#0;"]
)
def test_an_empty_line_asks_for_nothing(line: str) -> None:
    assert understand(line, "en", MONDAY).intent is None


@pytest.mark.parametrize(
    "part", ["stop ", "<", "&lt;", "a" * 50 + "-", "please ", "(|", "1/", "ok. "]
)
def test_forty_thousand_characters_are_never_a_command_and_take_no_time(part: str) -> None:
    text = (part * 40_000)[:40_000]
    phrases("en")
    with in_hand():
        assert understand(text, "en", MONDAY).intent is None
        assert read_day(text, "en", MONDAY) == (None, "unreadable")


def test_a_line_longer_than_any_command_is_words() -> None:
    assert understand("please " * 20 + "stop", "en", MONDAY).intent is Intent.STOP
    assert understand("please " * 40 + "stop", "en", MONDAY).intent is None


def test_an_unknown_language_falls_back_to_english() -> None:
    assert phrases("xx") is phrases("en") is phrases("en-GB") is phrases(DEFAULT)
    assert understand("leave me alone", "xx", MONDAY).intent is Intent.STOP


def test_every_phrase_is_written_the_way_lines_are_compared() -> None:
    for file in resources.files("bot.locale").iterdir():
        if not (file / "phrases.toml").is_file():
            continue
        table = tomllib.loads((file / "phrases.toml").read_text(encoding="utf-8"))
        pause, day = table["pause"], table["day"]
        patterns = [p for part in ("intents", "politeness", "maybe") for p in table[part].values()]
        patterns += [pause[part] for part in ("until", "when", "span", "during")]
        patterns += [names for part in ("named", "during", "units") for names in day[part].values()]
        for pattern in (each for several in patterns for each in several):
            for line in list(expand(pattern))[:300]:
                bare = line.replace("{", "").replace("}", "")
                assert plain(bare) == bare
