"""Three stories of about twenty turns, typed as tired people type."""

from __future__ import annotations

from collections.abc import Mapping

from tests.stories.beginning import WEEKLY, Story
from tests.stories.stage import Stage


async def a_career_that_no_longer_fits(stage: Stage) -> None:
    """Priya is unhappy in her work and afraid of being judged. It is her first week here."""
    daniel, priya = await stage.enters("Daniel", "coach"), await stage.enters("Priya", "client")
    await daniel.writes("invite")
    await daniel.writes("my profile")
    await daniel.fills(
        introduction="I coach people who wonder what comes next in their work.",
        process="Six sessions over three months, by video. You choose what we talk about.",
        fees="Your organisation pays.",
        confidentiality="What you tell me stays between us, unless someone is in danger.",
    )
    await daniel.fills()
    await priya.writes(await daniel.code())
    await priya.writes("who can see what i write?")
    await priya.sees("Daniel reads only what you have previewed and shared, word for word.")
    await priya.presses("I agree")
    await priya.writes("does my boss see this")
    await priya.sees("There is no view and no report for managers here.")
    for _ in range(3):
        await priya.presses("Yes")
    await priya.fills(**WEEKLY)
    await priya.presses("That's right")
    await priya.presses("Two first questions")
    await priya.writes(
        "tbh idk. sundays i already feel sick about monday. is it the job or is it me"
    )
    await priya.sees("Kept privately, for you, until")
    await priya.writes("that daniel thinks im ungrateful, its a good job on paper")
    await priya.presses("Not what I meant")
    await priya.fills(
        words="that daniel thinks im ungrateful. its a good job on paper, just not for me"
    )
    await priya.sees("Updated. It now says:")
    await priya.writes("my questions")
    await priya.presses("Other questions …")
    await priya.presses("Career")
    await priya.presses("Depth: light")
    await stage.comes()
    await priya.writes("later today")
    await stage.comes()
    await priya.writes("cried in the car park after my 1:1. so embarassing")
    await priya.sees("You don't have to do anything with it.")
    await priya.sees_no("Would a small step help?")
    stage.tells("The weekend passes. Nobody asks how she is, because she did not ask for that.")
    await stage.comes()
    await priya.writes("the bit where i explain things to the new ppl. forget the time then")
    await priya.presses("Share with Daniel")
    await priya.presses("Yes")
    await priya.presses("Don't share")
    await priya.writes("step")
    await priya.writes("ask lena how she got into training")
    await priya.sees("Your step:", "ask lena how she got into training")
    await stage.comes()
    await priya.writes("did it")
    await priya.writes("wrote down my first sentence before. and shes nice")
    await priya.writes("my strengths")
    await priya.sees("Your strengths, in your words", "wrote down my first sentence before")
    await priya.writes("feedback")
    await priya.writes("pls dont ask me why i stay. ask me what i like")
    await priya.presses("With my name")
    await priya.sees("What Daniel would read")
    await priya.presses("Share exactly this")
    await daniel.writes("digest")
    await daniel.sees("pls dont ask me why i stay. ask me what i like")
    await daniel.sees_no("car park", "ungrateful", "lena", "explain things")


