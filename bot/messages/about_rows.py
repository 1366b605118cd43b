"""Every answer to a question to the bot: one complete row for each topic."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.complete import complete
from bot.messages import about_when as when
from bot.messages.about import WHO_KEEPS_CHAT, AboutRow, Sentence, by_asker, everybody, said
from bot.messages.about_buttons import (
    AGREEMENT,
    COMMONEST,
    ERASE,
    ERASE_ONE,
    HOLD,
    INVITE,
    KEEPING,
    LANGUAGE,
    PAUSE,
    POLICY,
    RECEIPT,
    SEEN,
    SWITCHES,
    for_clients,
    for_each,
    if_known,
    leads_to,
    to_share,
    with_times,
)
from bot.messages.about_more import fees, next_moments, people, who_runs
from bot.understand.heard import BotTopic

NOT_BEGUN = said("hold-nothing", "about-not-begun")
VISIBLE = (Sentence("about-coach-listed", when.listed), Sentence("about-coach-notes", when.notes))
SHARED = said("about-sees-client", "about-shared", *VISIBLE)
ERASABLE = said("about-delete", "about-delete-left")
UNDOABLE = said("about-undo", "about-undo-shared")

ABOUT: Mapping[BotTopic, AboutRow] = complete(
    {
        BotTopic.AI: AboutRow(
            lines=everybody("about-ai", "about-ai-hearing"),
            reads=False,
            helps=lambda facts: (leads_to(BotTopic.SEES),),
            asks="about-ask-ai",
        ),
        BotTopic.SEES: AboutRow(
            lines=by_asker(
                stranger=said("about-sees-plan", "about-not-begun"),
                joining=said("about-sees-client"),
                client=SHARED,
                stopped=said("about-sees-client", "about-shared"),
                over=said("about-coach-over"),
                coach=said("about-sees-coach", "about-sees-of-coach"),
            ),
            reads=True,
            helps=for_clients(SEEN, joining=AGREEMENT),
            asks="about-ask-sees",
        ),
        BotTopic.BOSS: AboutRow(
            lines=by_asker(
                stranger=said("about-boss"),
                joining=said("about-boss", "about-boss-coach"),
                client=said("about-boss", "about-boss-coach"),
                coach=said("about-boss"),
            ),
            reads=True,
            helps=for_clients(SEEN, joining=leads_to(BotTopic.SEES)),
            asks="about-ask-boss",
        ),
        BotTopic.HR: AboutRow(
            lines=everybody("about-hr"),
            reads=True,
            helps=for_clients(SEEN, joining=leads_to(BotTopic.SEES)),
            asks="about-ask-hr",
        ),
        BotTopic.STORE: AboutRow(
            lines=by_asker(
                stranger=said("hold-nothing", "about-store", WHO_KEEPS_CHAT),
                joining=said("about-store", WHO_KEEPS_CHAT),
                client=said("about-store", WHO_KEEPS_CHAT),
                coach=said("about-store", WHO_KEEPS_CHAT),
            ),
            reads=True,
            helps=if_known(HOLD),
            asks="about-ask-store",
        ),
        BotTopic.LONG: AboutRow(
            lines=by_asker(
                stranger=said("hold-nothing", "about-long-most"),
                joining=said("about-long-most", "about-long-erased"),
                client=said(
                    Sentence("keep-now-end", when.keeps_to_the_end),
                    Sentence("keep-now-days", when.keeps_for_days),
                    Sentence("about-long-nothing", when.keeps_nothing),
                    Sentence("about-long-erased", when.keeps_nothing),
                    "about-long-proof",
                ),
                stopped=said("about-long-erased", "about-long-proof"),
                over=said("about-long-erased", "about-long-proof"),
                coach=said("about-long-coach"),
            ),
            reads=False,
            helps=for_each(client=KEEPING, stopped=ERASE, over=ERASE, joining=HOLD, coach=HOLD),
            asks="about-ask-long",
        ),
        BotTopic.MUST: AboutRow(
            lines=by_asker(
                stranger=said("about-must"),
                joining=said("about-must"),
                client=said("about-must"),
                coach=said("about-must-coach"),
            ),
            reads=False,
            helps=for_each(client=SWITCHES, joining=AGREEMENT, coach=SWITCHES),
            asks="about-ask-must",
        ),
        BotTopic.NOTHING: AboutRow(
            lines=by_asker(
                stranger=said("about-nothing"),
                joining=said("about-nothing"),
                client=said(
                    "about-nothing",
                    Sentence("about-nothing-reminder", when.reminded),
                    Sentence("about-nothing-gentle", when.asked),
                    Sentence("about-nothing-noticed", when.noticed),
                ),
                stopped=said("about-nothing"),
                over=said("about-nothing"),
                coach=said("about-nothing"),
            ),
            reads=False,
            helps=for_each(client=PAUSE),
            asks="about-ask-nothing",
        ),
        BotTopic.COACH: AboutRow(
            lines=by_asker(
                stranger=said("about-coach-none"),
                joining=said("about-coach-joining"),
                client=said("about-shared", "about-coach-only", *VISIBLE),
                stopped=said("about-shared", "about-coach-only"),
                over=said("about-coach-over"),
                coach=said("about-sees-coach"),
            ),
            reads=True,
            helps=for_clients(SEEN, joining=leads_to(BotTopic.SEES)),
            asks="about-ask-coach",
        ),
        BotTopic.SHARE: AboutRow(
            lines=by_asker(
                stranger=said("about-sees-plan", "about-not-begun"),
                joining=said("about-share-first"),
                client=said(
                    Sentence("about-share-how", when.keeps),
                    Sentence("about-share-keep-first", when.keeps_nothing),
                ),
                stopped=said(
                    Sentence("resume-first", when.stopped),
                    Sentence("about-share-first", when.not_agreed),
                ),
                over=said("about-share-over"),
                coach=said("about-sees-coach"),
            ),
            reads=True,
            helps=to_share,
            asks="about-ask-share",
        ),
        BotTopic.UNDO: AboutRow(
            lines=by_asker(
                stranger=NOT_BEGUN,
                joining=said("about-undo-none"),
                client=UNDOABLE,
                coach=said("about-undo-coach"),
            ),
            reads=False,
            helps=for_clients(ERASE_ONE, joining=HOLD),
            asks="about-ask-undo",
        ),
        BotTopic.DELETE: AboutRow(
            lines=by_asker(
                stranger=said("hold-nothing", WHO_KEEPS_CHAT),
                joining=ERASABLE,
                client=ERASABLE,
                coach=said("about-delete-coach", WHO_KEEPS_CHAT),
            ),
            reads=False,
            helps=for_each(joining=ERASE, client=ERASE, stopped=ERASE, over=ERASE, coach=HOLD),
            asks="about-ask-delete",
        ),
        BotTopic.LANGUAGE: AboutRow(
            lines=by_asker(
                stranger=said("about-language", "about-language-stranger"),
                joining=said("about-language"),
                client=said("about-language"),
                coach=said("about-language"),
            ),
            reads=False,
            helps=if_known(LANGUAGE),
            asks="about-ask-language",
        ),
        BotTopic.HUMAN: AboutRow(
            lines=by_asker(
                stranger=said("about-human"),
                joining=said("about-human", "about-human-coach"),
                client=said("about-human", "about-human-coach"),
                coach=said("about-human"),
            ),
            reads=False,
            helps=lambda facts: (leads_to(BotTopic.RUNS),),
            asks="about-ask-human",
            more=people,
        ),
        BotTopic.RUNS: AboutRow(
            lines=everybody("about-runs"),
            reads=False,
            helps=lambda facts: (POLICY,),
            asks="about-ask-runs",
            more=who_runs,
        ),
        BotTopic.COST: AboutRow(
            lines=by_asker(
                stranger=said("about-cost", "about-cost-plan"),
                joining=said("about-cost", "about-cost-coach"),
                client=said("about-cost", "about-cost-coach"),
                coach=said("about-cost", "about-cost-plan"),
            ),
            reads=False,
            helps=for_each(client=AGREEMENT, joining=AGREEMENT),
            asks="about-ask-cost",
            more=fees,
        ),
        BotTopic.NEXT: AboutRow(
            lines=by_asker(
                stranger=said("about-next-never"),
                joining=said("home-not-agreed"),
                client=said("about-next-only", Sentence("about-next-notes", when.notes)),
                stopped=said(
                    Sentence("home-stopped", when.stopped),
                    Sentence("home-not-agreed", when.not_agreed),
                ),
                over=said("engagement-over"),
                coach=said("about-next-only"),
            ),
            reads=False,
            helps=with_times,
            asks="about-ask-next",
            more=next_moments,
        ),
        BotTopic.PROVE: AboutRow(
            lines=by_asker(
                stranger=said("about-prove-code"),
                joining=said("about-prove", "about-prove-code"),
                client=said("about-prove", "about-prove-code"),
                coach=said("about-prove-code"),
            ),
            reads=False,
            helps=if_known(RECEIPT),
            asks="about-ask-prove",
        ),
        BotTopic.HOW: AboutRow(
            lines=by_asker(
                stranger=said("about-how"),
                joining=said("about-how"),
                client=said("about-how"),
                coach=said("about-how-coach"),
            ),
            reads=True,
            helps=for_each(joining=AGREEMENT, client=SWITCHES, coach=INVITE),
            asks="about-ask-how",
        ),
        BotTopic.OVERVIEW: AboutRow(
            lines=everybody("about-overview"),
            reads=False,
            helps=lambda facts: COMMONEST,
            asks="about-ask-overview",
        ),
    },
    BotTopic,
)
