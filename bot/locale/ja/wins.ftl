# できたことと、書いたこと：本人だけのもの。
wins-heading = できたこと
wins-none = まだここには何もありません。できたと印をつけた小さな一歩が、あなただけのためにここに集まります。
wins-alt = 葉が{ $count }枚の枝。一枚が、できた小さな一歩一つです。
wins-alone = これはあなただけに表示しています。
wins-older = ほかに、前のものが{ $count }件あります。
recall-heading = 書かれたこと
recall-none = 言葉は何も保存していません。
recall-older = もっと前 …
