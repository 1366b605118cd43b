"""Makes each kind of call that leaves Handrail, as a process of its own: `-m tests.network.calls`.

It takes the ports of a server (TLS) and of a mail server, and prints a line of JSON: by road, true
where an answer came. The environment says which proxy and which CAs there are.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import cast

from bot.commands.log import log_to_stderr
from bot.commands.network import same_for_all

Road = Callable[[str], Awaitable[bool]]


async def slack_call(at: str) -> bool:
    from adapters.slack.sdk.calls import WebCalls

    async with WebCalls(f"{at}/api/") as calls:
        await calls.once("auth.test", {}, "Bearer xoxb-1")
    return True


async def slack_upload(at: str) -> bool:
    from adapters.slack.sdk.calls import WebCalls

    async with WebCalls(f"{at}/api/") as calls:
        await calls.upload(f"{at}/upload", b"bytes")
    return True


async def slack_socket(at: str) -> bool:
    """The server answers `/linked` once a socket has come."""
    from adapters.shared.protected import protected_session
    from adapters.slack.intake import Intake
    from adapters.slack.sdk.app import Bolt

    close = Bolt(cast("Intake", None), f"{at}/api/").connect("xapp-1")
    try:
        async with protected_session() as http, http.get(f"{at}/linked") as answer:
            return answer.status == 200
    finally:
        await close()


async def teams_call(at: str) -> bool:
    from adapters.teams.signing_keys import SigningKeys

    keys = SigningKeys(f"{at}/openid")
    found = await keys._json(f"{at}/openid")
    return bool(found)


async def microsoft_sign_in(at: str) -> bool:
    import msal

    def token() -> bool:
        client = msal.ConfidentialClientApplication(
            "app", client_credential="s", authority=f"{at}/tenant", instance_discovery=False
        )
        found = client.acquire_token_for_client(scopes=["https://api.example/.default"])
        return found is not None and "access_token" in found

    return await asyncio.to_thread(token)


async def traces(at: str) -> bool:
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.trace.export import SpanExportResult

    exporter = OTLPSpanExporter(f"{at}/v1/traces", timeout=3)
    return await asyncio.to_thread(exporter.export, ()) is SpanExportResult.SUCCESS


ROADS: Mapping[str, Road] = {
    "slack call": slack_call,
    "slack upload": slack_upload,
    "slack socket": slack_socket,
    "teams call": teams_call,
    "microsoft sign-in": microsoft_sign_in,
    "traces": traces,
}


async def mail(port: int) -> bool:
    from adapters.mail.smtp import SmtpServer, SmtpStage

    server = SmtpServer("localhost", port, user="handrail", password="pw", name="here")
    reply = await asyncio.to_thread(server.try_sign_in)
    return reply.stage is SmtpStage.LOGIN and reply.code == 235


async def _tried(call: Awaitable[bool]) -> bool:
    try:
        return await asyncio.wait_for(call, 10)
    except Exception as problem:
        print(type(problem).__name__, problem, file=sys.stderr)
        return False


async def _all(port: int, mail_port: int) -> dict[str, bool]:
    at = f"https://localhost:{port}"
    found = {name: await _tried(road(at)) for name, road in ROADS.items()}
    return {**found, "mail": await _tried(mail(mail_port))}


if __name__ == "__main__":
    log_to_stderr("ERROR")
    same_for_all(os.environ)
    print(json.dumps(asyncio.run(_all(int(sys.argv[1]), int(sys.argv[2])))))
