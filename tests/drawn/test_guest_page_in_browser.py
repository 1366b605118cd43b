"""The server draws every block in each language for the page of guest coaches, on a phone of 320
pixels: no label is cut, nothing scrolls sideways, and nothing is smaller than a finger.
"""

from __future__ import annotations

from playwright.async_api import Page

from adapters.mail.page.drawing import STYLE
from adapters.shared.drawing import FormWay, drawn
from bot.chat import Message
from tests.browser import browser, needs_chromium
from tests.drawn.everything import LANGUAGES, every_message

pytestmark = needs_chromium
MOST_TOLD = 8
FAULTS = """() => {
  const found = [];
  const tell = (one, why) => found.push(`${why}: ${one.tagName} ${one.innerText.slice(0, 60)}`);
  for (const one of document.querySelectorAll("button, label, legend, h3, p, blockquote, a, img")) {
    if (one.getBoundingClientRect().right > innerWidth - 15) tell(one, "stands out");
    if (one.clientWidth && one.scrollWidth > one.clientWidth + 1) tell(one, "is cut");
  }
  for (const one of document.querySelectorAll("button, a, select, .tick")) {
    if (one.getBoundingClientRect().height < 43.9) tell(one, "is small");
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("scrolls sideways");
  return found;
}"""


async def test_no_label_is_cut_on_the_page_of_guest_coaches() -> None:
    async with browser() as chromium:
        page = await chromium.new_page(viewport={"width": 320, "height": 700})
        found = [
            f"{language}: {fault}"
            for language in LANGUAGES
            for fault in await _faults(page, language)
        ]
    told = "\n".join(found[:MOST_TOLD])
    assert not found, f"{len(found)} faults\n{told}"


async def _faults(page: Page, language: str) -> list[str]:
    way = FormWay("/do", {}, "/file/", 3)
    blocks = [one for message, _ in every_message(language) for one in message.blocks]
    each = dict.fromkeys(drawn(Message("", "", (block,)), way) for block in blocks)
    articles = "".join(f"<article>{html}</article>" for html in each)
    await page.set_content(f"<!doctype html><style>{STYLE}</style><main>{articles}</main>")
    found: list[str] = await page.evaluate(FAULTS)
    return found
