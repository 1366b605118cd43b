"""Every planted fault once, with the suites that must catch it.

A seed names the first history that catches a fault, so that `make test` need not look for it.
`make test-long` looks for each fault again without its seed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.planted import asking, consent, groups, hours, inbound, sending, sharing

Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault and who catches it.

    `history` is a seed of Hypothesis for the histories of `tests/proofs/`, `simulation` one for
    `tests/simulation/`. None means that this suite is not made to catch the fault.
    """

    plant: Plant
    history: int | None = None
    simulation: int | None = None

    @property
    def name(self) -> str:
        return self.plant.__name__


FAULTS: tuple[Fault, ...] = (
    Fault(consent.consent_is_not_asked, history=24, simulation=13),
    Fault(consent.a_stop_is_only_words, history=1, simulation=1),
    Fault(consent.a_pause_is_only_words, history=2, simulation=1),
    Fault(consent.an_end_is_only_words, history=11),
    Fault(consent.words_of_crisis_change_nothing, history=3),
    Fault(consent.check_ins_allow_questions_about_sessions_too, history=1),
    Fault(consent.check_ins_allow_notes_too, history=5),
    Fault(consent.an_erase_leaves_planned_deliveries, simulation=3),
    Fault(sending.a_claim_is_not_committed_before_the_send, simulation=1),
    Fault(sending.begin_is_ignored, simulation=45),
    Fault(sending.a_claim_is_taken_from_a_living_worker, simulation=1),
    Fault(sending.the_lane_is_not_closed, simulation=73),
    Fault(sending.a_closed_lane_is_not_looked_at, simulation=73),
    Fault(sending.a_message_not_found_at_once_counts_as_never_sent, simulation=1),
    Fault(sending.a_tried_delivery_is_released, simulation=1),
    Fault(sending.recovery_simply_sends_again, history=10, simulation=1),
    Fault(sending.an_unknown_outcome_counts_as_not_sent, simulation=1),
    Fault(sending.retry_after_is_not_read, simulation=10),
    Fault(sending.a_sent_message_is_not_recorded, simulation=2),
    Fault(sending.a_claimed_delivery_is_claimed_again, simulation=1),
    Fault(sending.a_lost_claim_is_not_looked_for, simulation=101),
    Fault(groups.the_people_of_a_group_are_not_locked, simulation=100_060),
    Fault(groups.a_group_begins_before_it_is_locked, simulation=100_016),
    Fault(groups.what_one_of_a_group_was_refused_counts_as_sent, simulation=100_003),
    Fault(groups.all_that_began_are_settled_with_the_first, simulation=100_001),
    Fault(groups.a_group_begins_after_it_was_sent, simulation=100_002),
    Fault(hours.the_window_stays_open, history=6),
    Fault(hours.the_window_is_not_checked_again, simulation=2),
    Fault(hours.two_messages_come_within_the_hour, history=1),
    Fault(hours.a_retry_may_leave_whenever_it_is_ready, simulation=1),
    Fault(hours.a_worker_that_stood_still_sends, simulation=89),
    Fault(hours.every_claim_plans_the_next_one_again, simulation=1),
    Fault(hours.the_next_occurrence_is_not_planned, simulation=1),
    Fault(inbound.an_accepted_event_is_dropped_before_it_is_handled, simulation=1),
    Fault(inbound.a_handled_event_is_handled_again, simulation=1),
    Fault(inbound.the_short_road_takes_what_was_handled, simulation=1),
    Fault(inbound.an_interrupted_event_is_not_answered, simulation=1),
    Fault(inbound.a_repeated_event_counts_again, history=10, simulation=1),
    Fault(inbound.a_deletion_is_not_remembered, simulation=4),
    Fault(inbound.the_edit_that_arrives_last_wins, simulation=2),
    Fault(inbound.people_are_not_locked, history=47, simulation=1),
    Fault(sharing.the_coach_reads_everything, history=4),
    Fault(sharing.a_digest_forgets_what_it_carried, history=4, simulation=1),
    Fault(sharing.a_share_taken_back_stays_in_the_digest, history=4),
    Fault(sharing.an_edit_of_a_digest_adds_shares, history=5),
    Fault(sharing.a_withdrawn_grant_does_not_reach_the_digest, history=3),
    Fault(sharing.a_note_is_not_what_was_previewed, history=16),
    Fault(sharing.the_list_shows_everybody, history=817),
    Fault(asking.silence_does_not_stop_the_questions, history=1),
    Fault(asking.the_gentle_question_is_asked_again_and_again, history=1),
    Fault(asking.a_reminder_comes_although_the_client_was_here, history=9),
    Fault(asking.a_reminder_comes_without_its_grant, history=1),
)
CAUGHT_BY_HISTORIES = [fault for fault in FAULTS if fault.history is not None]
CAUGHT_BY_SIMULATION = [fault for fault in FAULTS if fault.simulation is not None]
