"""Messages on quiet hours, days off, understood times, and a clock that seems to have moved."""

from __future__ import annotations

from datetime import date, time

from babel import Locale

from bot.chat import ChoiceField, Form, Message, Option, Text, TextField
from bot.domain import actions
from bot.domain.days_off import WEEKDAYS
from bot.domain.limits import COUNTRY, DAYS_OFF
from bot.domain.rhythm import Rhythm
from bot.domain.words import Words
from bot.messages.common import buttons, message
from bot.messages.joining import days_of, every_of, hour_options
from bot.text import Catalogue

# What the fields for quiet hours hold where there are none.
NO_HOUR = "none"


def ask(say: Catalogue, rhythm: Rhythm) -> Message:
    hours = (Option(NO_HOUR, say("rhythm-quiet-none")), *hour_options())
    fields = (
        ChoiceField("quiet-from", say("rhythm-quiet-from"), hours, _hour(rhythm.quiet_from)),
        ChoiceField("quiet-to", say("rhythm-quiet-to"), hours, _hour(rhythm.quiet_to)),
        TextField(
            "off",
            say("rhythm-off"),
            Words(", ".join(_days_off(say, rhythm))),
            say("rhythm-off-example"),
            limit=DAYS_OFF.characters,
        ),
        TextField(
            "holidays",
            say("rhythm-holidays"),
            Words(country_name(say, rhythm.holidays)),
            say("rhythm-holidays-example"),
            limit=COUNTRY.characters,
        ),
    )
    form = Form(actions.HOURS(rhythm.owner), fields, say("rhythm-show"))
    covers = Text(say("rhythm-covers"), quiet=True)
    return message(say, "rhythm-more-ask", Text(say("rhythm-more-ask")), covers, form)


def told(say: Catalogue, rhythm: Rhythm) -> list[Text]:
    """Tells the whole rhythm in words, so that a yes is a yes to all of it."""
    days = say.items([say.full_weekday(WEEKDAYS.index(day)) for day in days_of(rhythm)])
    weeks = say("rhythm-weeks", weeks=every_of(rhythm))
    window = {"from": say.hour(rhythm.window_from), "to": say.hour(rhythm.window_to)}
    lines = [
        say("rhythm-understood"),
        say("rhythm-line-days", days=days, every=weeks),
        say("rhythm-line-window", **window, zone=place(rhythm.zone)),
    ]
    if rhythm.quiet_from is not None and rhythm.quiet_to is not None:
        quiet = {"from": say.hour(rhythm.quiet_from), "to": say.hour(rhythm.quiet_to)}
        lines.append(say("rhythm-line-quiet", **quiet))
    if rhythm.days_off:
        lines.append(say("rhythm-line-off", days=say.items(_days_off(say, rhythm))))
    if rhythm.holidays is not None:
        country = country_name(say, rhythm.holidays)
        lines.append(say("rhythm-line-holidays", country=country))
    return [Text(line) for line in lines]


def ask_travel(say: Catalogue, zone: str, home: str) -> Message:
    places = {"place": place(zone), "home": place(home)}
    return message(
        say,
        "travel-ask",
        Text(say("travel-ask", **places)),
        buttons(
            (say("travel-move", **places), actions.TRAVEL("move")),
            (say("travel-stay", **places), actions.TRAVEL("stay")),
        ),
    )


def place(zone: str) -> str:
    """Shows "Asia/Ho_Chi_Minh" as "Ho Chi Minh"."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def country_name(say: Catalogue, country: str | None) -> str:
    if country is None:
        return ""
    name, _, region = country.partition("-")
    told = Locale.parse(say.locale).territories.get(name, name)
    return f"{told} ({region})" if region else str(told)


def _days_off(say: Catalogue, rhythm: Rhythm) -> list[str]:
    return [day_off(say, one) for one in rhythm.days_off]


def day_off(say: Catalogue, one: str) -> str:
    """Shows a weekday, a day or a stretch of days of `Rhythm.days_off`."""
    if one in WEEKDAYS:
        return say.full_weekday(WEEKDAYS.index(one))
    first, _, last = one.partition("/")
    told = say.full_day(date.fromisoformat(first))
    if not last:
        return told
    return say("rhythm-line-span", first=told, last=say.full_day(date.fromisoformat(last)))


def _hour(at: time | None) -> str:
    return NO_HOUR if at is None else f"{at.hour:02d}:00"