async def a_manager_who_feels_exposed(stage: Stage) -> None:
    """Helen leads a department. Two of her leads no longer speak, and everybody watches her."""
    daniel, helen = await stage.enters("Daniel", "coach"), await stage.enters("Helen", "client")
    await daniel.writes("invite")
    await helen.writes(await daniel.code())
    await helen.writes("is this an AI")
    await helen.sees("I'm Handrail, a bot, and no person types my answers.")
    await helen.presses("I agree")
    await helen.writes("and HR? do they see this")
    await helen.sees("There is no view and no report about you here")
    for _ in range(3):
        await helen.presses("Yes")
    await helen.fills(**WEEKLY)
    await helen.presses("That's right")
    await helen.writes("my questions")
    await helen.presses("Other questions …")
    await helen.presses("Tension in a team")
    await helen.presses("Topics …")
    await helen.presses("Nothing about: feelings")
    await helen.writes("our next session")
    await helen.presses("Set it …")
    await helen.fills(day="in 9 days", time="10:00")
    await helen.presses("Yes")
    await stage.comes()
    await helen.writes(
        "both cc me on everything. 40 ppl watch what i do next. feel naked in there tbh"
    )
    await helen.sees("Kept privately, for you, until")
    await helen.writes("honestly i think i caused it")
    await helen.presses("Don't keep")
    await helen.sees("Not kept. I've deleted my copy.")
    await helen.writes("too often")
    await helen.sees("Less often from now on. I'll write on:")
    await stage.until(helen, "Tomorrow is your session with Daniel. What do you want to bring?")
    await helen.writes("how do i talk to both w/o picking a side")
    await helen.presses("Not what I meant")
    await helen.fills(words="How do I talk to both of them without picking a side?")
    await helen.presses("Share with Daniel")
    await helen.presses("Yes")
    await helen.sees("What Daniel would read", "To bring to the session on")
    await helen.presses("Share exactly this")
    await daniel.writes("digest")
    await daniel.sees("How do I talk to both of them without picking a side?")
    await daniel.sees_no("naked", "caused it", "cc me")
    await stage.until(helen, "After your session, one question if you like.")
    await helen.presses("Set a small step")
    await helen.fills(
        when="After Tuesday's round",
        then="I ask Ravi for ten minutes, only to listen",
        obstacle="that he brings his slides",
    )
    await helen.writes("pause for a week")
    await helen.sees("Paused. I won't write before")
    await stage.until(helen, "What you had set yourself:")
    await helen.writes("done")
    await helen.writes("i only asked questions. he talked for 9 min")
    await helen.writes("my wins")
    await helen.sees("A branch with one leaf", "I ask Ravi for ten minutes, only to listen")
    await helen.writes("feedback")
    await helen.writes("I'd like us to spend less time on the org chart.")
    await helen.presses("Without my name")
    await helen.sees("your coach may guess that it's from you")
    await helen.presses("Share exactly this")
    await daniel.writes("digest")
    await daniel.sees("Someone you coach", "less time on the org chart")


async def without_looking_back(stage: Stage) -> None:
    """Jonas trusts himself with little, and does not want to look at what went wrong before."""
    daniel, jonas = await stage.enters("Daniel", "coach"), await stage.enters("Jonas", "client")
    await daniel.writes("invite")
    await jonas.writes(await daniel.code())
    await jonas.writes("do i have to do this")
    await jonas.sees("you can say no, pause or stop at any time")
    await jonas.presses("I agree")
    for _ in range(3):
        await jonas.presses("Yes")
    await jonas.fills(**WEEKLY)
    await jonas.presses("That's right")
    await jonas.presses("Two first questions")
    await jonas.writes("to stop saying sorry before every sentence")
    await jonas.writes("that i have to dig up everything i messed up. not doing that")
    await jonas.writes("my questions")
    await jonas.presses("Other questions …")
    await jonas.presses("Confidence")
    stage.tells("He unticks the one question that looks back at what was difficult.")
    await jonas.fills(asked_2="11,12,13,14,15,17")
    await jonas.sees("Done. Here is what I may ask now.")
    await stage.comes()
    await jonas.presses("Pass")
    await stage.comes()
    await jonas.writes("said something dumb in the standup again, so ashamed")
    await jonas.sees_no("Would a small step help?")
    await jonas.writes("too personal")
    await jonas.sees("Lighter questions from now on.")
    await jonas.writes("step")
    await jonas.writes("say one thing in the standup")
    await jonas.writes("not yet")
    await jonas.presses("Make it smaller")
    await jonas.fills(then="unmute once and say morning")
    await stage.until(jonas, "What you had set yourself:")
    await jonas.presses("Done")
    await jonas.sees("Done:")
    await jonas.writes("sat next to meera. and nobody looked")
    await jonas.writes("my strengths")
    await jonas.sees("sat next to meera")
    await jonas.writes("my wins")
    await jonas.sees("A branch with one leaf", "unmute once and say morning")
    await jonas.sees_no("streak", "missed", "proud", "failure", "in a row")
    await jonas.writes("paths")
    await jonas.presses("Finding your strengths")
    await stage.comes()
    await jonas.writes("did the handover. meera says i explain stuff well. odd to write that down")
    await jonas.presses("Share with Daniel")
    await jonas.presses("Yes")
    await jonas.sees("What Daniel would read")
    await jonas.presses("Share exactly this")
    await jonas.writes("feedback")
    await jonas.writes("its good that we dont talk about my last job")
    await jonas.presses("With my name")
    await jonas.presses("Share exactly this")
    await daniel.writes("digest")
    await daniel.sees("meera says i explain stuff well")
    await daniel.sees("its good that we dont talk about my last job")
    await daniel.sees_no("ashamed", "messed up", "sat next to")


MORE: Mapping[str, Story] = {
    "a-career-that-no-longer-fits": a_career_that_no_longer_fits,
    "a-manager-who-feels-exposed": a_manager_who_feels_exposed,
    "without-looking-back": without_looking_back,
}
