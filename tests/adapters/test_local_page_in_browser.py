"""The local page in a real browser, with a desk that has scripted answers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, Route, expect

from bot.chat import (
    Button,
    Buttons,
    ChoiceField,
    Deleted,
    Document,
    Edited,
    Form,
    Heading,
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
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Own
from tests.adapters.support import opened_page
from tests.browser import TOO_FAINT, TOO_SMALL, Side, browser, needs_chromium, opens, watched

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="module")]
SHOTS = os.environ.get("TESTS_SHOTS")
MAI = Address("local", "local", "client")
DANIEL = Address("local", "local", "coach")
OVER = "Handrail has stopped or was restarted. Open the address that it prints now."
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
DAYS = tuple(Option(day[:2].upper(), day) for day in ("Mon", "Tue", "Wed", "Thu", "Fri"))
ATTACKS = (
    "<img src=x onerror=\"document.title='broken'\">",
    "<script>document.title='broken'</script>",
    "javascript:alert(1) <!channel> @everyone [a](http://evil.example) &amp; {{token}}",
    "\u202eright to left\u202c שלום \u200b\u200d zero 🧗🏽‍♀️",
)
ASKED = Message(
    "rhythm",
    "A question",
    (
        Heading("When may I ask?"),
        Text("You can change it at any time."),
        Form(
            "rhythm:set",
            (
                ManyField("days", "Days", DAYS, ("MO",)),
                ChoiceField(
                    "every", "How often", (Option("1", "Every week"), Option("2", "Rarely"))
                ),
                TextField("from", "From", Words("09:00")),
                TextField("to", "Until", Words("11:00")),
            ),
            "Show me",
        ),
    ),
)
OFFERED = Message(
    "quoted",
    "A question",
    (
        Text("In your words:"),
        Quote(Words("I said no to a meeting.\n  It felt odd, and right.")),
        Buttons((Button("Keep it private", "a:1"), Button("Share with Daniel", "a:2"))),
        Text("Nothing is kept until you say so.", quiet=True),
    ),
)
REPLACED = replace(
    OFFERED, blocks=(Text("Something was taken back.", quiet=True), *OFFERED.blocks[2:])
)
FILES = Message(
    "held",
    "A note",
    (
        Heading("What I hold about you"),
        Text("Two files, for you alone:"),
        Document("handrail-2026-11-23.html", "A page to read", "text/html", Words("<p>")),
        Document("handrail-2026-11-23.json", "The same for machines", "text/html", Words("{}")),
        Text("Nobody else was sent these.", quiet=True),
    ),
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def one_browser() -> AsyncIterator[Browser]:
    async with browser() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def chromium(one_browser: Browser) -> AsyncIterator[Browser]:
    """One browser for all tests; each test closes its pages."""
    yield one_browser
    for context in one_browser.contexts:
        await context.close()


async def shot(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"{name}.png")


async def tab_to(page: Page, name: str) -> None:
    """Moves with the Tab key to the control of this accessible name."""
    for _ in range(60):
        await page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if name in (await focused.get_attribute("aria-label"), await focused.text_content()):
            return
    raise AssertionError(f"no way by keyboard to {name}")


async def test_words_of_any_kind_stay_words(tmp_path: Path, chromium: Browser) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        for attack in ATTACKS:
            await client.writes(attack)
        quotes = client.log.get_by_role("blockquote")
        assert await quotes.all_text_contents() == list(ATTACKS)
        await seen.page.reload()
        await expect(quotes).to_have_count(len(ATTACKS))
        assert await quotes.all_text_contents() == list(ATTACKS)
        assert await seen.page.title() == "Handrail"
        assert await client.log.locator("script, a, img:not([src='/static/mark.svg'])").count() == 0
        assert (seen.errors, seen.elsewhere) == ([], [])


async def test_a_very_long_text_reaches_the_desk_and_one_still_longer_stays_in_the_box(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        await client.writes("🙂" * 40_000)
        assert served.desk.taken[0].what == Wrote(Words("🙂" * 40_000), served.desk.taken[0].id)
        box = client.region.get_by_role("textbox", name="Message")
        await box.fill("x" * 40_001)
        await box.press("Enter")
        await expect(seen.page.get_by_role("status")).to_contain_text("too long to send at once")
        await expect(box).to_have_value("x" * 40_001)
        assert len(served.desk.taken) == 1


async def test_a_whole_conversation_needs_no_mouse(tmp_path: Path, chromium: Browser) -> None:
    async with opened_page(tmp_path) as served:
        served.desk.script = [[ASKED], [OFFERED], [], []]
        seen = await watched(chromium, served.entrance)
        page, client = seen.page, Side(seen.page, "Client")
        await expect(client.log).to_contain_text("Nothing comes here by itself")
        await tab_to(page, "Message")
        await page.keyboard.type("hello")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("there")
        await page.keyboard.press("Enter")
        await expect(client.log).to_contain_text("When may I ask?")
        await client.region.get_by_role("log").focus()
        await tab_to(page, "Show me")
        for _ in range(6):
            await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Space")
        await shot(page, "focus")
        await tab_to(page, "Show me")
        await page.keyboard.press("Enter")
        await expect(client.log).to_contain_text("In your words:")
        await tab_to(page, "Keep it private")
        await page.keyboard.press("Enter")
        pressed = client.region.get_by_role("button", name="Keep it private", pressed=True)
        await expect(pressed).to_be_focused()
        wrote, submitted, chosen = (event.what for event in served.desk.taken)
        assert isinstance(wrote, Wrote)
        assert wrote.text.text == "hello\nthere"
        values = {"days": "MO,WE", "every": "1", "from": "09:00", "to": "11:00"}
        assert submitted == Submitted("rhythm:set", values)
        assert chosen == Pressed("a:1")
        assert served.desk.taken[0].language == "en-GB"
        assert seen.errors == []


async def test_a_choice_is_marked_also_after_a_reload_and_can_be_made_again(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        served.desk.script = [[OFFERED], [], []]
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        await client.writes("hello")
        button = client.region.get_by_role("button", name="Share with Daniel")
        await button.click()
        await expect(button).to_have_attribute("aria-pressed", "true")
        await seen.page.reload()
        await expect(button).to_have_attribute("aria-pressed", "true")
        await client.region.get_by_role("button", name="Keep it private").click()
        await expect(button).to_have_attribute("aria-pressed", "false")
        assert [e.what for e in served.desk.taken[1:]] == [Pressed("a:2"), Pressed("a:1")]


async def test_two_clicks_at_once_are_one_gesture_and_buttons_wait(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        served.desk.script = [[OFFERED], [Message("t", "s", (Text("Shared."),))]]
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        await client.writes("hello")
        served.desk.open.clear()
        button = client.region.get_by_role("button", name="Share with Daniel")
        await button.dblclick()
        await expect(button).to_be_disabled()
        await expect(client.region.get_by_text("Handrail is typing …")).to_be_attached()
        await shot(seen.page, "typing")
        served.desk.open.set()
        await expect(client.log).to_contain_text("Shared.")
        await expect(button).to_be_enabled()
        assert len(served.desk.taken) == 2


async def test_messages_written_while_the_bot_thinks_arrive_in_order(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        served.desk.open.clear()
        box = client.region.get_by_role("textbox", name="Message")
        for text in ("one", "two", "three"):
            await box.fill(text)
            await box.press("Enter")
        served.desk.open.set()
        quotes = client.log.get_by_role("blockquote")
        await expect(quotes).to_have_count(3)
        assert await quotes.all_text_contents() == ["one", "two", "three"]


async def test_what_was_sent_again_after_a_lost_answer_is_taken_once(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        box = client.region.get_by_role("textbox", name="Message")

        async def lose_the_answer(route: Route) -> None:
            await route.fetch()
            await route.abort()

        await seen.page.route("**/api/do", lose_the_answer, times=1)
        await box.fill("only once")
        await box.press("Enter")
        await expect(seen.page.get_by_role("status")).to_contain_text("did not reach")
        await expect(box).to_have_value("only once")
        await box.press("Enter")
        await expect(box).to_have_value("")
        await expect(client.log.get_by_role("article")).to_have_count(2)
        assert len(served.desk.taken) == 1


async def test_own_messages_are_changed_and_deleted_by_keyboard(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        page, client = seen.page, Side(seen.page, "Client")
        await client.writes("frist")
        await client.region.get_by_role("button", name="Edit this message").press("Enter")
        await shot(page, "editing")
        await page.keyboard.press("Escape")
        await client.region.get_by_role("button", name="Edit this message").press("Enter")
        box = client.region.get_by_role("textbox", name="Message")
        await expect(box).to_be_focused()
        await box.fill("first")
        await page.keyboard.press("Enter")
        await expect(client.log).to_contain_text("edited")
        own = client.log.get_by_role("article", name="Mai said")
        await expect(own).to_contain_text("first")
        delete = client.region.get_by_role("button", name="Delete this message")
        await delete.press("Enter")
        await expect(own).to_have_count(1)
        page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
        await delete.press("Enter")
        await expect(own).to_have_count(0)
        wrote, edited, deleted = (event.what for event in served.desk.taken)
        assert isinstance(wrote, Wrote)
        assert wrote.message is not None
        assert edited == Edited(wrote.message, Words("first"), was=wrote.text)
        assert deleted == Deleted(wrote.message, was=Words("first"))


async def test_a_message_of_the_bots_changes_and_goes_where_it_stands(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        await client.writes("hello")
        await served.adapter.send(MAI, OFFERED, "digest")
        share = client.region.get_by_role("button", name="Share with Daniel")
        await client.presses("Share with Daniel")
        await share.focus()
        await served.adapter.edit(MAI, "digest", REPLACED)
        await expect(client.log).to_contain_text("Something was taken back.")
        await expect(client.log).not_to_contain_text("I said no to a meeting.")
        await expect(share).to_have_attribute("aria-pressed", "true")
        await expect(client.log).to_be_focused()
        theirs = client.log.get_by_role("article", name="Handrail said")
        for _ in range(2):
            await expect(theirs.nth(1)).to_contain_text("13:00 · edited")
            await expect(theirs.filter(has_text="edited")).to_have_count(1)
            await expect(share).to_have_attribute("aria-pressed", "true")
            await seen.page.reload()
        await served.adapter.clear(MAI, Own())
        await expect(theirs).to_have_count(0)
        said = client.log.get_by_role("article", name="Mai said").locator(".bubble")
        for _ in range(2):
            await expect(said).to_have_text(["hello", "Share with Daniel"])
            await seen.page.reload()
        assert (seen.errors, seen.elsewhere) == ([], [])


async def test_a_file_is_handed_over_exactly_and_never_opened_in_the_page(
    tmp_path: Path, chromium: Browser
) -> None:
    written = "<script>alert(1)</script> שלום 🧗🏽 \u202e"
    file = Document("handrail.html", "Everything I hold about you", "text/html", Words(written))
    async with opened_page(tmp_path) as served:
        served.desk.script = [[Message("hold", "A note", (Text("Here it is:"), file))]]
        seen = await watched(chromium, served.entrance)
        page, client = seen.page, Side(seen.page, "Client")
        await client.writes("what do you hold")
        shown = "Download Everything I hold about you handrail.html"
        button = client.log.get_by_role("button", name=shown, exact=True)
        await client.region.get_by_role("log").focus()
        await tab_to(page, shown)
        async with page.expect_download() as downloading:
            await page.keyboard.press("Enter")
        got = await downloading.value
        assert got.suggested_filename == "handrail.html"
        assert Path(await got.path()).read_text("utf-8") == written
        await button.click(button="middle")
        async with page.expect_download():
            await button.click(modifiers=["ControlOrMeta"])
        assert await client.log.get_by_role("link").count() == 0
        assert page.context.pages == [page]
        assert page.url == served.address
        assert len(served.desk.taken) == 1
        assert (seen.errors, seen.elsewhere) == ([], [])


async def test_a_chat_is_cleared_only_when_that_is_confirmed(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client, coach = Side(seen.page, "Client"), Side(seen.page, "Coach")
        await client.writes("hello")
        await coach.writes("good day")
        clear = client.region.get_by_role("button", name="Clear this chat")
        await clear.click()
        await expect(client.log).to_contain_text("hello")
        seen.page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
        await clear.click()
        await expect(client.log).to_contain_text("Nothing comes here by itself")
        await client.writes("a new beginning")
        await seen.page.reload()
        await expect(client.log).to_contain_text("a new beginning")
        await expect(coach.log).to_contain_text("good day")


async def test_the_clock_moves_to_what_comes_next_and_says_when_nothing_does(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        served.desk.planned = [timedelta(days=3, hours=-4)]
        seen = await watched(chromium, served.entrance)
        now = seen.page.get_by_role("time").first
        await expect(now).to_have_text("Monday, 23 November 2026 13:00")
        skip = seen.page.get_by_role("button", name="Skip to what comes next", exact=True)
        await skip.click()
        await expect(now).to_have_text("Thursday, 26 November 2026 09:00")
        await skip.click()
        kind = "No message is planned, so the clock stays where it is."
        await expect(seen.page.get_by_role("status")).to_have_text(kind)
        await shot(seen.page, "nothing-planned")


async def test_after_a_restart_the_page_says_what_to_do_and_the_new_address_brings_all_back(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        await client.writes("before")
        await client.region.get_by_role("textbox", name="Message").fill("half typed")
        port = urlsplit(served.address).port or 0
    await expect(seen.page.get_by_role("status")).to_have_text(OVER)
    box = client.region.get_by_role("textbox", name="Message", exact=True)
    await expect(box).not_to_be_editable()
    await expect(box).to_have_value("half typed")
    for button in await seen.page.get_by_role("button").all():
        await expect(button).to_be_disabled()
    async with opened_page(tmp_path, port) as served:
        await served.adapter.send(MAI, OFFERED, "while-away")
        await opens(seen.page, served.entrance)
        await expect(client.log).to_contain_text("In your words:", timeout=15_000)
        await expect(client.log).to_contain_text("before")
        await expect(seen.page.get_by_role("status")).to_have_text("")
        await client.writes("after")
        assert len(served.desk.taken) == 1


async def test_what_arrives_does_not_pull_away_from_what_is_being_read(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        for number in range(12):
            await served.adapter.send(MAI, OFFERED, f"old-{number}")
        await expect(client.log.get_by_role("article")).to_have_count(12)
        await client.log.evaluate("log => { log.scrollTop = 0; }")
        await served.adapter.send(MAI, Message("t", "s", (Text("Something new"),)), "new")
        newer = client.region.get_by_role("button", name="Show what is new")
        await newer.click()
        await expect(client.log.get_by_text("Something new")).to_be_in_viewport()
        await expect(newer).to_be_hidden()


async def test_a_history_that_comes_late_does_not_pull_away_either(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        late = asyncio.Event()

        async def hold(route: Route) -> None:
            await late.wait()
            await route.continue_()

        await seen.page.route("**/api/clock/**", hold)
        await seen.page.reload()
        client = Side(seen.page, "Client")
        for number in range(12):
            await served.adapter.send(MAI, OFFERED, f"old-{number}")
        await expect(client.log.get_by_role("article")).to_have_count(12)
        await client.log.evaluate("log => { log.scrollTop = 0; }")
        async with seen.page.expect_response("**/api/chat/client"):
            late.set()
        await served.adapter.send(MAI, Message("t", "s", (Text("Something new"),)), "new")
        await client.region.get_by_role("button", name="Show what is new").click()
        await expect(client.log.get_by_text("Something new")).to_be_in_viewport()


async def test_on_a_phone_nothing_overflows_and_both_chats_are_reached(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance, **PHONE)
        page = seen.page
        client, coach = Side(page, "Client"), Side(page, "Coach")
        served.desk.script = [[ASKED], [OFFERED], [message_with("W" * 400)]]
        await client.writes("hello")
        await client.writes("again")
        await shot(page, "phone")
        await coach.writes("x" * 300)
        await expect(coach.region).to_be_in_viewport(ratio=0.98)
        await shot(page, "phone-coach")
        wide = "Math.max(...['html', '.log'].map(s => document.querySelector(s).scrollWidth))"
        assert await page.evaluate(wide) <= 390
        await page.get_by_role("navigation", name="Chats").get_by_text("Client").click()
        await expect(client.region).to_be_in_viewport(ratio=0.98)


async def test_targets_are_large_enough_and_text_stands_out_by_day_and_by_night(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        served.desk.script = [[ASKED], [OFFERED], [], [FILES], [OFFERED]]
        for scheme in ("light", "dark"):
            seen = await watched(chromium, served.entrance, color_scheme=scheme)
            client, coach = Side(seen.page, "Client"), Side(seen.page, "Coach")
            if scheme == "light":
                await client.writes("hello")
                await client.writes("I said no to a meeting.\n  It felt odd, and right.")
                await client.region.get_by_role("button", name="Share with Daniel").click()
                await client.writes("what do you hold?")
                await coach.writes("digest")
                await served.adapter.send(DANIEL, OFFERED, "digest")
                await served.adapter.edit(DANIEL, "digest", REPLACED)
            await expect(coach.log).to_contain_text("edited")
            await expect(client.log).to_contain_text("Share with Daniel")
            await shot(seen.page, scheme)
            assert await seen.page.evaluate(TOO_SMALL) == []
            assert await seen.page.evaluate(TOO_FAINT) == []
            assert seen.errors == []


async def test_other_people_are_opened_by_name(tmp_path: Path, chromium: Browser) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, f"{served.entrance}&client=ana&coach=tom-b")
        await Side(seen.page, "Client").writes("hello")
        assert served.desk.taken[0].sender == Address("local", "local", "ana")
        await expect(Side(seen.page, "Coach").region).to_contain_text("Tom B")
        await seen.page.get_by_text("Open another person").click()
        await shot(seen.page, "another")
        await seen.page.get_by_label("Their name").fill("Zoë K.")
        async with seen.page.context.expect_page() as opening:
            await seen.page.keyboard.press("Enter")
        other = await opening.value
        await Side(other, "Zoe K").writes("hello")
        assert served.desk.taken[1].sender == Address("local", "local", "zoe-k")


def message_with(text: str) -> Message:
    return Message(
        "long", "Long", (Text(text), Quote(Words(text)), Buttons((Button(text, "a:9"),)))
    )
