"""What a typed line means: tables and libraries, no guessing. See `understand`."""

from bot.understand.days import read_day, read_past_day
from bot.understand.line import Understood, understand
from bot.understand.phrases import Intent

__all__ = ["Intent", "Understood", "read_day", "read_past_day", "understand"]
