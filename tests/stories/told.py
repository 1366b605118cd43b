"""Seven stories, one per journey. Each is a function that can be played on any stage.

Three more are in `told_more`. `STORIES` has all ten.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.stories.beginning import WEEKLY, Story, allows, joins
from tests.stories.stage import Stage
from tests.stories.told_more import MORE


async def a_hesitant_first_week(stage: Stage) -> None:
    """Mai is not sure about this. She looks at everything before she says anything."""
    daniel, mai = await stage.enters("Daniel", "coach"), await stage.enters("Mai", "client")
    await daniel.writes("my profile")
    await daniel.fills(
        introduction="I coach people in their first years of leading.",
        process="Six sessions over three months, by video.",
        fees="Your organisation pays.",
        confidentiality="What you tell me stays between us, unless someone is in danger.",
    )
    await daniel.presses("A code for a client")
    await mai.writes(await daniel.code())
    await mai.presses("Who is your coach?")
    await mai.presses("I agree")
    await mai.presses("Yes")
    stage.tells("She lets it ask, but not keep anything yet.")
    await mai.presses("No")
    await mai.presses("No")
    await mai.fills(**WEEKLY)
    await mai.presses("That's right")
    await mai.presses("My questions")
    await mai.fills(asked_1="1,2,3,4,6,7,8,9,10")
    await mai.presses("Depth: light")
    await mai.presses("Two first questions")
    await mai.presses("Pass")
    await mai.writes("That my boss gets to read this")
    await mai.sees("Daniel reads only what you have previewed", "I haven't kept it")
    await stage.comes()
    await mai.sees("What went well this week, however small?")
    await mai.presses("Pass")
    await stage.comes()
    await mai.writes("I asked for help once, and it was fine.")
    await mai.sees("I haven't kept it.")
    await mai.writes("what do you hold")
    await mai.sees("None of your answers.", "Nothing is shared.")
    await daniel.writes("digest")
    await daniel.sees("Nothing new has been shared with you. That says nothing about anyone.")
    await daniel.sees_no("boss", "asked for help")


async def a_manager_in_conflict(stage: Stage) -> None:
    """Tom keeps everything to himself, and brings one line to the session."""
    daniel, tom = await stage.enters("Daniel", "coach"), await stage.enters("Tom", "client")
    await joins(stage, tom, daniel)
    await tom.writes("my questions")
    await tom.presses("Other questions …")
    await tom.presses("Tension in a team")
    await tom.writes("our next session")
    await tom.presses("Set it …")
    await tom.fills(day="in 9 days", time="10:00")
    await tom.sees("Daniel is not told.")
    await tom.presses("Yes")
    await stage.comes()
    await tom.sees("How at ease do you feel with the situation today?")
    await tom.presses("2")
    await tom.writes("We talked, and I listened.")
    await tom.presses("Not what I meant")
    await tom.fills(words="We talked, and I listened more than I spoke.")
    await tom.sees("Updated. It now says:")
    await stage.until(tom, "Tomorrow is your session with Daniel. What do you want to bring?")
    await tom.presses("What did I write?")
    await tom.sees("We talked, and I listened more than I spoke.")
    await tom.writes("How do I stay calm when he interrupts me?")
    await tom.presses("Share with Daniel")
    await tom.presses("Yes")
    await tom.sees("What Daniel would read", "To bring to the session on")
    await tom.presses("Share exactly this")
    await daniel.writes("digest")
    await daniel.sees("To bring to your session", "How do I stay calm when he interrupts me?")
    await daniel.sees_no("listened more than I spoke", "at ease")
    await daniel.presses("Bring up next time")
    await daniel.writes("my clients")
    await daniel.sees("To bring up", f"{tom.name} …")
    await daniel.writes(tom.name)
    await daniel.sees("How do I stay calm when he interrupts me?", "You noted this to bring up.")
    await daniel.sees_no("listened more than I spoke", "at ease")
    await stage.until(tom, "After your session, one question if you like.")
    await tom.presses("Set a small step")
    await tom.fills(when="When he interrupts me", then="I breathe out and finish my sentence")
    await tom.sees("When he interrupts me → I breathe out and finish my sentence")


async def a_question_and_then_the_step(stage: Stage) -> None:
    await stage.comes()
    await stage.comes()


async def six_weeks_of_small_steps(stage: Stage) -> None:
    """Ana trusts herself with very little at first."""
    daniel, ana = await stage.enters("Daniel", "coach"), await stage.enters("Ana", "client")
    await joins(stage, ana, daniel)
    await ana.writes("step")
    await ana.fills(
        when="When the Monday meeting starts",
        then="I say one sentence",
        size="moment",
        bad_day="unsure",
        strength="preparing well",
    )
    await ana.sees("A smaller version may suit a bad day too.")
    await ana.presses("Make it smaller")
    await ana.fills(then="I ask one question", bad_day="yes")
    stage.tells("The step is about Monday, so Thursday's check-in does not ask about it.")
    await stage.until(ana, "What you had set yourself:")
    await ana.presses("Not yet")
    await ana.presses("Leave it as it is")
    await a_question_and_then_the_step(stage)
    await ana.presses("Partly")
    await a_question_and_then_the_step(stage)
    await ana.presses("Done")
    await ana.sees("Done:", "And the strength you named for it:", "preparing well")
    await ana.presses("Share with Daniel")
    await ana.presses("Yes")
    await ana.presses("Share exactly this")
    await ana.writes("step")
    await ana.fills(when="When someone thanks me", then="I say thank you and nothing else")
    await stage.comes()
    await ana.presses("Done")
    await ana.writes("Breathing out first. And nobody expected more.")
    await ana.writes("my strengths")
    await ana.sees(
        "Your strengths, in your words", "Breathing out first. And nobody expected more."
    )
    await ana.writes("my wins")
    await ana.sees(
        "A branch with 2 leaves", "I ask one question", "I say thank you and nothing else"
    )
    await ana.sees_no("streak", "missed", "proud", "in a row")


async def overload_and_travel(stage: Stage) -> None:
    """Lena has too much on her plate, and then a trip."""
    daniel, lena = await stage.enters("Daniel", "coach"), await stage.enters("Lena", "client")
    await joins(stage, lena, daniel)
    await stage.comes()
    await lena.writes("too often")
    await lena.sees("Less often from now on. I'll write on:")
    await lena.writes("every other Tuesday after lunch")
    await lena.sees("I understood:", "On Tuesday, every second week")
    await lena.presses("That's right")
    await lena.travels("Asia/Tokyo")
    await lena.writes("when will you write?")
    await lena.sees("Your clock seems to be on Tokyo time now.")
    await lena.presses("Stay on Berlin time")
    await lena.writes("when will you write?")
    await lena.sees("I won't ask about Tokyo again.")
    await lena.writes("pause for two weeks")
    await lena.sees("Paused. I won't write before")
    await lena.writes("resume")
    await lena.sees("Welcome back.")
    stage.tells("She says nothing for a while, and that is an answer too.")
    for _ in range(4):
        await stage.comes()
    await lena.sees("How would you like to go on? Anything is fine.")
    await lena.sees_no("missed", "haven't heard", "Did you forget")
    await daniel.sees_no(lena.name)


async def a_hard_week(stage: Stage) -> None:
    """Sam writes something that no bot should answer alone."""
    daniel, sam = await stage.enters("Daniel", "coach"), await stage.enters("Sam", "client")
    await joins(stage, sam, daniel)
    await stage.comes()
    await sam.writes("I can't do this any more. I want to die.")
    await sam.sees("These people listen:", "nobody was told", "Nobody is watching this chat")
    await sam.presses("No")
    await sam.sees("That's fine. The numbers stay here.")
    await stage.nothing_leaves()
    await sam.writes("what do you hold")
    await sam.sees("None of your answers.")
    await sam.sees_no("What would you like to put your attention")
    await daniel.sees_no(sam.name)
    await sam.presses("Go on as before")
    await sam.sees("Welcome back.")
    await stage.comes()


async def a_coach_with_many_clients(stage: Stage) -> None:
    """Daniel has forty clients. Six share something this week; he hears of six."""
    daniel = await stage.enters("Daniel", "coach")
    await daniel.writes("invite")
    await daniel.presses("Yes, once a week")
    clients = []
    for number in range(stage.crowd):
        client = await stage.enters(f"Client {number + 1}", "client")
        await joins(stage, client, daniel)
        clients.append(client)
    for number, client in enumerate(clients[: stage.crowd // 10 + 1]):
        await client.writes(f"Talked with colleague {number + 1} about the plan")
        await client.writes("my words")
        await client.presses("Share with Daniel")
        await client.presses("Yes")
        await client.presses("Share exactly this")
    first = clients[0]
    await allows(first, "Notes from my coach", "On my coach's list")
    await first.writes("feedback")
    await first.writes("I would like more silence in our sessions.")
    await first.presses("Without my name")
    await first.sees("without your name or the day", "your coach may guess")
    await first.presses("Share exactly this")
    await stage.until(daniel, "Shared with you")
    await daniel.sees("Talked with colleague 1 about the plan")
    await daniel.sees("Someone you coach", "I would like more silence")
    await daniel.sees_no(clients[-1].name)
    await daniel.presses(f"A note to {first.name} …")
    await daniel.writes("Thank you for this. Let us begin there.")
    await daniel.presses("Send exactly this")
    await stage.until(first, "Daniel wrote to you:")
    await first.sees("Thank you for this. Let us begin there.")
    await daniel.writes("my clients")
    await daniel.sees("Clients who let you see that they are here", f"{first.name}, until")


async def a_coach_who_leaves(stage: Stage) -> None:
    """Daniel moves on. Eva is told once, what she wrote stays hers, and nothing else comes."""
    daniel, eva = await stage.enters("Daniel", "coach"), await stage.enters("Eva", "client")
    await joins(stage, eva, daniel)
    await stage.comes()
    await eva.writes("Saying goodbye is hard for me.")
    await eva.presses("Share with Daniel")
    await eva.presses("Yes")
    await eva.presses("Share exactly this")
    await daniel.writes("my clients")
    await daniel.presses("End all my coaching here …")
    await daniel.presses("End it")
    await daniel.sees(
        "All of it has ended. To protect your clients, I don't say how many that was."
    )
    await daniel.writes("digest")
    await daniel.sees_no("Saying goodbye")
    await stage.until(eva, "Daniel has closed it.")
    await stage.nothing_comes()
    await eva.writes("Are you still there? I liked our Thursdays.")
    await eva.sees("Your time with Daniel has ended, and I won't write any more.")
    await eva.writes("what do you hold")
    await eva.sees("Saying goodbye is hard for me.")
    await eva.writes("erase everything")
    await eva.presses("Erase everything")
    await eva.sees("Gone: your name")


STORIES: Mapping[str, Story] = {
    "a-hesitant-first-week": a_hesitant_first_week,
    "a-manager-in-conflict": a_manager_in_conflict,
    "six-weeks-of-small-steps": six_weeks_of_small_steps,
    "overload-and-travel": overload_and_travel,
    "a-hard-week": a_hard_week,
    "a-coach-with-many-clients": a_coach_with_many_clients,
    "a-coach-who-leaves": a_coach_who_leaves,
    **MORE,
}
