"""Messages as Teams sends them, in the shapes of Microsoft's documents and of recorded payloads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.adapters.teams.support import BOT

Json = dict[str, Any]
SKYPE = "http://schema.skype.com"
HTML = "text/html"
OTHER = "29:1mai-tran"


def html(content: object) -> Json:
    return {"contentType": HTML, "content": content}


def mention(text: str, who: str | None = BOT, name: str = "Handrail") -> Json:
    mentioned = {} if who is None else {"id": who, "name": name}
    return {"type": "mention", "text": text, "mentioned": mentioned}


def reply(inner: str, id: str = "1783379480258") -> str:
    return (
        f'<blockquote itemscope="" itemtype="{SKYPE}/Reply" itemid="{id}">\r\n'
        '<strong itemprop="mri" itemid="28:abc">Handrail</strong>'
        f'<span itemprop="time" itemid="{id}"></span>\r\n'
        f'<p itemprop="preview">{inner}</p>\r\n</blockquote>\r\n'
    )


def forward(inner: str) -> str:
    return f'<blockquote itemtype="{SKYPE}/Forward">\r\n{inner}\r\n</blockquote>'


def named(name: str) -> str:
    return f'<span itemscope="" itemtype="{SKYPE}/Mention" itemid="0">{name}</span>'


CARD = {"contentType": "application/vnd.microsoft.card.thumbnail", "content": {"title": "A page"}}
FILE = {"contentType": "application/vnd.microsoft.teams.file.download.info", "name": "a.pdf"}


@dataclass(frozen=True, slots=True)
class Odd:
    """`sent` is what differs in the activity; the rest is what must be read from it."""

    sent: Json
    words: str
    replied_to: str | None = None
    forwarded: str = ""
    files: bool = False


def _text(text: str | None, *attachments: Json, entities: tuple[Json, ...] = ()) -> Json:
    return {"text": text, "attachments": list(attachments), "entities": list(entities)}


OWN = mention("<at>Handrail</at>")
QUOTE = {"type": "quotedReply", "quotedReply": {"messageId": "1781799016030"}}
MAI = mention("<at>Mai Tran</at>", OTHER, "Mai Tran")
NAMESAKE = mention("<at>Handrail</at>", OTHER, "Handrail")
ODD: dict[str, Odd] = {
    "own mention": Odd(_text("<at>Handrail</at> it went well\n", entities=(OWN,)), "it went well"),
    "own mention, with an id": Odd(
        _text('<at id="0">Handrail</at>&nbsp;stop', entities=(OWN,)), "stop"
    ),
    "own mention, noted without a person": Odd(
        _text("<at>Handrail</at> stop", entities=(mention("<at>Handrail</at>", None),)), "stop"
    ),
    "another person's mention": Odd(
        _text("I spoke with <at>Mai Tran</at> today", entities=(MAI,)),
        "I spoke with Mai Tran today",
    ),
    "both": Odd(
        _text("<at>Handrail</at> I met <at>Mai Tran</at>", entities=(OWN, MAI)), "I met Mai Tran"
    ),
    "another with the bot's name": Odd(
        _text("<at>Handrail</at> is a colleague", entities=(NAMESAKE,)), "Handrail is a colleague"
    ),
    "signs that the person typed": Odd(_text("<at>Handrail</at> hm"), "<at>Handrail</at> hm"),
    "a quote's mark": Odd(
        _text(
            '<quoted messageId="1781799016030"/>\nit helped', entities=({"type": "quotedReply"},)
        ),
        "it helped",
        replied_to="1781799016030",
    ),
    "a quote's mark, closed": Odd(
        _text('<quoted messageId="17"></quoted> it helped'), "it helped", replied_to="17"
    ),
    "a quote's mark alone": Odd(_text('<quoted messageId="17"/>'), "", replied_to="17"),
    "a reply whose text repeats the quote": Odd(
        _text("What went well?\r\n\r\nI asked", html(reply("What went well?") + "<p>I asked</p>")),
        "I asked",
        replied_to="1783379480258",
    ),
    "a reply inside a reply": Odd(
        _text("", html(f"<blockquote>{reply('Inner')}Outer</blockquote><p>mine</p>")),
        "mine",
        replied_to="1783379480258",
    ),
    "a reply of HTML alone": Odd(
        _text(None, html(f"<div>{reply('Stop?')}<p>no</p></div>")),
        "no",
        replied_to="1783379480258",
    ),
    "a forward with a word of one's own": Odd(
        _text(
            "see this\r\n\r\nthe forwarded text",
            html("<p>see this</p>\r\n" + forward("<p>the forwarded text</p>")),
        ),
        "see this",
        forwarded="the forwarded text",
    ),
    "a forward alone": Odd(
        _text("stop it\r\nplease", html(forward("<p>stop it</p><p>please</p>"))),
        "",
        forwarded="stop it\nplease",
    ),
    "a reference to a forward": Odd(
        _text("look", {"contentType": "forwardedMessageReference", "id": "1"}), "look"
    ),
    "a reference to a quote": Odd(_text("look", {"contentType": "messageReference"}), "look"),
    "HTML alone": Odd(
        _text(None, html("<div><p>first &amp; last&nbsp;</p>\n<p>two</p></div>")),
        "first & last\ntwo",
    ),
    "HTML with the bot's mention": Odd(_text("", html(f"<p>{named('Handrail')} stop</p>")), "stop"),
    "HTML with another's mention": Odd(
        _text("", html(f"<p>{named('Mai Tran')} was there</p>")), "Mai Tran was there"
    ),
    "HTML with an emoji": Odd(
        _text("", html(f'<p>fine <img itemtype="{SKYPE}/Emoji" alt="😄" src="x"/></p>')), "fine 😄"
    ),
    "HTML that is not the person's": Odd(
        _text("", html('<script>stop</script><p>ok</p><attachment id="1">stop</attachment>')), "ok"
    ),
    "no HTML at all": Odd(
        _text("", html({"body": "<p>x</p>"}) | {"contentType": "x/y"}), "", files=True
    ),
    "a link and its preview": Odd(
        _text("https://example.org", html("<a>https://example.org</a>"), CARD),
        "https://example.org",
    ),
    "a file": Odd(_text("here", FILE), "here", files=True),
    "a picture": Odd(_text("", {"contentType": "image/png"}), "", files=True),
    "a file with a card": Odd(_text("here", CARD, FILE), "here", files=True),
}
