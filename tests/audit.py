"""Reads what pip-audit found, as JSON on stdin: `make audit`.

Says how many locked versions were looked up. Names the weaknesses found, and fails for them. Says
which versions the registry tells nothing about, because that is not the same as none found.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def told(found: dict[str, Any]) -> tuple[list[str], bool]:
    """Returns the lines to print, and whether nothing is known against any of them."""
    every = found["dependencies"]
    skipped = [each["name"] for each in every if "skip_reason" in each]
    weak = [each for each in every if each.get("vulns")]
    lines = [f"{len(every) - len(skipped)} of {len(every)} locked versions were looked up."]
    for each in weak:
        known = ", ".join(one["id"] for one in each["vulns"])
        lines.append(f"{each['name']} {each['version']} has known weaknesses: {known}")
    if skipped:
        lines.append(f"Skipped, for the registry tells nothing of them: {', '.join(skipped)}")
    return lines, not weak


def main() -> int:
    text = sys.stdin.read()
    if not text.strip():
        print("The dependency audit was skipped: the registry does not answer such questions.")
        return 0
    lines, fine = told(json.loads(text))
    print("\n".join(lines))
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
