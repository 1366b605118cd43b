"""The local page draws every message in every language on a phone and a small window: no label is
cut, and nothing scrolls sideways, on light and dark ground.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.async_api import Page

from adapters.local.outbound import render
from tests.adapters.support import opened_page
from tests.browser import browser, needs_chromium, watched
from tests.drawn.everything import LANGUAGES, every_message

pytestmark = needs_chromium
# A theme changes colours and no measure, so dark ground is looked at where there is least room.
LOOKS = ((320, "light"), (320, "dark"), (600, "light"))
MOST_TOLD = 8
# Draws blocks in the chat as the page does, each in a bubble. Returns what is cut or stands out.
DRAW = """async blocks => {
  const { drawBlocks, element } = await import("/static/draw.js");
  const log = document.querySelector("[role=log]");
  const chat = { words: { choices: "-", download: "-" }, press() {}, submit() {} };
  log.replaceChildren(...blocks.map(block =>
    element("article", { class: "entry bot", "data-kind": block.type },
      element("img", { class: "mark", src: "/static/mark.svg", alt: "" }),
      element("div", { class: "bubble" }, ...drawBlocks([block], chat)))));
  const found = [];
  const tell = (one, why) => {
    const { kind } = one.closest("article").dataset;
    found.push(`${kind}: ${why}: ${one.tagName} ${(one.innerText || one.value).slice(0, 60)}`);
  };
  const edge = log.getBoundingClientRect().left + log.clientWidth + 1;
  const shown = "button, label, legend, h3, p, blockquote, select, img.picture";
  for (const one of log.querySelectorAll(shown)) {
    const { tagName, scrollWidth, clientWidth } = one;
    if (one.getBoundingClientRect().right > edge) tell(one, "stands out");
    if (tagName !== "SELECT" && clientWidth && scrollWidth > clientWidth + 1) tell(one, "is cut");
  }
  const pen = document.createElement("canvas").getContext("2d");
  for (const one of log.querySelectorAll("select")) {
    const { paddingLeft, paddingRight, whiteSpace, font } = getComputedStyle(one);
    const room = one.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    pen.font = font;
    const texts = [...one.options].map(({ text }) => text);
    const parts = whiteSpace === "normal" ? texts.flatMap(text => text.split(" ")) : texts;
    const wide = parts.find(part => pen.measureText(part).width > room);
    if (wide) tell(one, `"${wide}" is cut`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  if (log.scrollWidth > log.clientWidth) found.push("the chat scrolls sideways");
  return found;
}"""


async def test_no_label_is_cut_on_the_page(tmp_path: Path) -> None:
    drawn = {one: _blocks(one) for one in LANGUAGES}
    async with opened_page(tmp_path) as served, browser() as chromium:
        page = (
            await watched(chromium, served.entrance, viewport={"width": 320, "height": 700})
        ).page
        found = [
            f"{language}, {width}, {scheme}: {fault}"
            for language in LANGUAGES
            for width, scheme in LOOKS
            for fault in await _faults(page, width, scheme, drawn[language])
        ]
    told = "\n".join(found[:MOST_TOLD])
    assert not found, f"{len(found)} faults\n{told}"


def _blocks(language: str) -> list[dict[str, Any]]:
    """Every different block of every message, once."""
    messages = (render(message) for message, _ in every_message(language))
    return list(
        {json.dumps(one): one for message in messages for one in message["blocks"]}.values()
    )


async def _faults(page: Page, width: int, scheme: Any, blocks: list[dict[str, Any]]) -> list[str]:
    await page.set_viewport_size({"width": width, "height": 700})
    await page.emulate_media(color_scheme=scheme)
    found: list[str] = await page.evaluate(DRAW, blocks)
    return found
