"""Pure: the pages as HTML. Everything that stands in a hole is escaped; no page has a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from markupsafe import Markup

from adapters.mail.page.gestures import ENTRY, ONCE, PROOF, WORDS
from adapters.mail.page.needs import ChatEntry
from adapters.shared.drawing import FormWay, drawn, templates
from bot.chat import Message
from bot.domain.limits import MOST_RECEIVED
from bot.domain.words import Words
from bot.text import Catalogue

HERE = Path(__file__).parent
STYLE = (HERE / "static" / "page.css").read_text(encoding="utf-8")
ROOT, DO, FILE, EARLIER = "/mail", "/mail/do", "/mail/file/", "/mail/earlier/"
LEAVE, LEAVE_ALL, CSS = "/mail/leave", "/mail/leave-everywhere", "/mail/page.css"
# How many entries the page shows at once.
SHOWN = 30
HOME = "home"
LATEST = "latest"

_PAGES = templates(HERE / "templates")


@dataclass(frozen=True, slots=True, repr=False)
class Visit:
    """One look at the page. `proof` is that of the device, `once` is new each time.

    `zone` (IANA) is the one whose days are shown. `base` stands before each path.
    """

    say: Catalogue
    base: str
    mailbox: str
    proof: str
    once: str
    zone: str


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One entry as HTML. `day` is set if it is the first one of that day."""

    id: str
    own: bool
    said: Markup | str
    language: str
    day: str


def chat(visit: Visit, entries: Sequence[ChatEntry], home: Message, back_to: str = "") -> str:
    """The page: the recent chat, the field to write in, and the home message.

    The latest begins with what the person did last. `back_to` is the entry that they pressed.
    """
    recent = entries[-SHOWN:]
    shown = _drawn(visit, recent)
    begins = next((at for at in reversed(range(len(recent))) if _is_own(recent[at])), None)
    if begins is None:
        begins = next((at for at in reversed(range(len(shown))) if shown[at].day), 0)
    return _page(
        visit.say,
        visit.base,
        "chat.html",
        before=shown[:begins],
        latest=shown[begins:],
        has_earlier=len(entries) > len(recent),
        back_to=back_to if any(one.id == back_to for one in recent[:begins]) else "",
        home=drawn(home, _way(visit, HOME, level=2)),
        hidden=_hidden(visit, ""),
        **_around(visit),
    )


def earlier(visit: Visit, entries: Sequence[ChatEntry], page: int) -> str:
    """An older part of the chat. Page 1 is the one before what `chat` shows."""
    end = len(entries) - SHOWN * page
    part = entries[max(0, end - SHOWN) : max(0, end)]
    return _page(
        visit.say,
        visit.base,
        "earlier.html",
        before=_drawn(visit, part),
        older=page + 1 if end > SHOWN else 0,
        **_around(visit),
    )


def last_answer(say: Catalogue, base: str, messages: Sequence[Message]) -> str:
    """What the bot answered to whoever is no longer let in, because they erased what was there."""
    shown = [{"said": drawn(one, FormWay(level=2)), "language": one.language} for one in messages]
    return _page(say, base, "over.html", messages=shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallPage:
    """A page of one thing. `button`, `box` and `go` are what each says, and the path it leads to.

    The box is one for an e-mail address. `line` stands above it; `note` says what is wrong with
    what was typed there before.
    """

    title: str
    lines: Sequence[str] = ()
    button: tuple[str, str] | None = None
    hidden: Mapping[str, str] = field(default_factory=dict)
    box: tuple[str, str] | None = None
    line: str = ""
    note: str = ""
    go: tuple[str, str] | None = None


def notice(say: Catalogue, base: str, shown: SmallPage) -> str:
    """One such page. The hidden values go along with the button, and with the box."""
    return _page(say, base, "notice.html", shown=shown)


def _drawn(visit: Visit, entries: Sequence[ChatEntry]) -> list[_Drawn]:
    found: list[_Drawn] = []
    last: date | None = None
    for one in entries:
        on = one.at.astimezone(ZoneInfo(visit.zone)).date()
        day = "" if on == last else visit.say.day_alone(on)
        last = on
        if isinstance(one.what, Words):
            found.append(_Drawn(one.id, True, one.what.text, "", day))
        else:
            said = drawn(one.what, _way(visit, one.id, level=3))
            found.append(_Drawn(one.id, False, said, one.what.language, day))
    return found


def _is_own(entry: ChatEntry) -> bool:
    return isinstance(entry.what, Words)


def _way(visit: Visit, entry: str, *, level: int) -> FormWay:
    files = "" if entry == HOME else f"{visit.base}{FILE}{entry}/"
    return FormWay(visit.base + DO, _hidden(visit, entry), files, level)


def _hidden(visit: Visit, entry: str) -> dict[str, str]:
    given = {PROOF: visit.proof, ONCE: visit.once}
    return given | {ENTRY: entry} if entry else given


def _around(visit: Visit) -> dict[str, object]:
    return {
        "mailbox": visit.mailbox,
        "proof_name": PROOF,
        "proof": visit.proof,
        "words_name": WORDS,
        "most": MOST_RECEIVED,
    }


def _page(say: Catalogue, base: str, name: str, **values: object) -> str:
    paths = {
        "root": base + ROOT,
        "do": base + DO,
        "earlier": base + EARLIER,
        "leave": base + LEAVE,
        "leave_all": base + LEAVE_ALL,
        "css": base + CSS,
        "base": base,
    }
    words = {"say": _Said(say), "language": say.language, "at": LATEST}
    return _PAGES.get_template(name).render(**words, **paths, **values)


class _Said:
    """The page's own words, by the part of their keys that follows `mail-page-`."""

    def __init__(self, say: Catalogue) -> None:
        self._say = say

    def __call__(self, key: str, **values: str) -> str:
        return self._say(f"mail-page-{key}", **values)
