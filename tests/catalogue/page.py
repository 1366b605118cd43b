"""The reader's page: every sentence in every language, for people to review.

`python -m tests.catalogue.page` prints it; it is kept as docs/what-the-bot-says.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from bot.text import CATALOGUE_VERSION, languages
from tests.catalogue.sentences import entries, sentences

HEAD = f"""# What the bot says

Every sentence that Handrail can say, in every language, for people to read and correct. This page
is made from the catalogues (`make says`); the catalogue's version is {CATALOGUE_VERSION}.

How to read it: ⟨coach⟩ stands for what is put in at that place. Where a sentence depends on a
number, its forms stand one after the other: [one] … ⁄ [other] …. The small line above each
sentence is its key; name it when you propose a change. What must hold: warm, plain and short;
nothing that shames, counts what was not done, praises out of proportion, pushes, or pretends to be
human. The sentences in `consent.ftl` and the agreement are what people say yes to: a change of one
letter there has everybody asked again.
"""


def page() -> str:
    return "\n".join([HEAD, *_sections()]) + "\n"


def _sections() -> Iterator[str]:
    others = [language for language in languages() if language != "en"]
    for file, part in entries("en").items():
        yield f"## {file.removesuffix('.ftl').replace('_', ' ')}\n"
        for key in part:
            yield f"#### {key}\n"
            for language in ("en", *others):
                text = " / ".join(sentences(language)[key].splitlines())
                yield f"- **{_name(language)}**: {text}"
            yield ""


def _name(language: str) -> str:
    return str(Locale.parse(language).get_language_name("en"))


if __name__ == "__main__":
    print(page(), end="")
