# Paths, sets around sessions, and a word to a coach about how a question asks.
paths-open = コース…
paths-heading = コース
paths-hint = コースは、つながりのあるいくつかの質問です。週に一つくらいお尋ねします。いつでもやめられます。
path-chosen = これからは「{ $title }」のコースです。質問は次のとおりです：
path-chosen-how = ほかの質問の代わりに、週に一つくらい、一つずつお尋ねします。パスしてもかまいません。
path-next = 今は「{ $title }」のコースです。次は、全{ $most }問のうち{ $number }問目です。
path-at-end = 今は「{ $title }」のコースです。今の選び方では、このコースでお尋ねする質問は残っていません。
path-place = { $title }（全{ $most }問のうち{ $number }問目）
path-leave = このコースをやめる
path-left = コースをやめました。これまでの答えはそのままです。

questions-look = 見る：{ $title }
more-after-tap = { $question } よろしければ、ひとことでも。
after-hello = セッション後の質問です。よろしければ、一つだけお答えください。

asks-look = 保存する前に、尋ね方について少しだけ。
asks-hostile = 読んだ方を傷つけるかもしれないので、保存しません。やわらかく尋ねるなら、「どんなところが大変でしたか？」のようになります。
asks-blaming = 誰かのせいにしているように聞こえるので、保存しません。「なぜいつも遅れるのですか？」は、「時間どおりに始めるには、何が助けになりそうですか？」と言い換えることもできます。
asks-leading = この質問には、もうご自分の答えが入っています。「どう見ていますか？」と尋ねると、もっと自由に答えられます。
asks-double = 一度に二つのことを尋ねています。一つずつのほうが答えやすくなります。
asks-field = ご自分の質問
asks-save-changed = 保存する
asks-save-as-it-is = このまま保存する
