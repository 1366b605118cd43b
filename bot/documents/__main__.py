"""Writes the published JSON Schema: `python -m bot.documents > docs/schemas/….json`."""

from __future__ import annotations

import json
import sys

from bot.documents.receipt import schema

sys.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
