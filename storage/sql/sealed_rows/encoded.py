"""JSON text as `json.dumps` writes it, from an encoder that is made once.

`JSONEncoder.encode` makes its encoder in C anew for each call, and that takes longer than to encode
a row. A check-in encodes some thirty.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from json import encoder as in_c
from typing import Any

Encodes = Callable[[object], str]


def encoding(default: Callable[[object], object]) -> Encodes:
    """Returns what `json.JSONEncoder(default=default).encode` returns, for lists and tuples.

    A list that holds itself raises RecursionError, not ValueError.
    """
    make: Any = getattr(in_c, "c_make_encoder", None)
    if make is None:
        return json.JSONEncoder(default=default).encode
    # In its order: what was met, default, strings, indent, separators, and three of its rules.
    strings = in_c.encode_basestring_ascii
    made = make(None, default, strings, None, ": ", ", ", False, False, True)

    def encode(value: object) -> str:
        return "".join(made(value, 0))

    return encode


encoded = encoding(repr)
