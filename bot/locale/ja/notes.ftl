# コーチ自身の言葉と、コーチが取り上げたいこと。
note-write = { $client }さんへのひとこと …
note-ask = { $client }さんへのひとことを、次のメッセージに書いてください。短く、ご自分の言葉で。一日に{ $count }つまでお預かりします。
note-preview = { $client }さんはこう読みます：
note-send = このとおり送る
note-discard = 送らない
note-discarded = 送らず、残してもいません。
note-on-its-way = そのとき届けてよければ、{ $client }さんの時間の中で届けます。届けてよいかどうかは、お伝えしません。
note-enough = { $client }さんへのひとことは一日に{ $count }つまでで、今日の分はお預かりしました。これはしばらく残しておきますので、明日、ボタンで送れます。
note-no = 今はひとことを届けられません。何も送っていません。
note-from = { $coach }さんからのひとこと：
note-off = ひとことを止めるには「許可の設定」と入力してください。
note-not-delivered = 届きませんでした：{ $client }さんへのひとこと（{ $day }）。相手のチャットが受け取りませんでした。

bring-up = 次回取り上げる
bring-up-done = 印をつけました。見えるのはあなただけです。「クライアント」で見られます。
bring-up-heading = 取り上げること
brought-up = 済み
brought-up-done = 一覧から外しました。
