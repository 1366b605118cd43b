"""The zip that an administrator uploads: the same bytes for the same settings."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from PIL import Image, ImageDraw

from adapters.teams.manifest import ACCENT, App, manifest, others, translation

# The earliest that a zip can say; so that nothing in it depends on the day.
NO_DATE = (1980, 1, 1, 0, 0, 0)
FINE = 8
COLOR, OUTLINE = 192, 32


def package(app: App) -> bytes:
    files = {
        "manifest.json": _json(manifest(app)),
        "color.png": _png(_drawn(COLOR, ACCENT, "#FFFFFF", margin=0.24)),
        "outline.png": _png(_drawn(OUTLINE, None, "#FFFFFF", margin=0.06)),
    }
    files |= {f"{language}.json": _json(translation(language)) for language in others()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def _drawn(size: int, ground: str | None, line: str, margin: float) -> Image.Image:
    """A handrail: a rail that rises, on three posts. Drawn large and made small."""
    large = size * FINE
    image = Image.new("RGBA", (large, large), ground or "#FFFFFF00")
    pen = ImageDraw.Draw(image)
    left, right = large * margin, large * (1 - margin)
    low, high = large * (1 - margin), large * margin
    thick = int(large * 0.085)

    def rail(x: float) -> float:
        """How high the rail is, from lower left to upper right."""
        return low - large * 0.22 - (x - left) / (right - left) * (low - high - large * 0.28)

    posts = [left + thick / 2 + (right - left - thick) * part for part in (0.0, 0.5, 1.0)]
    for x in posts:
        pen.line([(x, rail(x)), (x, low)], fill=line, width=thick)
    ends = [(posts[0], rail(posts[0])), (posts[-1], rail(posts[-1]))]
    pen.line(ends, fill=line, width=thick)
    for x, y in [*ends, *((x, low) for x in posts)]:
        half = thick / 2
        pen.ellipse([x - half, y - half, x + half, y + half], fill=line)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _png(image: Image.Image) -> bytes:
    drawn = io.BytesIO()
    image.save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


def _json(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"
