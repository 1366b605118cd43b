"""Everything that is stored about one person, in memory: the same tables, the same columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from bot.domain.agreed import AgreedTexts
from bot.domain.asking import Asking
from bot.domain.consent import Entry
from bot.domain.people import Person
from bot.domain.sponsoring.sponsor import SponsorLine
from bot.domain.step import Step
from bot.domain.words import Words
from bot.ports import StoredValue
from storage.sql.content import agreed_text, card_text, choices_text, more_text
from storage.sql.person_texts import address_text, dialogue_text, pause_text
from storage.sql.sealed_rows.sponsor_lines import line_text
from tests.memory_store.tables import Memory

Row = dict[str, StoredValue]
LEFT_OUT = {"code_hash", "source"}


class MemoryStored(Memory):
    async def stored_about(
        self, person_id: str
    ) -> Mapping[str, Sequence[Mapping[str, StoredValue]]]:
        t = self._t
        own = {e.id for e in t.engagements.values() if e.client_id == person_id} | {person_id}
        shares = {s.id for s in t.shares.values() if s.client_id == person_id}
        who = t.people.get(person_id)
        invitations = [i for i in t.invitations.values() if i.coach_id == person_id]
        chains = [entry for chain in sorted(own) for entry in t.ledgers.get(chain, ())]
        return {
            "person": [_person(who)] if who else [],
            "engagement": [
                _row(e) | {"met_at": e.met_at}
                for e in t.engagements.values()
                if e.client_id == person_id
            ],
            "invitation": _rows(invitations),
            "ledger": [_entry(entry) for entry in chains],
            "rhythm": [
                _without(row, "paused_until")
                for row in _rows(r for (owner, _), r in t.rhythms.items() if owner in own)
            ],
            "answer": _rows(a for a in t.answers.values() if a.client_id == person_id),
            "step": [_step(s) for s in t.steps.values() if s.client_id == person_id],
            "agreed": [_agreed(a) for a in t.agreed.values() if a.client_id == person_id],
            "asking": [_asking(a) for a in t.askings.values() if a.client_id == person_id],
            "note": _rows(n for n in t.notes.values() if n.client_id == person_id),
            "sponsor_line": [
                _line(one) for one in t.sponsor_lines.values() if one.client_id == person_id
            ],
            "share": _rows(s for s in t.shares.values() if s.client_id == person_id),
            "sighting": _rows(s for s in t.sightings.values() if s.share_id in shares),
            "posted": [
                row | {"message": Words(str(row["message"]))}
                for row in _rows(p for p in t.posted.values() if p.coach_id == person_id)
            ],
            "profile": [
                {"coach_id": p.coach_id, "card": card_text(p), "at": p.at}
                for p in t.profiles.values()
                if p.coach_id == person_id
            ],
            "question_set": _rows(q for q in t.own_questions.values() if q.coach_id == person_id),
            "bring_up": _rows(b for b in t.brought.values() if b.coach_id == person_id),
            "delivery": [
                _without(row, "claimed_by")
                for row in _rows(
                    d for d in t.deliveries.values() if d.owner in own or d.to == person_id
                )
            ],
            "untidy": [],
            "wrong_code": self._wrong_codes(who),
            "coach_approval": self._approvals(who),
            "guest_link": self._guest_links(who),
        }

    def _approvals(self, who: Person | None) -> list[Row]:
        reference = self.keyed_hash("coach", who.address.chat_key)[:16] if who else ""
        return [{"at": at} for one, at in self._t.approvals.items() if one == reference]

    def _guest_links(self, who: Person | None) -> list[Row]:
        known_as = self.keyed_hash("guess", who.address.chat_key) if who else None
        return [
            {"asks": one.asks, "approves": one.approves, "until": one.until}
            for one in self._t.guest_links.values()
            if known_as in (one.made_by, one.asked_by)
        ]

    def _wrong_codes(self, who: Person | None) -> list[Row]:
        guess = self.keyed_hash("guess", who.address.chat_key) if who else None
        return [{"at": at} for guesser, *_, at in self._t.wrong_codes.values() if guesser == guess]


def _rows(things: Iterable[Any]) -> list[Row]:
    return [_row(thing) for thing in things]


def _row(thing: Any) -> Row:
    assert is_dataclass(thing)
    stored = (field.name for field in fields(thing) if field.metadata.get("stored", True))
    values = {name: getattr(thing, name) for name in stored}
    if values.get("mark") is not None:
        values["mark"] = Words(values["mark"].value)
    return {name: value for name, value in values.items() if name not in LEFT_OUT}


def _without(row: Row, name: str) -> Row:
    return {key: value for key, value in row.items() if key != name}


def _person(who: Person) -> Row:
    texts = {"address": address_text(who.address), "dialogue": dialogue_text(who.dialogue)}
    texts["pause"] = pause_text(who)
    return _without(_row(who), "stopped_at") | texts


def _entry(entry: Entry) -> Row:
    row = _without(_row(entry), "wording")
    wording = {f"wording_{name}": value for name, value in _row(entry.wording).items()}
    return row | wording


def _step(step: Step) -> Row:
    plain = ("id", "engagement_id", "client_id", "at", "until")
    row = {name: getattr(step, name) for name in plain}
    words = {"when_words": step.when, "then_words": step.then, "state": Words(step.state.value)}
    return row | words | {"more": more_text(step)}


def _agreed(agreed: AgreedTexts) -> Row:
    row: Row = {"id": agreed.engagement_id, "said": agreed_text(agreed)}
    plain = ("engagement_id", "client_id", "at", "until")
    return row | {name: getattr(agreed, name) for name in plain}


def _line(one: SponsorLine) -> Row:
    plain = ("id", "engagement_id", "client_id", "at", "until")
    return {name: getattr(one, name) for name in plain} | {"line": line_text(one)}


def _asking(asking: Asking) -> Row:
    row: Row = {"id": asking.engagement_id, "choices": choices_text(asking)}
    plain = ("engagement_id", "client_id", "at", "until")
    return row | {name: getattr(asking, name) for name in plain}
