"""The button under each answer to a question to the bot: the one that helps the person who asks."""

from __future__ import annotations

from bot.domain import actions
from bot.messages.about import Button, Helps
from bot.messages.standing import Facts, Standing
from bot.understand.heard import Topic
from bot.understand.phrases import Intent

AGREEMENT = Button("home-agreement", actions.AGREEMENT())
DIGEST_WHEN = Button("digest-when", actions.DIGEST_WHEN())
ERASE = Button("home-erase", actions.ERASE(None))
ERASE_ONE = Button("about-erase-one", actions.ERASE_PART("one"))
HOLD = Button("home-hold", actions.HOLD())
INVITE = Button("home-invite", actions.INVITE(None))
KEEPING = Button("about-show-keeping", actions.SAY(Intent.KEEPING))
LANGUAGE = Button("about-show-language", actions.SAY(Intent.LANGUAGE))
PAUSE = Button("home-pause", actions.PAUSE(None))
RECALL = Button("about-show-words", actions.RECALL(None))
RECEIPT = Button("home-receipt", actions.RECEIPT())
RESUME = Button("home-resume", actions.RESUME())
RHYTHM = Button("home-times", actions.RHYTHM())
SEEN = Button("about-show-seen", actions.SAY(Intent.SEEN))
SWITCHES = Button("home-switches", actions.SWITCHES())


def leads_to(topic: Topic) -> Button:
    return Button(f"about-ask-{topic}", actions.ABOUT(topic))


# Offered where the topic of a question was not clear.
COMMONEST = tuple(
    leads_to(topic)
    for topic in (Topic.SEES, Topic.AI, Topic.HOW, Topic.NEXT, Topic.DELETE, Topic.HUMAN)
)


def for_each(
    *,
    stranger: Button | None = None,
    joining: Button | None = None,
    client: Button | None = None,
    stopped: Button | None = None,
    over: Button | None = None,
    coach: Button | None = None,
) -> Helps:
    """The button for each standing; none where nothing would help."""
    table = {
        Standing.STRANGER: stranger,
        Standing.JOINING: joining,
        Standing.CLIENT: client,
        Standing.STOPPED: stopped,
        Standing.OVER: over,
        Standing.COACH: coach,
    }

    def helps(facts: Facts) -> tuple[Button, ...]:
        button = table[facts.standing]
        return (button,) if button is not None else ()

    return helps


def if_known(button: Button) -> Helps:
    """The same button for everybody whom the bot knows."""
    return for_each(joining=button, client=button, stopped=button, over=button, coach=button)


def for_clients(button: Button, joining: Button | None = None) -> Helps:
    """A button for whoever is or was a client; `joining` for whoever has not agreed yet."""
    return for_each(client=button, stopped=button, over=button, joining=joining)


def to_share(facts: Facts) -> tuple[Button, ...]:
    if facts.standing is Standing.JOINING:
        return (AGREEMENT,)
    if facts.standing is not Standing.CLIENT:
        return ()
    return (RECALL,) if any(one.keeps for one in facts.mine) else (SWITCHES,)


def with_times(facts: Facts) -> tuple[Button, ...]:
    if facts.standing is Standing.JOINING:
        return (AGREEMENT,)
    if facts.standing is Standing.COACH:
        return (DIGEST_WHEN,) if facts.digest else (SWITCHES,)
    if facts.standing is not Standing.CLIENT:
        return ()
    if facts.rests:
        return (RESUME,)
    return (RHYTHM,) if facts.times else (SWITCHES,)
