# できたことと、書いたこと：本人だけのもの。
wins-heading = できたこと
wins-none = まだここには何もありません。できたと印をつけた小さな一歩が、ここに集まります。見えるのはご自分だけです。
wins-alt = 小さな一歩ができるごとに、葉が一枚つく枝。葉は{ $count }枚です。
wins-alone = これが表示されるのは、あなたにだけです。
wins-older = ほかに、以前のものが{ $count }件あります。
recall-heading = 書いたこと
recall-none = 書かれた言葉は、何も保存していません。
recall-older = もっと前のもの…
strengths-heading = ご自分の言葉で書いた強み
strengths-none = まだここには何もありません。一歩ができて、何のおかげでできたのかを書くと、その言葉がここに集まります。見えるのはご自分だけです。
strengths-alone = これが表示されるのは、あなたにだけです。保存は、遅くとも{ $until }までです。
curve-heading = 1から5で選んだ答え
curve-none = まだ線を引けません。同じ質問に、1から5の答えが二つあれば引けます。
curve-keeping = こうした答えを保存するのは、許可されたときだけです。
curve-alt = 答えを古い順に結んだ線：{ $values }
curve-point = { $day }：{ $value }
