# What is said about hearing: asked back, asked once more, undone, asked later.
undone = All right, I leave that. Nothing was changed.
undone-nothing = Nothing is open right now, and nothing was changed.
did-you-mean = Did you mean “{ $command }”?
did-you-mean-not = If it was meant as words, please send it once more.
consent-doubt = I need a clear yes or no for this, so I ask once more. Nothing is on yet.
consent-left = I leave it as it is: nothing was turned on. You can change that at any time under “{ home-switches }”.
or-instead = Or did you mean:
stop-instead = Stop writing to me
times-instead = Change my times instead
step-instead = Back to the small step
crisis-today = For the rest of today I quote and keep nothing that you write here. The numbers above stay.
later-nothing = There is no open question to bring back later.
later-not-again = I have asked this later once already, so I leave it there. You can write at any time.
later-planned = I'll ask again on { $day }, and not before.
later-today = I'll ask again today: { $day }.
later-hello = You asked me to come back to this:
later-instead = Ask me again then
