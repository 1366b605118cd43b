"""The button under each answer to a question to the bot: the one that helps the person who asks."""

from __future__ import annotations

from bot.domain import actions
from bot.messages.about import HelpButton, Helps
from bot.messages.who_asks import Facts, WhoAsks
from bot.understand.heard import BotTopic
from bot.understand.phrases import Intent

AGREEMENT = HelpButton("home-agreement", actions.AGREEMENT())
DIGEST_WHEN = HelpButton("digest-when", actions.DIGEST_WHEN())
ERASE = HelpButton("home-erase", actions.ERASE(None))
ERASE_ONE = HelpButton("about-erase-one", actions.ERASE_PART("one"))
HOLD = HelpButton("home-hold", actions.HOLD())
INVITE = HelpButton("home-invite", actions.INVITE(None))
POLICY = HelpButton("policy-show", actions.SAY(Intent.POLICY))
KEEPING = HelpButton("about-show-keeping", actions.SAY(Intent.KEEPING))
LANGUAGE = HelpButton("about-show-language", actions.SAY(Intent.LANGUAGE))
PAUSE = HelpButton("home-pause", actions.PAUSE(None))
RECALL = HelpButton("about-show-words", actions.RECALL(None))
RECEIPT = HelpButton("home-receipt", actions.RECEIPT())
RESUME = HelpButton("home-resume", actions.RESUME())
RHYTHM = HelpButton("home-times", actions.RHYTHM())
SEEN = HelpButton("about-show-seen", actions.SAY(Intent.SEEN))
SWITCHES = HelpButton("home-switches", actions.SWITCHES())


def leads_to(topic: BotTopic) -> HelpButton:
    return HelpButton(f"about-ask-{topic}", actions.ABOUT(topic))


# Offered where the topic of a question was not clear.
COMMONEST = tuple(
    leads_to(topic)
    for topic in (
        BotTopic.SEES,
        BotTopic.AI,
        BotTopic.HOW,
        BotTopic.NEXT,
        BotTopic.DELETE,
        BotTopic.HUMAN,
    )
)


def for_each(
    *,
    stranger: HelpButton | None = None,
    joining: HelpButton | None = None,
    client: HelpButton | None = None,
    stopped: HelpButton | None = None,
    over: HelpButton | None = None,
    coach: HelpButton | None = None,
) -> Helps:
    """The button for each of them; none where nothing would help."""
    table = {
        WhoAsks.STRANGER: stranger,
        WhoAsks.JOINING: joining,
        WhoAsks.CLIENT: client,
        WhoAsks.STOPPED: stopped,
        WhoAsks.OVER: over,
        WhoAsks.COACH: coach,
    }

    def helps(facts: Facts) -> tuple[HelpButton, ...]:
        button = table[facts.who]
        return (button,) if button is not None else ()

    return helps


def if_known(button: HelpButton) -> Helps:
    """The same button for everybody whom the bot knows."""
    return for_each(joining=button, client=button, stopped=button, over=button, coach=button)


def for_clients(button: HelpButton, joining: HelpButton | None = None) -> Helps:
    """A button for whoever is or was a client; `joining` for whoever has not agreed yet."""
    return for_each(client=button, stopped=button, over=button, joining=joining)


def to_share(facts: Facts) -> tuple[HelpButton, ...]:
    if facts.who is WhoAsks.JOINING:
        return (AGREEMENT,)
    if facts.who is not WhoAsks.CLIENT:
        return ()
    return (RECALL,) if any(one.keeps for one in facts.mine) else (SWITCHES,)


def with_times(facts: Facts) -> tuple[HelpButton, ...]:
    if facts.who is WhoAsks.JOINING:
        return (AGREEMENT,)
    if facts.who is WhoAsks.COACH:
        return (DIGEST_WHEN,) if facts.digest else (SWITCHES,)
    if facts.who is not WhoAsks.CLIENT:
        return ()
    if facts.rests:
        return (RESUME,)
    return (RHYTHM,) if facts.times else (SWITCHES,)
