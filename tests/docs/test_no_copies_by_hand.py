"""One truth about copies of the keys: in the page about them, in `init`, and in its checklist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from bot.commands.init.answers import Answers, Install, Machines, Root, WhereKeysLie
from bot.commands.init.checklist import NO_COPY, checklist

ROOT = Path(__file__).parents[2]
KEEP_ONE = re.compile(r"\b(keep|make|take|store)\s+(a|another|your|the)\s+cop(y|ies)\b", re.I)
OF_KEYS = re.compile(r"\b(epochs?|key store)\b", re.I)


def test_the_page_about_the_keys_says_it() -> None:
    assert NO_COPY in " ".join((ROOT / "docs/keys.md").read_text().split())


@pytest.mark.parametrize("root", get_args(Root))
@pytest.mark.parametrize("machines", get_args(Machines))
@pytest.mark.parametrize("install", get_args(Install))
def test_every_checklist_agrees(install: Install, machines: Machines, root: Root) -> None:
    answers = Answers(install=install, machines=machines, keys=WhereKeysLie(root=root))
    told = checklist(answers, (), ())
    assert NO_COPY in told
    assert not wrong(told)


def test_nothing_tells_anybody_to_copy_them() -> None:
    files = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "deploy").rglob("*.*")]
    files += (ROOT / "bot" / "commands").rglob("*.py")
    assert len(files) > 50
    for file in files:
        assert not wrong(file.read_text("utf-8", "replace")), file
    assert wrong("Make a credential, and keep a copy of the epoch's file elsewhere.")


def wrong(text: str) -> list[str]:
    """The sentences that tell to copy an epoch or the key store."""
    sentences = re.split(r"(?<=[.!?])\s+|\n\s*\n|\|", text)
    return [one for one in sentences if KEEP_ONE.search(one) and OF_KEYS.search(one)]
