# What is said about hearing: asked back, asked once more, undone, asked later.
undone = わかりました、ここまでにします。何も変わっていません。
undone-nothing = 今、決めていただくことはありません。何も変わっていません。
did-you-mean = 「{ $command }」のことでしょうか。
did-you-mean-not = そのままの文章でしたら、もう一度送ってください。
consent-doubt = これには、はい・いいえのはっきりしたお返事が必要なので、もう一度だけお聞きします。まだ何もオンになっていません。
consent-left = このままにします。何もオンになっていません。「{ home-switches }」でいつでも変えられます。
or-instead = または：
stop-instead = もう送らないでほしい
times-instead = 時間の設定を変える
step-instead = 小さな一歩に戻る
crisis-today = 今日はこのあと、ここに書かれたことを引用も保存もしません。上の連絡先はそのまま残ります。
later-nothing = あとでお聞きする質問は、今はありません。
later-not-again = この質問は一度あとに回したので、ここまでにします。いつでも書いてください。
later-planned = { $day }にもう一度お聞きします。それより前には送りません。
later-today = 今日もう一度お聞きします：{ $day }。
later-hello = あとでとのことでしたので、もう一度お聞きします。
later-instead = その時にもう一度聞く
