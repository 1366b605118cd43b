"""Makes docs/privacy/record-of-processing.md and impact-assessment.md: `python -m tests.privacy_pages`.

What the code knows stands there filled in: purposes, data, readers, limits, columns, platforms and
what nothing stops. What only the organisation knows is left in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.domain.purposes import PURPOSES, AskedBy, Purpose
from bot.run.platforms import registered
from bot.settings import Settings
from bot.text import catalogue
from tests.roles import is_sealed, items

DOCS = Path(__file__).parents[1] / "docs"
FOLDER = DOCS / "privacy"
MADE = (
    "This page is made from the code (`make says`), so what is filled in here is what this release "
    "does. Copy it, and fill in what stands in [brackets]. It is no legal advice."
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
RECORD = """# Record of processing: a template

{made}

GDPR art. 30(1). [data-protection.md](../data-protection.md) says the same in sentences.

| question | answer |
|---|---|
| Controller | [name, address, contact; the `organisation` of your [policy](../policy.md)] |
| Data-protection officer | [name, contact] |
| Processing | Handrail: messages between coaching sessions, at the wish of the person coached |
| People | clients, coaches; whoever pays, if named (a name and one e-mail address) |
| Basis | consent, art. 6(1)(a), for each purpose below by itself; [your basis for employing the coach] |
| Special categories (art. 9) | none is asked for. A client's own words may hold some: [your decision; the consent of `keep_words` names own words] |
| Limits | at most {keep} days (`HANDRAIL_KEEP_DAYS`), and {grace} days after the end of a coaching (`HANDRAIL_GRACE_DAYS`); backups {backup}; [yours] |
| Where | [machine, place, who runs it; processor contract if it is not you] |
| Automated decisions, profiling | none |
| Measures (art. 32) | AES-256-GCM for words, names and addresses, one key for each person and month; keys apart from the data; erase by key; [operating.md](../operating.md), [keys.md](../keys.md), [threat-model.md](../threat-model.md) |
"""
ASSESSMENT = """# Impact assessment: a template

{made}

GDPR art. 35(7). Coaching at work touches an imbalance of power, and people may write about their
health: so carry one out [or say here why not].

## What is processed, and why

Clients are asked in their own hours, answer, and decide for each answer whether it is kept and
whether their coach reads it. [Who is coached at your place, by whom, how many.]
[record-of-processing.md](record-of-processing.md) has the purposes, data, readers and limits.
"""
NEEDED = """## Whether it is needed, and in proportion

| question | answer |
|---|---|
| Could less do? | Each purpose is off until its own yes. Without `keep_words` an answer is quoted back once, and not stored |
| Is consent free? | Nobody but the client learns of a no, a pause, a stop or silence: [nevers.md](../nevers.md), never 3. [What you tell people, and that coaching goes on without the bot] |
| Rights | `what do you hold`, `receipt`, `erase`, `stop`, `pause` in the chat; `handrail erase` for a letter |
| Works council | [date, agreement]; [a guide](../guides/works-councils.md) |
| Views asked (art. 35(9)) | [of clients and coaches] |
"""
RISKS = """## Risks, and what is left of them

Each row is an actor of [threat-model.md](../threat-model.md), which also says what stops them. What
is left is quoted from there. [Add likelihood and severity at your place, and what you do.]

| who | what is left | likelihood, severity | your measure |
|---|---|---|---|
"""
DECIDED = """## Decided

| question | answer |
|---|---|
| Advice of the data-protection officer | [text, date] |
| Is a high risk left (art. 36)? | [yes or no, why] |
| Decided by, on | [name, date] |
| Looked at again | [date], and at each release whose changes name a purpose, a reader or a limit |
"""


def record() -> str:
    fields = Settings.model_fields
    backup = fields["backup_days"].default
    head = RECORD.format(
        made=MADE,
        keep=fields["keep_days"].default,
        grace=fields["grace_days"].default,
        backup=f"{backup} days" if backup else "as `HANDRAIL_BACKUP_DAYS` says",
    )
    return "\n".join([head, *_purposes(), *_places()]).rstrip() + "\n"


def assessment() -> str:
    parts = [ASSESSMENT.format(made=MADE), *_columns(), NEEDED, RISKS.rstrip()]
    parts += [f"| {actor} | {left} | [ ] | [ ] |" for actor, left in left_over()]
    return "\n".join([*parts, "", DECIDED]).rstrip() + "\n"


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
    yield (
        "A withdrawal ends a purpose at once. The ledger of consent stays as proof, pseudonymous, "
        f"also after an erase. `{Purpose.AGREEMENT}` names the organisation as a reader of the "
        "agreement's card: who runs the bot, and who pays."
    )
    yield ""


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
    yield ""


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
