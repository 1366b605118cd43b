"""How a command prints what files, rows and a machine's own names hold: `clean`.

The rule lies in the domain, where what reads an organisation's files can use it too.
"""

from __future__ import annotations

from bot.domain.shown.printable import INSTEAD as INSTEAD
from bot.domain.shown.printable import clean as clean
from bot.domain.shown.printable import clean_lines as clean_lines
