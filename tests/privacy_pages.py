"""Makes two templates of docs/privacy/ from the code: `python -m tests.privacy_pages`.

What the code knows stands there filled in: purposes, data, readers, limits, columns, platforms and
what nothing stops. What only the organisation knows is left in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.domain.purposes import PURPOSES, AskedBy
from bot.run.platforms import registered
from bot.settings import Settings
from bot.text import catalogue
from tests.roles import is_sealed, items

DOCS = Path(__file__).parents[1] / "docs"
FOLDER = DOCS / "privacy"
TEMPLATES = Path(__file__).parent / "privacy_templates"
MADE = (
    "This page is made from the code (`make says`), so what is filled in here is what this "
    "release\ndoes. Copy it, and fill in what stands in [brackets]. It is no legal advice."
)
WHO_IS_ASKED = {
    AskedBy.CARD: "client",
    AskedBy.FIRST: "client",
    AskedBy.SWITCH: "client",
    AskedBy.SPONSORED: "client, where somebody pays",
    AskedBy.COACH: "coach",
}
PLATFORMS = {
    "local": "none: a page on the machine itself, for trying it",
    "slack": "Slack, as [processor under your contract with Slack; place; safeguards]",
    "teams": "Microsoft, as [processor under your contract with Microsoft; place; safeguards]",
    "mail": "your mail server, [its operator; place]; a mail holds no content",
}


def record() -> str:
    fields = Settings.model_fields
    return _filled(
        "record",
        keep=str(fields["keep_days"].default),
        grace=str(fields["grace_days"].default),
        backup=str(fields["backup_days"].default),
        purposes="\n".join(_purposes()),
        places="\n".join(_places()),
    )


def assessment() -> str:
    risks = [f"| {actor} | {left} | [ ] | [ ] |" for actor, left in left_over()]
    return _filled("assessment", columns="\n".join(_columns()), risks="\n".join(risks))


def _filled(template: str, **holes: str) -> str:
    text = (TEMPLATES / f"{template}.md").read_text(encoding="utf-8")
    return text.format(made=MADE, **holes)


def _purposes() -> Iterator[str]:
    say = catalogue("en")
    yield "## Purposes\n"
    yield "| purpose | asked of | data | who reads it | kept |"
    yield "|---|---|---|---|---|"
    for purpose, row in PURPOSES.items():
        kept = "until the limits" if row.kept else "no longer than it is used"
        name = f"{say(row.name)} (`{purpose}`)"
        cells = (name, WHO_IS_ASKED[row.asked_by], ", ".join(row.data), ", ".join(row.readers))
        yield f"| {' | '.join(cells)} | {kept} |"
    yield ""
    yield "A withdrawal ends a purpose at once. The ledger of consent stays as proof, pseudonymous,"
    yield "also after an erase. The agreement names the organisation because it runs the bot; it"
    yield "gets no reports."


def _places() -> Iterator[str]:
    yield "## Recipients, and transfers\n"
    yield "| platform | who else has the chat |"
    yield "|---|---|"
    for name in registered():
        yield f"| `{name}` | {PLATFORMS[name]} |"


def _columns() -> Iterator[str]:
    yield "| what is stored | in the database |"
    yield "|---|---|"
    for item in items():
        yield f"| {item.title} | {'sealed' if all(map(is_sealed, item.columns)) else 'clear'} |"


def left_over() -> Iterator[tuple[str, str]]:
    """Each actor of the threat model, and what nothing stops, in one line."""
    text = (DOCS / "threat-model.md").read_text(encoding="utf-8")
    _, *parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    for actor, section in zip(parts[::2], parts[1::2], strict=True):
        left = section.partition("**Not stopped**")[2].lstrip(":").strip()
        left = re.sub(r"\]\((?!http)", "](../", left)
        yield actor, " ".join(left.split())


PAGES = {"record-of-processing.md": record, "impact-assessment.md": assessment}


def main() -> None:
    for name, made in PAGES.items():
        (FOLDER / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
