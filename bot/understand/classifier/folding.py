"""Brings a text into sentences of comparable tokens, for the classifier and the crisis phrases.

Both must see the same tokens, so that a phrase and the sentence around it are judged together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from bot.domain.words import normal, unescaped

# Longer texts are read in pieces of this size, so that one look at a piece has bounded cost.
PIECE = 4_000
OVERLAP = 100
LONGEST_WORD = 40

_JAPANESE = "\u3041-\u3096\u3099-\u309f\u30fc\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(
    rf"(?P<letter>[{_JAPANESE}])"
    rf"|(?P<word>[^\W_{_JAPANESE}]+)"
    r"|(?P<end>[.!?;。]+(?![0-9])|\n)"
)
_KATAKANA = {at: at - 0x60 for at in range(0x30A1, 0x30F7)}
_GONE = dict.fromkeys(
    chain(
        map(ord, "'’ʼ‘`´\u00ad\u180e\ufeff"),
        range(0x200B, 0x2010),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        range(0xFE00, 0xFE10),
        range(0x1F3FB, 0x1F400),
    )
)
_SIMPLER = _KATAKANA | _GONE
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_MARKUP = re.compile(r"<[^<>]{0,80}>")


@dataclass(slots=True)
class Clause:
    """The tokens of one sentence: words, or single letters in Japanese.

    `bare` has no accents. `accented` is the same list where the sentence has none. `asks` is true
    if the sentence ends in a question mark.
    """

    bare: list[str] = field(default_factory=list)
    accented: list[str] = field(default_factory=list)
    asks: bool = False

    def __len__(self) -> int:
        return len(self.bare)


def pieces_of(text: str) -> Iterator[str]:
    """The simple form of a text in pieces that overlap a little, so that no phrase is cut."""
    whole = simple(text)
    if len(whole) <= PIECE:
        yield whole
        return
    for at in range(0, len(whole), PIECE - OVERLAP):
        yield whole[at : at + PIECE]


def sentences_of(piece: str) -> list[Clause]:
    """The sentences of one piece that have any token. Dots in a row do not end a sentence."""
    found, sentence = [], Clause()
    bare_of: dict[str, str] = {}
    for match in _TOKEN.finditer(piece):
        kind, token = match.lastgroup, match[0]
        if kind == "end":
            sentence.asks = sentence.asks or "?" in token
            if sentence.bare and not (len(token) > 1 and token[-1] == "."):
                found.append(sentence)
                sentence = Clause()
            continue
        if kind == "word":
            token = token[:LONGEST_WORD]
        bare = token
        if not token.isascii():
            bare = bare_of.get(token) or bare_of.setdefault(token, _bare(token))
        sentence.bare.append(bare)
        sentence.accented.append(token)
    if sentence.bare:
        found.append(sentence)
    return found


def tokens_of(phrase: str) -> list[str]:
    """The bare tokens of one phrase, whatever its marks."""
    return tokens_of_simple(simple(phrase))


def tokens_of_simple(phrase: str) -> list[str]:
    """The bare tokens of one phrase that is in its simple form."""
    return [token for clause in sentences_of(joined(phrase)) for token in clause.bare]


def simple(text: str) -> str:
    """Lower case, one way to write each letter, without marks inside words. Linear time."""
    if "&" in text:
        text = unescaped(text)
    if "<" in text:
        text = _MARKUP.sub(" ", text)
    if not text.isascii():
        text = normal("NFKC", text)
    text = text.casefold().translate(_SIMPLER)
    return joined(_REPEATED.sub(r"\1", text))


def joined(text: str) -> str:
    """Writes as one word what is written both ways."""
    return text.replace("any more", "anymore").replace("my self", "myself")


def _bare(token: str) -> str:
    parts = normal("NFD", token).replace("đ", "d")
    kept = (sign for sign in parts if not unicodedata.combining(sign) or sign in "\u3099\u309a")
    return normal("NFC", "".join(kept)) or token
