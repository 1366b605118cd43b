"""Finds the meaning of a typed line with tables and libraries, without guessing.

See `understand`.
"""

from bot.understand.clock import read_clock, read_country, read_moment, read_rest_days
from bot.understand.days import read_day, read_past_day
from bot.understand.heard import BotQuestion, BotTopic, Distress, Heard, Level, Small
from bot.understand.hearing import FirstHearing, first_hearing, hear
from bot.understand.later import LaterAsked, asks_when, read_later
from bot.understand.line import understand
from bot.understand.pauses import Understood
from bot.understand.phrases import Intent
from bot.understand.places import read_place
from bot.understand.plain_line import Typed
from bot.understand.searching.reading import Sought, read_search
from bot.understand.steps import StepDays, is_one_sentence, progress_in, step_days
from bot.understand.tables import (
    Addressed,
    meant_for_bot,
    names_a_loss,
    worries_about_privacy,
)
from bot.understand.times.reading import read_days_off, read_times
from bot.understand.times.said import Times
from bot.understand.typing_error import canonical, nearly

__all__ = [
    "Addressed",
    "BotQuestion",
    "BotTopic",
    "Distress",
    "FirstHearing",
    "Heard",
    "Intent",
    "LaterAsked",
    "Level",
    "Small",
    "Sought",
    "StepDays",
    "Times",
    "Typed",
    "Understood",
    "asks_when",
    "canonical",
    "first_hearing",
    "hear",
    "is_one_sentence",
    "meant_for_bot",
    "names_a_loss",
    "nearly",
    "progress_in",
    "read_clock",
    "read_country",
    "read_day",
    "read_days_off",
    "read_later",
    "read_moment",
    "read_past_day",
    "read_place",
    "read_rest_days",
    "read_search",
    "read_times",
    "step_days",
    "understand",
    "worries_about_privacy",
]
