"""Pure: reads the HTML in which Teams repeats a message. Every sign is read once.

Python's own HTMLParser takes the square of the length of "<a <a <a", many seconds for a text that
is allowed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from bot.domain.words import unescaped

# What stands in these is not the person's words.
NOT_OWN = frozenset(("blockquote", "quoted", "attachment", "script", "style", "title"))
LINES = frozenset(("br", "p", "div", "li"))
FORWARD, REPLY, MENTION, EMOJI = "forward", "reply", "mention", "emoji"
# A tag, a comment or a declaration. No part looks past the next "<", and none is tried twice.
_TAG = re.compile(
    r"<(?P<closing>/)?(?P<name>[A-Za-z][A-Za-z0-9]*+)"
    r"(?P<rest>(?:[^<>\"']|\"[^<\"]*+\"|'[^<']*+')*+)(?P<alone>(?<=/))?>"
    r"|<[!?][^<>]*+>"
)
_TYPE = re.compile(r"itemtype=[\"']https?://schema\.skype\.com/([A-Za-z]++)", re.IGNORECASE)
_ALT = re.compile(r"\balt=\"([^\"<>]{1,40})\"|\balt='([^'<>]{1,40})'", re.IGNORECASE)
# HTML draws any number of these as one space.
_SPACES = re.compile(r"[ \t\r\n\f]++")


@dataclass(frozen=True, slots=True, repr=False)
class HtmlWords:
    """`own` is the person's text, `forwarded` what was written elsewhere.

    `quotes`: the HTML itself says that a part of it is quoted or forwarded.
    """

    own: str
    forwarded: str = ""
    quotes: bool = False


@dataclass(slots=True, repr=False)
class _Reading:
    bot: Collection[str]
    own: list[str] = field(default_factory=list)
    forwarded: list[str] = field(default_factory=list)
    quotes: bool = False
    # How many elements that are not the person's words are open, and from which on it is a forward.
    inside: int = 0
    forward_at: int = 0
    # The name of the element in which a mention stands, and its text so far.
    mention: str = ""
    named: list[str] = field(default_factory=list)

    def text(self, markup: str) -> None:
        if self.mention:
            self.named.append(unescaped(markup))
        elif markup:
            self._put(_SPACES.sub(" ", unescaped(markup)))

    def _put(self, text: str) -> None:
        if not self.inside:
            self.own.append(text)
        elif self.forward_at:
            self.forwarded.append(text)

    def tag(self, name: str, rest: str, *, closing: bool, alone: bool) -> None:
        typed = _TYPE.search(rest)
        kind = typed[1].lower() if typed else name
        if self.mention:
            if closing and name == self.mention:
                self._end_mention()
        elif name in NOT_OWN:
            self._quote(kind, closing=closing, alone=alone)
        elif not closing and (name == "at" or kind == MENTION) and not alone:
            self.mention = name
        elif kind == EMOJI and not closing:
            self._put(_alternative(rest))
        elif name in LINES and not closing:
            self._put("\n")

    def _quote(self, kind: str, *, closing: bool, alone: bool) -> None:
        if closing:
            self.forward_at = 0 if self.inside <= self.forward_at else self.forward_at
            self.inside = max(0, self.inside - 1)
        elif not alone:
            self.inside += 1
            self.quotes = self.quotes or kind in (FORWARD, REPLY)
            if kind == FORWARD and not self.forward_at:
                self.forward_at = self.inside

    def _end_mention(self) -> None:
        name = "".join(self.named)
        self.named.clear()
        self.mention = ""
        self._put(" " if name.strip() in self.bot else name)

    def done(self) -> HtmlWords:
        if self.mention:
            self._end_mention()
        return HtmlWords(_tidy(self.own), _tidy(self.forwarded), self.quotes)


def read_html(markup: str, bot: Collection[str] = ()) -> HtmlWords:
    """Reads a whole message. `bot` are the names by which the bot is mentioned.

    A paragraph or break begins a new line. A mention of another person stays as the name.
    """
    reading, end = _Reading(bot), 0
    for found in _TAG.finditer(markup):
        reading.text(markup[end : found.start()])
        end = found.end()
        if found["name"]:
            reading.tag(
                found["name"].lower(),
                found["rest"],
                closing=found["closing"] is not None,
                alone=found["alone"] is not None,
            )
    reading.text(markup[end:])
    return reading.done()


def _alternative(rest: str) -> str:
    found = _ALT.search(rest)
    return unescaped(found[1] or found[2]) if found else ""


def _tidy(parts: list[str]) -> str:
    """The text with no empty line at its ends, and no space at the ends of a line."""
    return "\n".join(line.strip(" \xa0") for line in "".join(parts).split("\n")).strip()
