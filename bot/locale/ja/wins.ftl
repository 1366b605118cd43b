# できたことと、書いたこと：本人だけのもの。
wins-heading = できたこと
wins-none = まだここには何もありません。できたと印をつけた小さな一歩が、あなただけのためにここに集まります。
wins-alt = 葉が{ $count }枚の枝。一枚が、できた小さな一歩一つです。
wins-alone = これはあなただけに表示しています。
wins-older = ほかに、前のものが{ $count }件あります。
recall-heading = 書かれたこと
recall-none = 言葉は何も保存していません。
recall-older = もっと前 …
strengths-heading = あなたの強み（ご自分の言葉）
strengths-none = まだここには何もありません。一歩ができて、何があったからできたのかを書くと、その言葉があなただけのためにここに集まります。
strengths-alone = これはあなただけに表示し、遅くとも{ $until }まで保存します。
curve-heading = 1から5の答え
curve-none = まだ線が引けません。同じ質問に1から5の答えが二つあれば引けます。
curve-keeping = このような答えは、許可がある場合だけ保存します。
curve-alt = 答えを古い順に結んだ線：{ $values }
curve-point = { $day }：{ $value }
