"""Which language the bot speaks with this person: theirs to choose."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.scene import Reply, Scene
from bot.messages import languages as say_languages
from bot.text import languages


async def ask(scene: Scene) -> Reply:
    return [say_languages.choose(scene.say, languages())]


async def choose(scene: Scene, language: str) -> Reply:
    if language not in languages():
        return scene.stale()
    scene.person = replace(scene.person, language=language)
    return scene.note("language-set")
