"""Requests that no server can read, each with secrets in it, as raw bytes."""

from __future__ import annotations

from collections.abc import Iterator

SECRET = "zebra-xoxb-4711"
HELD = (
    f"Authorization: Bearer {SECRET}\r\nCookie: handrail_session={SECRET}\r\n"
    f"X-Slack-Signature: v0={SECRET}\r\nHost: 127.0.0.1\r\n"
).encode()


def requests() -> Iterator[bytes]:
    """Yields 30."""
    for path in ("/", "/slack/events", "/api/messages"):
        start = f"POST {path}?{SECRET} HTTP/1.1\r\n".encode() + HELD
        body = f'{{"text": "{SECRET}"}}'.encode()
        yield start + b"Content-Length: many\r\n\r\n" + body
        yield start + b"Content-Length: 5\r\nContent-Length: 7\r\n\r\n" + body
        yield start + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + body
        yield start + b"Bad Header " + SECRET.encode() + b"\r\n\r\n" + body
        yield start + b"X-\x00: " + SECRET.encode() + b"\r\n\r\n"
        yield start + b"X-Long: " + SECRET.encode() * 2000 + b"\r\n\r\n"
        yield f"POST {path} HTTP/9.{SECRET}\r\n".encode() + HELD + b"\r\n"
        yield SECRET.encode() + b" " + path.encode() + b" HTTP/1.1\r\n" + HELD + b"\r\n" + body
        yield start + b"Content-Encoding: gzip\r\nContent-Length: 22\r\n\r\n" + body[:22]
        yield b"\x16\x03\x01" + start + body
