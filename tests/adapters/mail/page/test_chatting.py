"""What whoever is let in reads and does on the page."""

from __future__ import annotations

import re

from bot.chat import (
    Button,
    Buttons,
    ChoiceField,
    Document,
    Form,
    ManyField,
    Message,
    Option,
    Pressed,
    Quote,
    Submitted,
    Text,
    TextField,
    Wrote,
)
from bot.domain.words import Words
from tests.adapters.mail.page.opened import ANA, BEN, opened_page

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">" onclick="x'
FORM = Form(
    "note",
    (
        TextField("text", "Text", Words(HOSTILE), multiline=True),
        ChoiceField("one", "One", (Option("a", "A"), Option("b", "B")), "b"),
        ManyField("many", "Many", (Option("x", "X"), Option("y", "Y")), ("y",)),
    ),
    "Keep",
)
DIGEST = Message(
    "digest",
    "A note",
    (Quote(Words(HOSTILE)), Buttons((Button("Read, thank you", "read:1"),)), FORM),
    language="en",
)


def _file(name: str = "all.html", media: str = "text/html") -> Message:
    return Message("held", "A note", (Text("Here."), Document(name, "All", media, Words("<b>é"))))


async def test_a_typed_line_is_handled_and_answered_on_the_page() -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        done = await page.does(device, words="what did Mai share\r\nand when")
        assert (done.status, done.headers["Location"]) == (303, "/mail#latest")
        (event,) = page.platform.handled
        assert (event.sender, event.name) == (ANA, Words(""))
        assert isinstance(event.what, Wrote)
        assert event.what.text == Words("what did Mai share\nand when")
        shown = (await page.get("/mail", device)).text
        assert shown.index("what did Mai share\nand when") < shown.index("You said: what did")


async def test_a_pressed_button_stands_in_the_chat_and_leads_back_to_its_message() -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        page.platform.says(ANA, "sent:d1", DIGEST)
        done = await page.does(device, entry="sent:d1", action="read:1")
        assert page.platform.handled[0].what == Pressed("read:1")
        assert done.headers["Location"] == "/mail?from=sent%3Ad1#latest"
        shown = await page.get("/mail?from=sent%3Ad1", device)
        assert re.search(r'class="own"[^§]*?Read, thank you', shown.text)
        assert '<a class="go" href="#sent:d1">' in shown.text
        assert 'href="#evil"' not in (await page.get("/mail?from=evil", device)).text


async def test_the_home_message_is_at_hand() -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        await page.does(device, entry="home", action="clients")
        assert page.platform.handled[0].what == Pressed("clients")
        assert page.platform.chats[ANA][0].what == Words("Clients")


async def test_a_form_arrives_with_its_fields_ticked_boxes_joined() -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        page.platform.says(ANA, "sent:d1", DIGEST)
        sent = {"entry": "sent:d1", "action": "note", "field-text": "a\r\nb", "field-one": "a"}
        await page.does(device, **sent, **{"field-many": ""})
        assert page.platform.handled[0].what == Submitted(
            "note", {"text": "a\nb", "one": "a", "many": ""}
        )
        shown = await page.get("/mail", device)
        given = {"proof": shown.hidden("proof"), "once": shown.hidden("once"), "action": "note"}
        pairs = [*given.items(), *(("field-many", one) for one in ("", "x", "y"))]
        await page.post("/mail/do", pairs, device)
        assert page.platform.handled[1].what == Submitted("note", {"many": "x,y"})


async def test_the_same_form_sent_twice_counts_once() -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        shown = await page.get("/mail", device)
        given = {"proof": shown.hidden("proof"), "once": shown.hidden("once")}
        for _ in range(3):
            await page.post("/mail/do", given | {"words": "once"}, device)
        await page.post("/mail/do", given | {"words": "twice"}, device)
        assert len(page.platform.handled) == 2
        assert len(page.platform.chats[ANA]) == 4


async def test_words_of_others_never_become_markup() -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        page.platform.says(ANA, "sent:d1", DIGEST)
        await page.does(device, words=HOSTILE)
        text = (await page.get("/mail", device)).text
        assert "<script" not in text
        assert "<img" not in text
        assert text.count("&lt;script&gt;") == 4


async def test_a_file_is_only_ever_saved_and_only_by_whose_it_is() -> None:
    async with opened_page() as page:
        device, other = await page.signed_in(), await page.signed_in(BEN)
        page.platform.says(ANA, "answer:1", _file('é"\r\nx.html'))
        link = re.search(r'href="(/mail/file/[^"]*)"', (await page.get("/mail", device)).text)
        assert link is not None
        saved = await page.get(link[1], device)
        assert (saved.status, saved.text) == (200, "<b>é")
        named = saved.headers["Content-Disposition"]
        assert named == "attachment; filename*=UTF-8''%C3%A9%22%0D%0Ax.html"
        assert saved.headers["X-Content-Type-Options"] == "nosniff"
        for path, who in ((link[1], other), ("/mail/file/answer:1/0", device)):
            gone = await page.get(path, who)
            assert gone.status == 404
            assert "This file is no longer here" in gone.text
        assert 'type="email"' in (await page.get(link[1])).text


async def test_the_answer_to_an_erase_is_shown_to_whoever_is_no_longer_let_in() -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        page.platform.meanwhile.append(page.doors)
        page.platform.script.append([Message("erased", "A note", (Text("It is gone."),))])
        done = await page.does(device, words="erase everything")
        assert done.status == 200
        assert "It is gone." in done.text
        assert "Max-Age=0" in done.headers["Set-Cookie"]
        assert "It is gone." not in (await page.get("/mail", device)).text


async def test_a_long_chat_is_read_in_parts_and_none_is_left_out() -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        for number in range(150):
            page.clock.forward(hours=1)
            page.platform.says(ANA, f"sent:{number}", Message("t", "s", (Text(f"No {number}."),)))
        shown = [await page.get(path, device) for path in ("/mail", *map(_earlier, range(1, 6)))]
        found = [re.findall(r"No (\d+)\.", one.text) for one in shown]
        assert [len(one) for one in found] == [30, 30, 30, 30, 30, 0]
        assert sorted(int(one) for part in found for one in part) == list(range(150))
        assert ['href="/mail/earlier/' in one.text for one in shown] == [True] * 4 + [False] * 2


async def test_the_page_speaks_the_language_of_its_reader() -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        page.platform.home_message = Message("home", "s", (Text("Da."),), language="de")
        assert '<html lang="de">' in (await page.get("/mail", device)).text
        asked = await page.get("/mail", **{"Accept-Language": "ja,en;q=0.5"})
        assert '<html lang="ja">' in asked.text


async def test_under_a_path_of_a_proxy_every_address_of_the_page_has_it() -> None:
    async with opened_page("https://coach.example/rail") as page:
        url = await page.doors.links.make(ANA, page.clock.now())
        assert url.startswith("https://coach.example/rail/mail/link/")
        seen = await page.get(url.removeprefix("https://coach.example/rail"))
        opened = await page.opens(url)
        assert opened.headers["Location"] == "/rail/mail#latest"
        shown = await page.get("/mail", opened.cookie)
        for one in (seen, shown):
            paths = re.findall(r'(?:action|href)="(/[^"]*)"', one.text)
            assert paths
            assert all(path.startswith("/rail/mail") for path in paths)


def _earlier(number: int) -> str:
    return f"/mail/earlier/{number}"
