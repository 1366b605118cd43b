# What the client has done, and what they wrote: theirs alone.
wins-heading = What you have done
wins-none = Nothing is here yet. Small steps that you mark as done gather here, for you alone.
wins-alt = A branch with { $count ->
    [one] one leaf
   *[other] { $count } leaves
}, one for each small step you have done.
wins-alone = I show this only to you.
wins-older = { $count ->
    [one] And 1 from before.
   *[other] And { $count } from before.
}
recall-heading = What you wrote
recall-none = I have kept none of your words.
recall-older = Earlier ones …
strengths-heading = Your strengths, in your words
strengths-none = Nothing is here yet. When a step is done and you say what made it possible, your words gather here, for you alone.
strengths-alone = I show this only to you, and keep it until { $until } at the latest.
curve-heading = Your answers from 1 to 5
curve-none = There is no line to draw yet. Two answers from 1 to 5 to the same question are enough.
curve-keeping = I keep such answers only if you allow it.
curve-alt = A line through your answers, oldest first: { $values }
curve-point = { $day }: { $value }
