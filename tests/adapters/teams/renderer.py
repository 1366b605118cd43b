"""Draws cards with Microsoft's own renderer, in a real browser, and measures what is cut.

The renderer is npm `adaptivecards`; the look of Teams (its two host configs and style sheets) is
that of npm `adaptivecards-designer`. A machine that lacks the fonts of Teams writes in DejaVu Sans
here, which is wider. Japanese is written in Noto Sans JP, since a font without its letters would
draw narrow boxes.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from tests.browser import CHROMIUM

Json = dict[str, Any]
NODE_MODULES = Path(__file__).parents[3] / ".peers/node_modules"
RENDERER = NODE_MODULES / "adaptivecards/dist/adaptivecards.min.js"
DESIGNER = NODE_MODULES / "adaptivecards-designer"
JAPANESE = NODE_MODULES / "@openfonts/noto-sans-jp_japanese/files/noto-sans-jp-japanese-400.woff2"
THEMES = ("light", "dark")
GROUND = {"light": "#ffffff", "dark": "#2d2c2c"}

needs_renderer = pytest.mark.skipif(
    CHROMIUM is None or not all(one.exists() for one in (RENDERER, DESIGNER, JAPANESE)),
    reason="no Chromium, or no adaptivecards in .peers: no card was drawn as Teams draws it",
)
# What a card carries for a press is not drawn.
UNSEEN = frozenset({"data", "refresh", "fallback", "$schema", "fallbackText"})


def seen(part: Any) -> Any:
    """The card without what it carries."""
    if isinstance(part, dict):
        return {name: seen(one) for name, one in part.items() if name not in UNSEEN}
    return [seen(one) for one in part] if isinstance(part, list) else part


@asynccontextmanager
async def drawn(chromium: Browser, theme: str, cards: Sequence[Json]) -> AsyncIterator[Page]:
    """A page with all cards, each in a frame of its own. `theme` is "light" or "dark"."""
    page = await chromium.new_page(viewport={"width": 700, "height": 900})
    font = b64encode(JAPANESE.read_bytes()).decode()
    look = (DESIGNER / f"dist/containers/teams-container-{theme}.css").read_text("utf-8")
    config = (DESIGNER / f"lib/hostConfigs/microsoft-teams-{theme}.json").read_text("utf-8")
    await page.set_content(
        f"""<!doctype html><style>{look}
        @font-face {{ font-family: Japanese; src: url(data:font/woff2;base64,{font}); }}
        body {{ margin: 0; background: {GROUND[theme]} }}
        .frame {{ width: var(--wide); margin-bottom: 12px; contain: content }}
        </style><body></body>"""
    )
    await page.add_script_tag(path=RENDERER)
    await page.evaluate("document.fonts.load('14px Japanese', '日')")
    await page.evaluate(DRAW, [json.loads(config), [seen(card) for card in cards]])
    yield page
    await page.close()


async def measured(page: Page, width: int, cards: str = ".frame") -> Mapping[str, Any]:
    """What is cut where a card is `width` pixels wide. `cards` is a selector: all, or some.

    `buttons` counts the buttons, `cut` lists [number of the card, text] for each text that does not
    stand whole in its place, and `most` says how many buttons a card shows.
    """
    found: Mapping[str, Any] = await page.evaluate(MEASURE, [width, cards])
    return found


async def written(page: Page, labels: Sequence[str]) -> Mapping[str, float]:
    """How many pixels each label takes as the title of a button."""
    return dict(zip(labels, await page.evaluate(WRITE, list(labels)), strict=True))


async def presses_more(page: Page) -> int:
    """Presses every "More". Returns how many there were."""
    return int(await page.evaluate(PRESS_MORE))


WITH_MORE = ".frame:has(#more)"

WRITE = """(labels) => {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = getComputedStyle(document.querySelector('.ac-pushButton')).font;
  return labels.map((label) => pen.measureText(label).width);
}"""

DRAW = """([config, cards]) => {
  const host = new AdaptiveCards.HostConfig(config);
  host.fontTypes.default.fontFamily = "'Segoe UI', 'DejaVu Sans', Japanese, sans-serif";
  const style = document.createElement('style');
  style.textContent = `.ac-pushButton, .ac-input, .ac-multichoiceInput {
    font-family: 'Segoe UI', 'DejaVu Sans', Japanese, sans-serif !important }`;
  document.head.append(style);
  for (const [number, json] of cards.entries()) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = host;
    card.parse(json);
    const frame = document.createElement('div');
    frame.className = 'frame';
    frame.dataset.card = number;
    frame.append(card.render());
    document.body.append(frame);
  }
}"""

# Each text is compared with the box in which it has to stand: its button, or the card.
MEASURE = """([width, cards]) => {
  document.body.style.setProperty('--wide', width + 'px');
  const pen = document.createElement('canvas').getContext('2d');
  const writes = (text, one) => {
    const { font } = getComputedStyle(one);
    pen.font = font;
    return pen.measureText(text).width;
  };
  const range = document.createRange();
  const found = { cards: 0, buttons: 0, most: 0, cut: [] };
  for (const frame of document.querySelectorAll(cards)) {
    found.cards += 1;
    const cut = (text) => found.cut.push([Number(frame.dataset.card), text]);
    const card = frame.getBoundingClientRect();
    const buttons = [...frame.querySelectorAll('button')].filter((one) => one.offsetWidth);
    found.buttons += buttons.length;
    found.most = Math.max(found.most, buttons.length);
    for (const one of buttons) {
      // A second line adds at least the height of a letter. A tall font adds a pixel or two.
      if (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 8)
        cut(one.textContent);
    }
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim()) continue;
      const parent = node.parentElement;
      if (parent.tagName === 'OPTION' || parent.tagName === 'TEXTAREA') continue;
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (!text.width) continue;
      const within = parent.closest('button');
      if (within) {
        const { paddingLeft, paddingRight } = getComputedStyle(within);
        const room = within.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        if (text.width > room + 0.5) cut(node.data);
      } else if (text.right > card.right - 15.5 || text.left < card.left) cut(node.data);
    }
    for (const one of frame.querySelectorAll('select')) {
      for (const option of one.options) {
        if (writes(option.text, one) > one.clientWidth - 28) cut(option.text);
      }
    }
    for (const one of frame.querySelectorAll('input[placeholder]')) {
      if (writes(one.placeholder, one) > one.clientWidth - 16) cut(one.placeholder);
    }
    for (const one of frame.querySelectorAll('img')) {
      if (one.getBoundingClientRect().right > card.right - 15.5) cut(one.alt);
    }
  }
  return found;
}"""

PRESS_MORE = """() => {
  const hidden = [...document.querySelectorAll('#more')];
  for (const one of hidden) {
    const sets = [...one.closest('.frame').querySelectorAll('button')];
    sets.filter((button) => button.getAttribute('aria-controls') === 'more')[0].click();
  }
  return hidden.filter((one) => one.offsetHeight).length;
}"""
