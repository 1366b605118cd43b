"""What the classifier looks at: short runs of words, of letters inside words, of Japanese letters.

Word runs begin with "=", so that they never meet letter runs. "^" and "$" are the ends of a
sentence, "_" the end of a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.understand.classifier.folding import Clause

START, END, ASKS = "^", "$", "?"
# Features are of three kinds; `make hearing` explains a line by its word runs first.
WORD_RUN = "="
FIRST_JAPANESE = "\u3041"


def features_of(sentence: Clause) -> list[list[str]]:
    """The features of a sentence, one list for each token and a last one for its end.

    A feature stands with the last token that it covers, so each place is read once.
    """
    ends = [END, ASKS] if sentence.asks else [END]
    bare = [START, *sentence.bare, *ends]
    places = [_runs_at(bare, at) for at in range(1, len(bare))]
    if sentence.accented != sentence.bare:
        _add_accented(sentence, places)
    for at, token in enumerate(sentence.bare):
        if not _alone(token):
            places[at].extend(letters_of(token))
            other = sentence.accented[at]
            if other != token:
                places[at].extend(letters_of(other))
    return places


@lru_cache(maxsize=4_096)
def letters_of(word: str) -> tuple[str, ...]:
    """Runs of three to five letters inside a word."""
    shown = f"_{word}_"
    size = len(shown)
    return tuple(shown[at : at + n] for n in (3, 4, 5) for at in range(size - n + 1))


def _runs_at(tokens: Sequence[str], at: int) -> list[str]:
    """The runs of one to three words, or of one to four Japanese letters, that end at a place."""
    last = tokens[at]
    found = [WORD_RUN + last]
    longest = 4 if _alone(last) else 3
    run = last
    for before in range(at - 1, max(at - longest, -1), -1):
        run = f"{tokens[before]} {run}"
        found.append(WORD_RUN + run)
    return found


def _add_accented(sentence: Clause, places: list[list[str]]) -> None:
    tokens = [START, *sentence.accented, END]
    bare = [START, *sentence.bare, END]
    for at in range(1, len(tokens)):
        if tokens[max(0, at - 2) : at + 1] != bare[max(0, at - 2) : at + 1]:
            plain = set(places[at - 1])
            places[at - 1].extend(run for run in _runs_at(tokens, at) if run not in plain)


def _alone(token: str) -> bool:
    """True if a token is a single Japanese letter."""
    return len(token) == 1 and token >= FIRST_JAPANESE
