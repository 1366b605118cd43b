# Paths, sets around sessions, and a word to a coach about how a question asks.
paths-open = Paths …
paths-heading = Paths
paths-hint = A path is a few questions that belong together, about one a week. You can leave it at any time.
path-chosen = From now on you are on the path “{ $title }”. These are its questions:
path-chosen-how = I ask them one at a time, about one a week, in place of another question. Passing is fine.
path-next = You are on the path “{ $title }”. Next comes question { $number } of { $most }.
path-at-end = You are on the path “{ $title }”. With your choices, nothing of it is left to ask.
path-place = { $title }: question { $number } of { $most }
path-leave = Leave this path
path-left = You have left the path. Your answers stay as they are.

questions-look = See: { $title }
more-after-tap = { $question } A line is enough, if you like.
after-hello = After your session, one question if you like.

asks-look = Before I save this, a word about how it asks:
asks-hostile = This could hurt the person who reads it, so I don't save it. Kinder would be: “What made it hard?”
asks-blaming = This sounds as if somebody were at fault, so I don't save it. Instead of “Why are you always late?” you could ask: “What would help you to begin on time?”
asks-leading = Your own answer is already in this question. More open would be: “How do you see it?”
asks-double = This asks two things at once. One at a time is easier to answer.
asks-field = Your questions
asks-save-changed = Save
asks-save-as-it-is = Save as it is
