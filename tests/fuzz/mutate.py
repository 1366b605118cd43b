"""Spoils what a platform sends: bytes of a recorded payload, and values inside its JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

# What readers stumble over: ends and beginnings of JSON, TOML and forms, bytes that are no UTF-8,
# numbers beyond every type, and half of a surrogate pair.
TOKENS = (
    *(b"{", b"}", b"[", b"]", b'"', b"'", b"\\", b":", b",", b"=", b"&", b";", b"#", b"\n", b"\0"),
    *(b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"%", b"%zz", b"\\ud800", b"\\u0000"),
    *(b"null", b"true", b"NaN", b"Infinity", b"-0", b"1e999", b"9" * 400, b"[" * 200),
    *(b'{"a":' * 60, b"payload=", b"&payload={}", b"<at>", b"<a b='", b"&#" + b"9" * 5000),
    *(b"2027-13-45", b"9999-12-31T23:59:59.999999Z", b"-1", b"0x", b"'''", b"[[", b"]]"),
)
NONSENSE: Sequence[Any] = (
    *(
        None,
        True,
        0,
        -1,
        10**30,
        1e308,
        "",
        "x",
        "\ud800",
        "\0",
        "\u202e",
        "9" * 5000,
        "x" * 50_000,
    ),
    *([], [[]], [{}], ["x"], {}, {"id": {}}, {"x": ["x"]}, "<a " * 500, "&#" + "9" * 5000),
    *("message", "D0MAI", "99999999999.999999", "9999-12-31T23:59:59+14:00", "1" + "9" * 12),
)

ANEW = os.environ.get("TESTS_HISTORIES") == "long"


def spoiled_bytes(seed: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """The payload with one to six changes anywhere in it."""
    body = bytearray(seed)
    for _ in range(random.randint(1, 6)):
        at = random.randint(0, len(body))
        match random.randint(0, 6):
            case 0 if body:
                body[at % len(body)] ^= 1 << random.randint(0, 7)
            case 1:
                del body[at : at + random.randint(1, 40)]
            case 2:
                body[at:at] = random.choice(TOKENS)
            case 3:
                body[at : at + random.randint(1, 12)] = random.choice(TOKENS)
            case 4:
                del body[at:]
            case 5:
                body[at:at] = body[at : at + random.randint(1, 200)]
            case _:
                other = random.choice(others)
                begin = random.randint(0, len(other))
                body[at:at] = other[begin : begin + random.randint(1, 200)]
    return bytes(body)


def paths_of(value: object, front: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yields the place of every value inside a JSON value, itself first."""
    yield front
    inside: Sequence[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    for name, one in inside:
        yield from paths_of(one, (*front, name))


def replaced(value: Any, path: Sequence[str | int], by: object) -> Any:
    """A copy of a JSON value with another value at one place."""
    if not path:
        return by
    copy = value.copy()
    copy[path[0]] = replaced(value[path[0]], path[1:], by)
    return copy


def spoiled_values(seed: bytes) -> st.SearchStrategy[Any]:
    """The JSON of a payload with nonsense, or any JSON, at one to three places."""
    whole = json.loads(seed)
    anything = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
        max_leaves=6,
    )
    change = st.tuples(
        st.sampled_from(sorted(paths_of(whole), key=str)),
        st.sampled_from(NONSENSE) | anything | st.sampled_from(list(_values(whole))),
    )
    return st.lists(change, min_size=1, max_size=3).map(lambda changes: _changed(whole, changes))


def _values(whole: Any) -> Iterator[Any]:
    """Yields the payload's own values, which fit somewhere, and may not fit elsewhere."""
    for path in paths_of(whole):
        found = whole
        for name in path:
            found = found[name]
        yield found


def _changed(whole: Any, changes: Sequence[tuple[tuple[str | int, ...], Any]]) -> Any:
    for path, by in changes:
        try:
            whole = replaced(whole, path, by)
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # An earlier change took this place away.
    return whole


def randomness(name: str) -> Random:
    """The same for each run, so that a red one can be repeated; anew where `make simulate` asks."""
    return Random() if ANEW else Random(f"{name}, long")
