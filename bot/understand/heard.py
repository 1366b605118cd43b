"""What one line can be heard as: the types that hearing returns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.understand.anywhere.greetings import Greeted
from bot.understand.anywhere.language_names import Named
from bot.understand.pauses import Understood
from bot.understand.phrases import Intent


class Level(StrEnum):
    """How sure hearing is: CERTAIN acts, MAYBE only shows contacts or asks."""

    CERTAIN = "certain"
    MAYBE = "maybe"


class BotTopic(StrEnum):
    """What a question to the bot is about. OVERVIEW is a question whose topic is not clear."""

    AI = "ai"
    SEES = "sees"
    BOSS = "boss"
    HR = "hr"
    STORE = "store"
    LONG = "long"
    MUST = "must"
    NOTHING = "nothing"
    COACH = "coach"
    SHARE = "share"
    UNDO = "undo"
    DELETE = "delete"
    LANGUAGE = "language"
    HUMAN = "human"
    RUNS = "runs"
    COST = "cost"
    NEXT = "next"
    PROVE = "prove"
    HOW = "how"
    OVERVIEW = "overview"


class Small(StrEnum):
    """Small talk that is the whole line. Nothing of it is stored."""

    THANKS = "thanks"
    HELLO = "hello"
    FINE = "fine"
    LAUGH = "laugh"
    BYE = "bye"


@dataclass(frozen=True, slots=True)
class Distress:
    """Words of distress. `harm` is true where the words speak of harm to others.

    `why` holds the words that decided, for people who check the tables. Never store or log it.
    """

    level: Level
    harm: bool = False
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BotQuestion:
    """A question to the bot, and the words that decided (see `Distress.why`).

    `sure` is false for a line that is more like a question than not. While the bot awaits an
    answer, such a line is the answer.
    """

    topic: BotTopic
    why: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Heard:
    """All that a line was heard as. Several can be true: who listens decides the order.

    `command` is what the tables of the language say: a stop, a yes, a pause, "help" and so on.
    `command.sure` is false where the bot must ask first. `stop_in_doubt`: no table knows the line,
    and the classifier thinks of a stop; a button to stop then stands beside the answer.
    `a_sentence_stops`: one of its sentences alone is a sure stop. `greeted`
    is the greeting that the line is, or begins with; `language` is the language that it names. Both
    are heard in every language, whatever the chat's.
    """

    distress: Distress | None
    command: Understood
    question: BotQuestion | None
    small: Small | None
    stop_in_doubt: bool = False
    a_sentence_stops: bool = False
    greeted: Greeted | None = None
    language: Named | None = None

    @property
    def _is_command(self) -> bool:
        known = self.command.intent is not None and self.command.sure
        return known and not self.asks_more_than_a_command

    @property
    def asks_more_than_a_command(self) -> bool:
        """True for "who can see this?" and "are you a bot?": the answer says more than the list of
        what was shared, and than the help.
        """
        return self.question is not None and self.command.intent in (Intent.SEEN, Intent.HELP)

    @property
    def label(self) -> str:
        """What the line counts as where no question is open, such as "question:ai".

        Lines about times count as "words" here: only the reader of times knows them.
        """
        if self.distress is not None:
            return f"crisis-{self.distress.level}"
        match self.command.intent:
            case Intent.STOP:
                return "stop" if self.command.sure else "stop-asked"
            case Intent.YES | Intent.NO as word:
                return str(word)
        if self.language is not None and self.language.sure:
            return "command:language"
        if self._is_command:
            return f"command:{self.command.intent}"
        if self.question is not None:
            return f"question:{self.question.topic}"
        if self.small is not None:
            return "smalltalk"
        return "stop-asked" if self.stop_in_doubt else "words"
