"""Names the words of a sentence that spoke for what it was heard as."""

from __future__ import annotations

from bot.understand.classifier.features import ASKS, END, START, WORD_RUN, features_of
from bot.understand.classifier.folding import Clause
from bot.understand.classifier.weights import Weights, load
from bot.understand.classifier.windows import LINES

MOST_WORDS = 3
MARKS = f"{WORD_RUN}{START}{END}{ASKS} "


def words_for(
    head: str, sentence: Clause, start: int, end: int, model: Weights | None = None
) -> list[str]:
    """The runs of words that speak most for a head, best first. Letter runs would mislead."""
    model = model or load(LINES)
    places = features_of(sentence)[start:end]
    runs = {run for place in places for run in place if run.startswith(WORD_RUN)}
    # Longer runs say more to a reader than "i" does.
    weighed = sorted(
        ((model.weight(run, head) * len(run.split()), run) for run in runs), reverse=True
    )
    shown = [run.strip(MARKS) for weight, run in weighed if weight > 0]
    return [run for run in dict.fromkeys(shown) if run][:MOST_WORDS]
