"""The meanings that a typed line can have."""

from __future__ import annotations

from enum import StrEnum


class Intent(StrEnum):
    """The meanings that a typed line can have."""

    STOP = "stop"
    PAUSE = "pause"
    RESUME = "resume"
    HOLD = "hold"
    ERASE = "erase"
    HELP = "help"
    HOME = "home"
    INVITE = "invite"
    DIGEST = "digest"
    STEP = "step"
    SWITCHES = "switches"
    RHYTHM = "rhythm"
    AGREEMENT = "agreement"
    RECEIPT = "receipt"
    SEEN = "seen"
    KEEPING = "keeping"
    NEXT = "next"
    WINS = "wins"
    RECALL = "recall"
    QUESTIONS = "questions"
    PATHS = "paths"
    COMFORT = "comfort"
    TOO_OFTEN = "too_often"
    TOO_PERSONAL = "too_personal"
    WRONG_TIME = "wrong_time"
    SESSION = "session"
    CALENDAR = "calendar"
    FEEDBACK = "feedback"
    LANGUAGE = "language"
    PROFILE = "profile"
    CLIENTS = "clients"
    UNDO = "undo"
    SNOOZE = "snooze"
    YES = "yes"
    NO = "no"
    PASS = "pass"  # noqa: S105
    CODE = "code"
