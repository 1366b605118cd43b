"""Our own signing keys for a fake Bot Connector, published on loopback, and tokens from them."""

from __future__ import annotations

import base64
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa

Json = dict[str, Any]
APP = "22222222-2222-4222-8222-222222222222"
SERVICE = "https://smba.trafficmanager.net/emea/"


def make_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Microsoft:
    """Stands for login.botframework.com. `asked` counts how often its keys were fetched."""

    keys: dict[str, rsa.RSAPrivateKey] = field(default_factory=lambda: {"k1": make_key()})
    endorsements: list[str] = field(default_factory=lambda: ["msteams", "webchat"])
    metadata: str = ""
    asked: int = 0
    down: bool = False
    base: str = ""

    def token(self, kid: str = "k1", key: Any = None, **changed: Any) -> str:
        """A correct token except for what is `changed`; a claim that is None is left out."""
        now = int(time.time())
        claims: Json = {
            "iss": "https://api.botframework.com",
            "aud": APP,
            "nbf": now - 10,
            "exp": now + 3_600,
            "serviceurl": SERVICE,
        }
        algorithm = changed.pop("algorithm", "RS256")
        claims = {name: one for name, one in (claims | changed).items() if one is not None}
        signing = key or self.keys.get(kid) or next(iter(self.keys.values()))
        return jwt.encode(claims, signing, algorithm=algorithm, headers={"kid": kid})

    def bearer(self, **changed: Any) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token(**changed)}"}

    async def openid(self, _: web.Request) -> web.Response:
        if self.down:
            return web.Response(status=503)
        return web.json_response(
            {
                "issuer": "https://api.botframework.com",
                "jwks_uri": f"{self.base}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    async def jwks(self, _: web.Request) -> web.Response:
        self.asked += 1
        published = [self._published(kid, key) for kid, key in self.keys.items()]
        return web.json_response({"keys": published})

    def _published(self, kid: str, key: rsa.RSAPrivateKey) -> Json:
        numbers = key.public_key().public_numbers()
        parts = {"n": _number(numbers.n), "e": _number(numbers.e)}
        return {"kty": "RSA", "use": "sig", "kid": kid, "endorsements": self.endorsements} | parts


def _number(value: int) -> str:
    raw = value.to_bytes((value.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@asynccontextmanager
async def microsoft(keys: dict[str, rsa.RSAPrivateKey] | None = None) -> AsyncIterator[Microsoft]:
    """With `keys` that are there already it opens at once: making one takes a while."""
    there = Microsoft(dict(keys)) if keys else Microsoft()
    app = web.Application()
    app.router.add_get("/openid", there.openid)
    app.router.add_get("/keys", there.jwks)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    there.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    there.metadata = f"{there.base}/openid"
    try:
        yield there
    finally:
        await runner.cleanup()
