"""An attacker who can write the database and knows its older states, but has no keys."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from bot.domain.consent import START, Act, Entry, Purpose, Wording, entry_hash
from storage.keys.sealed import Sealed
from storage.sql.schema import ledger
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from tests.things import LATER, NOW

Line = dict[str, Any]
# The columns that are read: the others are left empty since entries are sealed.
READ = [column.name for column in ledger.columns if column.name not in LEFT_EMPTY["ledger"]]


@dataclass
class State:
    """The rows of the three tables, `ledger` sorted by chain and seq."""

    ledger: list[Line] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    tally: list[Line] = field(default_factory=list)

    def copy(self) -> State:
        return State(*([dict(line) for line in t] for t in (self.ledger, self.heads, self.tally)))

    def chain(self, name: str) -> list[Line]:
        return [line for line in self.ledger if line["chain"] == name]

    def head(self, name: str) -> Line:
        return next(line for line in self.heads if line["chain"] == name)


@dataclass
class Attack:
    """`now` is changed in place. `past` holds the state after each append, oldest first."""

    now: State
    past: Sequence[State]
    random: Random

    def entry(self) -> Line:
        return self.random.choice(self.now.ledger)

    def some_chain(self) -> str:
        return str(self.entry()["chain"])

    def long_chain(self) -> str:
        """Returns a chain of two or more entries that the last append did not touch."""
        settled = (line for line in self.now.ledger if line in self.past[-2].ledger)
        last = self.past[-1].chain
        names: set[str] = {line["chain"] for line in settled if line["seq"] > 1}
        return self.random.choice(sorted(n for n in names if last(n) == self.past[-2].chain(n)))

    def forget(self, name: str) -> None:
        self.now.ledger = [line for line in self.now.ledger if line["chain"] != name]

    def behead(self, name: str) -> None:
        self.now.heads = [line for line in self.now.heads if line["chain"] != name]

    def old_head(self, name: str, seq: int) -> Line:
        """Returns the head as it was sealed when the chain had `seq` entries."""
        heads = [line for state in self.past for line in state.heads]
        return dict(next(h for h in heads if h["chain"] == name and h["seq"] == seq))


Tampering = Callable[[Attack], None]


def change(line: Line, column: str) -> None:
    """Puts another value of the same kind into the column."""
    old = line[column]
    match column:
        case "organisation" | "chain":
            line[column] = f"{old}-other"[-40:]
        case "body":
            line[column] = Sealed(bytes(byte ^ 1 for byte in old.data))
        case "act":
            line[column] = Act.GIVEN if old is not Act.GIVEN else Act.WITHDRAWN
        case "purpose":
            line[column] = Purpose.SHARE_WORDS if old is not Purpose.SHARE_WORDS else Purpose.DIGEST
        case "seq" | "number" | "chains" | "entries":
            line[column] = old + 1000
        case "hash" | "seal":
            line[column] = hashlib.sha256(old.encode()).hexdigest()
        case _:
            line[column] = f"{old}x" if isinstance(old, str) else 1


def number_anew(lines: Sequence[Line]) -> None:
    """Numbers a chain from 1 on. The hashes are sealed, so nobody without keys computes them."""
    for seq, line in enumerate(lines, start=1):
        line["seq"] = seq


def forged(line: Line) -> Line:
    """Returns an entry as an older version would have written it, in the clear and well hashed."""
    wording = Wording("x", "1", "en")
    place = (line["chain"], line["seq"], Act.GIVEN, line["purpose"])
    entry = Entry(*place, wording, NOW, LATER, START)
    named = {
        f"wording_{name}": getattr(wording, name) for name in ("hash", "catalogue", "language")
    }
    clear = {"act": Act.GIVEN, "at": NOW, "until": LATER, "previous": START, "body": None}
    return {**line, **clear, **named, "hash": entry_hash(entry)}


def change_an_entry(a: Attack) -> None:
    change(a.entry(), a.random.choice(READ))


def write_an_entry_in_the_clear(a: Attack) -> None:
    line = a.entry()
    line.update(forged(line))


def give_an_entry_the_body_of_another(a: Attack) -> None:
    one, two = a.entry(), a.entry()
    one["body"] = two["body"]


def give_an_entry_another_act_and_an_older_body(a: Attack) -> None:
    line = a.entry()
    change(line, "act")
    line["body"] = a.random.choice(a.past[-1].ledger)["body"]


def remove_an_entry(a: Attack) -> None:
    a.now.ledger.remove(a.entry())


def remove_an_entry_and_number_anew(a: Attack) -> None:
    line = a.entry()
    a.now.ledger.remove(line)
    number_anew(a.now.chain(line["chain"]))


def cut_off_a_tail(a: Attack) -> None:
    lines = a.now.chain(a.some_chain())
    for line in lines[a.random.randrange(len(lines)) :]:
        a.now.ledger.remove(line)


def remove_a_chain(a: Attack) -> None:
    a.forget(a.some_chain())


def remove_a_chain_with_its_head(a: Attack) -> None:
    name = a.some_chain()
    a.forget(name)
    a.behead(name)


def remove_a_chain_with_its_head_and_count_anew(a: Attack) -> None:
    name = a.some_chain()
    a.now.tally[0]["chains"] -= 1
    a.now.tally[0]["entries"] -= len(a.now.chain(name))
    a.forget(name)
    a.behead(name)


def remove_everything(a: Attack) -> None:
    a.now.ledger.clear()
    a.now.heads.clear()
    a.now.tally.clear()


def swap_two_entries(a: Attack) -> None:
    name = a.long_chain()
    one, two = a.random.sample(a.now.chain(name), 2)
    one["seq"], two["seq"] = two["seq"], one["seq"]


def swap_two_entries_and_number_anew(a: Attack) -> None:
    name = a.long_chain()
    lines = a.now.chain(name)
    a.random.shuffle(lines)
    number_anew(lines)


def shorten_with_a_forged_head(a: Attack) -> None:
    name = a.long_chain()
    a.now.ledger.remove(a.now.chain(name)[-1])
    last = a.now.chain(name)[-1]
    a.now.head(name).update(seq=last["seq"], hash=a.old_head(name, last["seq"])["hash"])
    a.now.tally[0]["entries"] -= 1


def shorten_with_an_old_head(a: Attack) -> None:
    name = a.long_chain()
    a.now.ledger.remove(a.now.chain(name)[-1])
    seq = a.now.chain(name)[-1]["seq"]
    a.now.head(name).update(a.old_head(name, seq))


def shorten_with_an_old_head_and_an_old_tally(a: Attack) -> None:
    """Puts back real heads and a real tally that add up, but are from different times."""
    shorten_with_an_old_head(a)
    a.now.tally = a.past[-2].copy().tally


def remove_a_head(a: Attack) -> None:
    a.behead(a.some_chain())


def change_a_head(a: Attack) -> None:
    line = a.random.choice(a.now.heads)
    change(line, a.random.choice(list(line)))


def give_a_chain_the_head_of_another(a: Attack) -> None:
    one, two = a.random.choice(a.now.heads), a.random.choice(a.now.heads)
    one["seal"] = two["seal"]


def remove_the_tally(a: Attack) -> None:
    a.now.tally.clear()


def change_the_tally(a: Attack) -> None:
    change(a.now.tally[0], a.random.choice(list(a.now.tally[0])))


def put_an_old_tally_back(a: Attack) -> None:
    a.now.tally = a.random.choice(a.past).copy().tally


def copy_a_chain(a: Attack) -> None:
    _copy(a)


def copy_a_chain_with_its_head(a: Attack) -> None:
    name = _copy(a)
    a.now.heads.append({**a.now.head(name), "chain": "copy"})


def rename_a_chain(a: Attack) -> None:
    name = a.some_chain()
    for line in a.now.chain(name):
        line["chain"] = "renamed"
    a.now.head(name)["chain"] = "renamed"


def add_an_entry(a: Attack) -> None:
    lines = a.now.chain(a.some_chain())
    last = lines[-1]
    a.now.ledger.append(forged({**last, "seq": last["seq"] + 1}))


def add_an_entry_with_a_forged_head(a: Attack) -> None:
    add_an_entry(a)
    added = a.now.ledger[-1]
    a.now.head(added["chain"]).update(seq=added["seq"], hash=added["hash"])
    a.now.tally[0]["entries"] += 1


def _copy(a: Attack) -> str:
    name = a.some_chain()
    a.now.ledger += [{**line, "chain": "copy"} for line in a.now.chain(name)]
    return name


TAMPERINGS: tuple[Tampering, ...] = (
    change_an_entry,
    write_an_entry_in_the_clear,
    give_an_entry_the_body_of_another,
    give_an_entry_another_act_and_an_older_body,
    remove_an_entry,
    remove_an_entry_and_number_anew,
    cut_off_a_tail,
    remove_a_chain,
    remove_a_chain_with_its_head,
    remove_a_chain_with_its_head_and_count_anew,
    remove_everything,
    swap_two_entries,
    swap_two_entries_and_number_anew,
    shorten_with_a_forged_head,
    shorten_with_an_old_head,
    shorten_with_an_old_head_and_an_old_tally,
    remove_a_head,
    change_a_head,
    give_a_chain_the_head_of_another,
    remove_the_tally,
    change_the_tally,
    put_an_old_tally_back,
    copy_a_chain,
    copy_a_chain_with_its_head,
    rename_a_chain,
    add_an_entry,
    add_an_entry_with_a_forged_head,
)
