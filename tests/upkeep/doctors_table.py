"""The table of docs/operating.md: what each line of the doctor looks at, and what to do.

`python -m tests.upkeep.doctors_table` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.upkeep.checks.lines import CREDENTIALS_DO, LINES

BEGINS, ENDS = "<!-- doctor: begins -->", "<!-- doctor: ends -->"


def table() -> str:
    """The table in Markdown, without a line break at its end."""
    return "\n".join(_rows())


def _rows() -> Iterator[str]:
    yield "| line | what it looks at | what to do where that is not well |"
    yield "|---|---|---|"
    for line in LINES:
        yield f"| {line.name} | {line.looks_at} | {line.do} |"
    asks = "Whether the platform takes the bot's credentials now. One line for each platform."
    yield f"| … credentials | {asks} | {CREDENTIALS_DO} |"
    own = "What a platform finds about itself: Slack's installs, tokens and scopes, Teams' tenants."
    yield f"| Slack …, Teams … | {own} | The line says it. |"


if __name__ == "__main__":
    print(table())
