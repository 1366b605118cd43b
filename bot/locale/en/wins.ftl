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
