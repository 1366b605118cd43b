"""The two SQL tables of the way in: links and devices. Their rows are sealed (see `secrets`)."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from adapters.mail.tables import META


def _of_secrets(name: str) -> Table:
    return Table(
        name,
        META,
        # A keyed hash of the secret, and one of whose it is.
        Column("token", String(128), primary_key=True),
        Column("person", String(128), nullable=False, index=True),
        Column("owner", String(200), nullable=False),
        Column("sealed", LargeBinary, nullable=False),
        # When the row goes, in seconds since 1970. What counts is sealed.
        Column("until", Integer, nullable=False, index=True),
    )


LINK = _of_secrets("mail_link")
DEVICE = _of_secrets("mail_device")
