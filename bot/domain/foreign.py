"""Makes text that somebody else wrote safe to show beside the bot's own sentences.

A name or a coach's text could hold line breaks, hidden signs that turn the direction of writing, or
words that go on with the bot's sentence. The rule for all of it is here, and `bot.text.Catalogue`
applies it to every value that `NAMES` and `TEXTS` name.
"""

from __future__ import annotations

import re
import unicodedata

from bot.domain.words import normal

# The blanks of sentences that a name or an account fills, and those that other foreign text fills.
NAMES = frozenset({"account", "client", "coach"})
TEXTS = frozenset({"about", "question", "title"})

LONGEST_NAME = 60
UNKNOWN = "?"

_PLAIN_LETTERS, _PLAIN_WORDS, _PLAIN_WIDE = 40, 4, 12
_PARTICLES = frozenset(
    [
        "af",
        "al",
        "av",
        "bin",
        "bint",
        "da",
        "dal",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "ten",
        "ter",
        "van",
        "von",
        "y",
        "zu",
        "zum",
        "zur",
    ]
)
_WORD = re.compile(r"[^\W_]+(?:[-'’·・][^\W_]+)*")
_SHORTENED = re.compile(r"[^\W\d_]{1,3}\.")
_OUR_QUOTES = str.maketrans(dict.fromkeys('"“”„‟«»‹›「」『』〝〞＂', "'"))
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
# Joiners: some scripts and emoji cannot be written without them.
_NEEDED = frozenset("\u200c\u200d")


def one_line(text: str) -> str:
    """The text on one line, without signs that are not seen, and alone in its direction."""
    shown = "".join(_shown(sign) for sign in normal("NFC", text))
    return _alone(" ".join(shown.split()))


def lines_of(text: str) -> str:
    """The same for each line of a longer text, with its line breaks."""
    return "\n".join(one_line(line) for line in text.splitlines())


def short_name(text: str, longest: int = LONGEST_NAME) -> str:
    """A name on one line, of at most `longest` characters. Never empty."""
    bare = one_line(text).strip(_ISOLATE + _END_ISOLATE)
    if len(bare) > longest:
        bare = bare[: longest - 1].rstrip() + "…"
    return _alone(bare) or UNKNOWN


def without_quotes(text: str) -> str:
    """The text with no quotation mark that could end the ones around it."""
    return text.translate(_OUR_QUOTES)


def plainly_a_name(text: str) -> bool:
    """True if the text reads as a name in any sentence: few words, and none that goes on with it.

    What is not plainly a name stands in quotation marks. That is never wrong, only less warm.
    """
    bare = text.strip(_ISOLATE + _END_ISOLATE)
    words = bare.split(" ")
    if bare == UNKNOWN:
        return True
    if len(bare) > _PLAIN_LETTERS or len(words) > _PLAIN_WORDS:
        return False
    if any(unicodedata.east_asian_width(sign) in "WF" for sign in bare):
        return len(bare) <= _PLAIN_WIDE and all(map(_is_word, words))
    return all(map(_is_word, words)) and (len(words) == 1 or all(map(_begins_as_name, words)))


def _is_word(word: str) -> bool:
    bare = "".join(sign for sign in word if unicodedata.category(sign)[0] != "M")
    return bool(_WORD.fullmatch(bare) or _SHORTENED.fullmatch(bare))


def _begins_as_name(word: str) -> bool:
    return unicodedata.category(word[0]) in ("Lu", "Lt", "Lo", "Nd") or word in _PARTICLES


def _shown(sign: str) -> str:
    if sign in _NEEDED:
        return sign
    kind = unicodedata.category(sign)
    if kind in ("Cc", "Zl", "Zp"):
        return " "
    return "" if kind[0] == "C" else sign


def _alone(text: str) -> str:
    """Isolates text that is written from right to left, so that it moves nothing beside it."""
    turns = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)
    return f"{_ISOLATE}{text}{_END_ISOLATE}" if turns else text
