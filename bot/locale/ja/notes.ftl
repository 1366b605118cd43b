# コーチ自身の言葉と、コーチが取り上げたいこと。
note-write = { $client }さんへのひとこと…
note-ask = { $client }さんへのひとことを、次のメッセージに書いてください。短く、ご自分の言葉で。一日に{ $count }件までお預かりできます。
note-preview = { $client }さんが読む内容：
note-send = このとおり送る
note-discard = 送らない
note-discarded = 送らず、保存もしていません。
note-on-its-way = そのときに許可があれば、{ $client }さんが指定した時間帯にお届けします。お届けできたかどうかは、お伝えしません。
note-enough = { $client }さんへのひとことをお預かりできるのは一日に{ $count }件までで、今日の分はもういただいています。これは当面ここに残しておくので、明日、このボタンで送れます。
note-no = 今は、その方にひとことをお届けできません。何も送っていません。
note-from = { $coach }さんからのひとこと：
note-off = ひとことをオフにするには「許可の設定」と入力してください。
note-not-delivered = 届きませんでした：{ $client }さんへの{ $day }のひとこと。先方のチャットが受け付けませんでした。

bring-up = 次回取り上げる
bring-up-done = 印をつけました。見えるのはあなただけです。「クライアント」で見られます。
bring-up-heading = 取り上げたいこと
brought-up = 取り上げた
brought-up-done = 一覧から外しました。
