"""Writes a published JSON Schema: `python -m bot.documents [receipt|policy] > docs/schemas/….json`.

Without a word it writes the receipt's.
"""

from __future__ import annotations

import json
import sys

from bot.documents.receipt import schema
from bot.domain.policy.rows import policy_schema

made = policy_schema() if sys.argv[1:] == ["policy"] else schema()
sys.stdout.write(json.dumps(made, indent=2, ensure_ascii=False) + "\n")
