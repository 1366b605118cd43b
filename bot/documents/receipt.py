"""Makes a consent receipt in the shape of ISO/IEC TS 27560:2023, in the words of W3C DPV.

Its source is the ledger: it says what was read, what was answered, and when. It holds no person's
name, no address and no words; only the organisation is named, as its policy says.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from bot.chat import Document
from bot.domain.consent import Act, Entry, Grant, answered, latest, unexpired
from bot.domain.policy.rows import OrganisationPart
from bot.domain.purposes import PURPOSES, Purpose
from bot.domain.words import Words
from bot.text import CARD_SIGN, Catalogue, catalogue

SCHEMA: Literal["urn:handrail:schema:consent-receipt:2"] = "urn:handrail:schema:consent-receipt:2"
NAME = "handrail-receipt.json"
HASH = Field(pattern=r"^[0-9a-f]{64}$")

State = Literal[
    "dpv:ConsentRequested",
    "dpv:ConsentGiven",
    "dpv:ConsentRefused",
    "dpv:ConsentInvalidated",
    "dpv:ConsentWithdrawn",
    "dpv:ConsentExpired",
    "dpv:ConsentRevoked",
]
STATES: Mapping[Act, State] = {
    Act.ASKED: "dpv:ConsentRequested",
    Act.GIVEN: "dpv:ConsentGiven",
    Act.REFUSED: "dpv:ConsentRefused",
    Act.CHANGED: "dpv:ConsentInvalidated",
    Act.WITHDRAWN: "dpv:ConsentWithdrawn",
    Act.EXPIRED: "dpv:ConsentExpired",
    Act.REVOKED: "dpv:ConsentRevoked",
}


class ReceiptPart(BaseModel):
    # Every receipt has every field: the schema requires fields with a fixed value too.
    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_serialization_defaults_required=True
    )


class Notice(ReceiptPart):
    """Names the sentences that were read: their hash proves it, also after they have changed."""

    wording_hash: str = HASH
    catalogue_version: str
    language: str


class LedgerEvent(ReceiptPart):
    """One entry of the ledger."""

    event_id: int = Field(ge=1)
    event_type: Act
    event_state: State
    event_time: AwareDatetime
    valid_until: AwareDatetime | None
    notice: Notice
    entry_hash: str = HASH


class Processing(ReceiptPart):
    """One purpose: its sentence, its data, its readers, its time limit, and its ledger entries."""

    purpose: Purpose
    description: str | None = Field(description="Null when the sentence has changed since.")
    lawful_basis: Literal["dpv:Consent"] = "dpv:Consent"
    pii_information: list[str]
    pii_controllers: list[str]
    recipients: list[str]
    retention_until: AwareDatetime | None
    withdrawal_method: str = Field(min_length=1)
    consent_state: State
    events: list[LedgerEvent] = Field(min_length=1)


class Party(ReceiptPart):
    """The organisation. Its name and how to reach it are null where its policy gives none."""

    party_id: str
    party_name: str | None
    party_contact: str | None
    data_protection_officer: str | None
    party_role: Literal["dpv:DataController"] = "dpv:DataController"


class Integrity(ReceiptPart):
    """The last entry's hash covers all before it; `handrail ledger verify` checks the chain."""

    algorithm: Literal["SHA-256 chain"] = "SHA-256 chain"
    entries: int = Field(ge=1)
    last_hash: str = HASH


class Receipt(ReceiptPart):
    schema_version: Literal["urn:handrail:schema:consent-receipt:2"] = SCHEMA
    profile: Literal["ISO/IEC TS 27560:2023, W3C DPV 2"] = "ISO/IEC TS 27560:2023, W3C DPV 2"
    record_id: str
    pii_principal_id: str = Field(description="A pseudonym: it leads to nobody by itself.")
    issued_at: AwareDatetime
    language: str
    party_identification: list[Party]
    pii_processing: list[Processing]
    integrity: Integrity


def schema() -> dict[str, Any]:
    """Returns the JSON Schema (draft 2020-12) that every receipt validates against."""
    made = Receipt.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA} | made


def receipt_paper(
    say: Catalogue,
    ledger: Sequence[Entry],
    states: Sequence[tuple[Purpose, Grant | None]],
    organisation: str,
    now: datetime,
    who: OrganisationPart | None = None,
) -> Document:
    """Makes the receipt of one chain, as JSON. `who` is the organisation as its policy names it.

    `ledger` is oldest first and not empty; `states` says what is in force at `now` (UTC).
    """
    in_force = {purpose for purpose, grant in states if grant is not None}
    last = ledger[-1]
    asked = [purpose for purpose in Purpose if any(e.purpose is purpose for e in ledger)]
    made = Receipt(
        record_id=f"{last.chain}:{last.seq}",
        pii_principal_id=last.chain,
        issued_at=now,
        language=say.language,
        party_identification=[_party(organisation, who)],
        pii_processing=[_processing(say, ledger, p, in_force, organisation, now) for p in asked],
        integrity=Integrity(entries=len(ledger), last_hash=last.hash),
    )
    text = json.dumps(made.model_dump(mode="json"), ensure_ascii=False, indent=1)
    return Document(NAME, say("receipt-file"), "application/json", Words(text))


def _party(organisation: str, who: OrganisationPart | None) -> Party:
    return Party(
        party_id=organisation,
        party_name=who.name if who else None,
        party_contact=who.contact if who else None,
        data_protection_officer=who.data_protection_officer if who else None,
    )


def _processing(
    say: Catalogue,
    ledger: Sequence[Entry],
    purpose: Purpose,
    in_force: set[Purpose],
    organisation: str,
    now: datetime,
) -> Processing:
    mine = [entry for entry in ledger if entry.purpose is purpose]
    read = answered(mine, purpose) or mine[-1]
    row = PURPOSES[purpose]
    return Processing(
        purpose=purpose,
        description=_description(read),
        pii_information=list(row.data),
        pii_controllers=[organisation],
        recipients=list(read.readers or row.readers),
        retention_until=read.kept_until,
        withdrawal_method=say(row.withdrawal),
        consent_state=_state(ledger, purpose, in_force, now),
        events=[_event(entry) for entry in mine],
    )


def _state(
    ledger: Sequence[Entry], purpose: Purpose, in_force: set[Purpose], now: datetime
) -> State:
    decided = latest(ledger, purpose)
    if purpose in in_force:
        return "dpv:ConsentGiven"
    if decided is None:
        return "dpv:ConsentRequested"
    if decided.act is not Act.GIVEN:
        return STATES[decided.act]
    suspended = unexpired(ledger, purpose, now) is not None
    return "dpv:ConsentInvalidated" if suspended else "dpv:ConsentExpired"


def _description(entry: Entry) -> str | None:
    """Returns the sentence as it was read, with blanks; None if it has changed since."""
    say = catalogue(entry.wording.language)
    card = entry.wording.catalogue.partition(CARD_SIGN)[2]
    if say.wording(entry.purpose, card).hash != entry.wording.hash:
        return None
    return say.sentences(entry.purpose)


def _event(entry: Entry) -> LedgerEvent:
    notice = Notice(
        wording_hash=entry.wording.hash,
        catalogue_version=entry.wording.catalogue,
        language=entry.wording.language,
    )
    return LedgerEvent(
        event_id=entry.seq,
        event_type=entry.act,
        event_state=STATES[entry.act],
        event_time=entry.at,
        valid_until=entry.until,
        notice=notice,
        entry_hash=entry.hash,
    )
