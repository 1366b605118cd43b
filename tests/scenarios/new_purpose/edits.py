"""The edits that bring a new purpose, "walks", with a kind of delivery of its own.

`EDITS` names every file that the new purpose touches. Each edit is an anchor and the text that
stands in its place; an empty anchor appends.
"""

from __future__ import annotations

from pathlib import Path

from bot.text import languages

MEMBER = ('    DIGEST = "digest"\n', '    DIGEST = "digest"\n    WALKS = "walks"\n')
ROW = (
    "        Purpose.DIGEST: _DIGEST,\n",
    """        Purpose.WALKS: PurposeRow(
            readers=("client",),
            kept=False,
            asked_by=AskedBy.SWITCH,
            covers=(Kind.WALK,),
            data=("address in the chat", "times"),
            meaning=1,
            name="purpose-walks",
            worded_by=("ask-walks",),
            switched_off="switched-off",
            withdrawal="receipt-withdrawal",
        ),
        Purpose.DIGEST: _DIGEST,
""",
)
KIND_MEMBER = ('    AMEND = "amend"\n', '    AMEND = "amend"\n    WALK = "walk"\n')
COMPOSER = (
    "def _to_client(",
    """async def _walk(about: Composing) -> Piece | None:
    return Piece(note(catalogue(about.to.language), "walk-hello"))


def _to_client(""",
)
COMPOSER_IMPORT = (
    "from bot.ports import CoachSide",
    "from bot.messages.common import note\nfrom bot.ports import CoachSide",
)
KIND_ROW = (
    "        Kind.DIGEST: _TO_COACH,\n",
    "        Kind.WALK: _to_client(Kind.WALK, _walk, turn=8),\n        Kind.DIGEST: _TO_COACH,\n",
)
HANDLER = (
    "PLANS_ONLY = ",
    """async def _plan_walk(conversation: Conversation, engagement: Engagement) -> None:
    known = await conversation.tx.rhythm(engagement.id)
    if known is not None:
        now, client, chance = conversation.now, engagement.client_id, conversation.chance
        await plan_next(conversation.tx, chance, Kind.WALK, client, known, now)


PLANS_ONLY = """,
)
HANDLER_IMPORT = ("import plan_session, replan", "import plan_next, plan_session, replan")
SWITCH = (
    "        Purpose.LISTED: ",
    "        Purpose.WALKS: replace(PLANS_ONLY, begin=_plan_walk),\n        Purpose.LISTED: ",
)
SENTENCES = """
purpose-walks = Walks
ask-walks = May I suggest a short walk in your hours, until { $until }?
walk-hello = How about a short walk?
"""
LANGUAGES = tuple(languages())

EDITS: dict[str, tuple[tuple[str, str], ...]] = {
    "bot/domain/purposes.py": (MEMBER, ROW),
    "bot/handlers/switches.py": (HANDLER_IMPORT, HANDLER, SWITCH),
    "bot/domain/delivery.py": (KIND_MEMBER,),
    "bot/delivery/kinds.py": (COMPOSER_IMPORT, COMPOSER, KIND_ROW),
    **{f"bot/locale/{one}/consent.ftl": (("", SENTENCES),) for one in LANGUAGES},
    **{f"bot/locale/{one}/held.ftl": (("", "held-value-walk = walk\n"),) for one in LANGUAGES},
}


def apply(root: Path, leave_out: tuple[str, str] | None = None) -> None:
    """Makes the edits in the copy of the product under `root`, but for one.

    Raises ValueError where an anchor does not stand exactly once in its file.
    """
    for name, edits in EDITS.items():
        text = (root / name).read_text(encoding="utf-8")
        for edit in edits:
            anchor, new = edit
            if edit is leave_out:
                continue
            if anchor and text.count(anchor) != 1:
                raise ValueError(f"{name}: {anchor!r} stands there {text.count(anchor)} times")
            text = text.replace(anchor, new) if anchor else text + new
        (root / name).write_text(text, encoding="utf-8")
