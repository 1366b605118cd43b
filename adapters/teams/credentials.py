"""The credentials with which the bot signs in to Microsoft. No SDK here."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from adapters.teams.clouds import PUBLIC, Cloud

Kind = Literal["MultiTenant", "SingleTenant", "UserAssignedMSI"]


@dataclass(frozen=True, slots=True)
class AppCertificate:
    """PEM texts of a certificate and its private key; `thumbprint` is SHA-1 in hex."""

    thumbprint: str
    private_key: str = field(repr=False)
    public: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Credentials:
    """Holds exactly one of `secret`, `certificate` and a managed identity (by `kind`)."""

    app_id: str
    tenant: str = ""
    kind: Kind = "MultiTenant"
    secret: str = field(default="", repr=False)
    certificate: AppCertificate | None = None
    cloud: Cloud = PUBLIC


def read_certificate(path: Path) -> AppCertificate:
    """Reads a PEM file with a certificate and its private key, without a passphrase.

    Raises ValueError, which says what is missing, and OSError.
    """
    pem = path.read_bytes()
    try:
        certificate = x509.load_pem_x509_certificate(pem)
        key = serialization.load_pem_private_key(pem, password=None)
    except (ValueError, TypeError):
        raise ValueError(
            "HANDRAIL_TEAMS_CERTIFICATE must be a PEM file with a certificate and its private key"
        ) from None
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # Microsoft names certificates by SHA-1; no security depends on it.
    thumbprint = certificate.fingerprint(hashes.SHA1()).hex().upper()  # noqa: S303
    public = certificate.public_bytes(serialization.Encoding.PEM)
    return AppCertificate(thumbprint, private.decode(), public.decode())
