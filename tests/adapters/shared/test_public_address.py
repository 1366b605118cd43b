"""The public address is asked as a platform would; no part of it is repeated."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from adapters.shared import public_address
from adapters.shared.connections import Limits
from adapters.shared.protected import protected_session
from adapters.shared.public_address import address_check, look_at_address
from adapters.shared.site import Site


async def _served(status: int) -> Site:
    site = Site("127.0.0.1", 0, Limits())

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status)

    site.app.router.add_get("/healthz", answer)
    await site.start("")
    return site


@pytest.mark.parametrize(
    ("status", "trouble"), [(200, ""), (404, ""), (302, ""), (502, "nothing behind"), (503, "503")]
)
async def test_any_answer_counts_but_that_of_an_empty_proxy(status: int, trouble: str) -> None:
    site = await _served(status)
    found = await look_at_address(site.address.rstrip("/"))
    await site.stop()
    assert trouble in found.trouble
    assert bool(found.trouble) is bool(trouble)
    assert found.certificate_ends is None


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/giraffe", "https://127.0.0.1:1", "http://giraffe.example.org", "x"]
)
async def test_what_cannot_be_reached_is_told_without_the_address(url: str) -> None:
    found = await look_at_address(url)
    assert "cannot be reached" in found.trouble
    assert "giraffe" not in found.trouble


def test_without_an_address_there_is_nothing_to_look_at() -> None:
    assert address_check(None) is None
    assert address_check("") is None


def _certificate(folder: Path, ends: datetime) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "c.pem").write_bytes(pem + key.private_bytes(serialization.Encoding.PEM, *plain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "c.pem")
    return context


async def test_the_end_of_the_certificate_is_read_and_a_strange_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = datetime.now(UTC).replace(microsecond=0) + timedelta(days=9)
    served = web.AppRunner(web.Application())
    await served.setup()
    site = web.TCPSite(served, "localhost", 0, ssl_context=_certificate(tmp_path, ends))
    await site.start()
    port = served.addresses[0][1]
    url = f"https://localhost:{port}"
    strange = await look_at_address(url)
    trusting = ssl.create_default_context(cafile=str(tmp_path / "c.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "c.pem"))

    def session(**given: Any) -> aiohttp.ClientSession:
        return protected_session(connector=aiohttp.TCPConnector(ssl=trusting), **given)

    monkeypatch.setattr(public_address, "protected_session", session)
    found = await look_at_address(url)
    await served.cleanup()
    assert "certificate that this machine does not accept" in strange.trouble
    assert (found.trouble, found.certificate_ends) == ("", ends)
