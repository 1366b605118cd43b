"""Policy files that somebody wrote to do harm. Each is refused at every door, at little cost."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.environment.small_toml import LONGEST_LINE, MOST_BYTES
from tests.scenarios.policy.house import WHO

LINE = LONGEST_LINE - 20
CONTACT = '[[contacts]]\nname = "{}"\nphone = "{}"\nhours = "{}"\n'


def filled(line: str, before: str = WHO) -> bytes:
    """As many of a line as a file may hold."""
    start = before.encode()
    one = line.encode() + b"\n"
    return start + one * ((MOST_BYTES - len(start)) // len(one))


def contact(name: str = "A", phone: str = "1", hours: str = "") -> bytes:
    return (WHO + CONTACT.format(name, phone, hours)).encode()


def after(text: str) -> bytes:
    return (WHO + text).encode()


HOSTILE: Mapping[str, bytes] = MappingProxyType(
    {
        "too large": b"#" * (MOST_BYTES + 1),
        "one long line": after("#" * (LONGEST_LINE + 1)),
        "an integer of 5000 digits": after("[keeping]\nmost_days = " + "1" * 5000),
        "an integer of a whole line": after("[keeping]\nmost_days = " + "1" * LINE),
        "a hexadecimal integer": after("[keeping]\nmost_days = 0x" + "f" * LINE),
        "beyond any number": after("[keeping]\nmost_days = 1e999"),
        "no number": after("[keeping]\nmost_days = nan"),
        "a year that is none": after("[keeping]\nmost_days = 9999-99-99"),
        "the first moment elsewhere": after("x = 0001-01-01T00:00:00+23:59"),
        "the last moment elsewhere": after("x = 9999-12-31T23:59:59-23:59"),
        "brackets in a row": after("x = " + "[" * 200 + "]" * 200),
        "brackets over lines": after("x = " + "[\n" * 8000),
        "brackets with a word between": after("x = " + "[1,\n" * 5000),
        "tables in tables": after("x = " + "{a=" * 150),
        "dots in a key": after(".".join("a" * 100) + " = 1"),
        "dots in a part": after("[" + ".".join("a" * 100) + "]"),
        "dots in an inline table": filled("[[a]]\nx = {" + ".".join("a" * 200) + " = 1}"),
        "dots behind a quoted name": filled('[[a]]\n"="' + ".a" * 200 + " = 1"),
        "many parts": after("".join(f"[a{at}.b.c]\n" for at in range(2000))),
        "many keys": after("".join(f"k{at} = 1\n" for at in range(2500))),
        "many alike contacts": filled('[[contacts]]\nname = "A"\nphone = "1"'),
        "spaces in a bracket": filled("[" + " " * LINE + "!"),
        "spaces in a text": filled("[" + " " * LINE + "!", 'x = """\n') + b'"""\n',
        "spaces before a key": filled(" " * LINE + "="),
        "quotation marks": filled("'\"" * (LINE // 2)),
        "a text without an end": filled("a" * LINE, WHO + 'x = """\n'),
        "an address without an end": after('[sponsor]\nname = "A"\naddress = """\n')
        + filled("a." * (LINE // 2), ""),
        "no text": WHO.encode() + b"\xff\xfe",
        "a sign of control": after('x = "\x00"'),
        "an unknown key with signs of control": after('"\\u001b]0;a\\u0007\\nb" = 1'),
        "a surrogate": after('x = "\\ud800"'),
        "a coach with signs of control": after(
            '[coaches]\nwho = "listed"\nlisted = ["slack/T\\u001b[31m/U"]'
        ),
        "a workspace with signs of control": after('[workspaces]\nallowed = ["slack/T\\u0007"]'),
        "a name over two lines": contact(name="A\\nB"),
        "a name that turns round": contact(name="A\\u202eB"),
        "a phone with an end": contact(phone="1\\u0000"),
        "a phone of spaces": contact(phone="  "),
        "hours with an escape": contact(hours="always\\u001b[2J"),
        "a name of no sign": contact(name="\\u200b"),
    }
)
