"""Texts that are hard to read: shapes that make a careless reader slow, of any length."""

from __future__ import annotations

from collections.abc import Mapping

# Each is repeated up to the length that is wanted.
PIECES: Mapping[str, str] = {
    "digits": "1",
    "a letter": "a",
    "words": "word and another, ",
    "spaces": " ",
    "lines": "x\n",
    "empty lines": "\n",
    "commas": ",",
    "numbers and commas": "1,",
    "parts": "a;",
    "stops": "a. ",
    "dots": "1.",
    "colons": "1:",
    "slashes": "1/",
    "dashes": "- ",
    "many and": "monday and ",
    "from to": "from 9 to ",
    "when then": "when a then ",
    "when": "when when ",
    "not": "not on ",
    "polite": "please ",
    "until": "until please ",
    "quotes": "\"“('",
    "brackets": "[(<{",
    "open tags": "<a ",
    "tags": "<a b='",
    "comments": "<!--",
    "end tags": "</a ",
    "open markup": "<@",
    "bars": "<a|",
    "stars": "*_`~",
    "escapes": "&amp;",
    "open escapes": "&#",
    "numbered escapes": "&#0",
    "colon names": ":a:",
    "mentions": "@a ",
    "scales": "(1-5) ",
    "choices": "a / ",
    "emoji": "👍🏽",
    "joined emoji": "👩‍👩‍👧‍👦",
    "flags": "🇩🇪",
    "marks": "\u0301",
    "marks to sort": "\u0344\u0327",
    "a letter with marks": "a\u0327\u0301",
    "a letter with many marks": "a" + "\u0301\u0327" * 14,
    "one sign for a sentence": "\ufdfa",
    "hangul": "\u1100\u1161",
    "japanese": "月曜日と",
    "kanji": "深正朝昼夕夜",
    "wide": "１：",
    "invisible": "\u200b",
    "turning": "\u202e",
    "kill": "kill ",
    "distress": "I want to kill myself. ",
    "codes": "ab12-cd34 ",
    "bullets": "- a\n",
    "questions": "a?\n",
}
# Each is as long as the text: what a reader must look ahead for comes last, or never.
WHOLE: Mapping[str, tuple[str, str, str]] = {
    "one long number": ("", "9", ""),
    "one long escape": ("&#", "9", ""),
    "one long tag": ("<", "a", ">"),
    "one quote never closed": ('"', "a", ""),
    "marks of two kinds": ("a", "\u0301", "\u0327" * 1000),
    "a sorted half": ("a", "\u0344", ""),
    "a place and spaces": ("Berlin", " ", "x"),
    "a date and a tail": ("24 December ", "0", ""),
    "deep": ("", "[", ""),
}
SHAPES = (*PIECES, *WHOLE, "half marks", "each another")


def text_of(shape: str, length: int) -> str:
    """A text of this shape with exactly `length` characters."""
    if shape == "half marks":
        return ("\u0344" * (length // 2) + "\u0327" * length)[:length]
    if shape == "each another":
        return "".join(chr(0x4E00 + number % 20_000) for number in range(length))
    if shape in PIECES:
        piece = PIECES[shape]
        return (piece * (length // len(piece) + 1))[:length]
    front, middle, end = WHOLE[shape]
    end = end[: length // 2]
    return (front + middle * (length - len(front) - len(end)) + end)[:length]
