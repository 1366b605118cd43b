# Paths, sets around sessions, and a word to a coach about how a question asks.
paths-open = コース…
paths-heading = コース
paths-hint = コースは、つながりのあるいくつかの質問です。週に一つほどお聞きします。いつでもやめられます。
path-chosen = これから「{ $title }」のコースに入ります。質問は次のとおりです。
path-chosen-how = 週に一つほど、ほかの質問の代わりに一つずつお聞きします。答えずに飛ばしてもかまいません。
path-next = 今は「{ $title }」のコースです。次は{ $most }問のうち{ $number }問目です。
path-at-end = 今は「{ $title }」のコースです。今の設定では、このコースでお聞きする質問は残っていません。
path-place = { $title }（{ $most }問のうち{ $number }問目）
path-leave = このコースをやめる
path-left = コースをやめました。これまでの回答はそのままです。

questions-look = 見る：{ $title }
more-after-tap = { $question } よければ、ひとことでも。
after-hello = セッションのあとに、よければ一つお聞きします。

asks-look = 保存する前に、聞き方について少しだけ。
asks-hostile = 読んだ方を傷つけるかもしれないので、保存しません。やわらかく聞くなら、たとえば「どんなところが大変でしたか？」
asks-blaming = だれかの落ち度のように聞こえるので、保存しません。「なぜいつも遅れるのですか？」の代わりに、「時間どおりに始めるには、何が助けになりそうですか？」と聞けます。
asks-leading = この質問には、あなたの答えがもう入っています。もっと開いた聞き方は「どう見ていますか？」
asks-double = 一度に二つのことを聞いています。一つずつのほうが答えやすいです。
asks-field = あなたの質問
asks-save-changed = 保存する
asks-save-as-it-is = このまま保存する
