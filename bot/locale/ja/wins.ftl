# できたことと、書いたこと：本人だけのもの。
wins-heading = できたこと
wins-none = まだここには何もありません。できたと印をつけた小さな一歩が、ここに集まります。見えるのはご自分だけです。
wins-alt = 葉が{ $count }枚ついた枝。葉の一枚が、できた小さな一歩の一つです。
wins-alone = これを表示するのは、ご本人にだけです。
wins-older = ほかに、前のものが{ $count }件あります。
recall-heading = 書いたこと
recall-none = 書かれた言葉は、何も保存していません。
recall-older = もっと前のもの…
strengths-heading = ご自分の言葉で書いた強み
strengths-none = まだここには何もありません。一歩ができて、何があったからできたのかを書くと、その言葉がここに集まります。見えるのはご自分だけです。
strengths-alone = これを表示するのは、ご本人にだけです。遅くとも{ $until }まで保存します。
curve-heading = 1から5で選んだ答え
curve-none = まだ線を引けません。同じ質問に、1から5の答えが二つあれば引けます。
curve-keeping = こうした答えを保存するのは、許可されたときだけです。
curve-alt = 答えを古い順に結んだ線：{ $values }
curve-point = { $day }：{ $value }
