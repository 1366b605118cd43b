# The mails themselves: they hold these sentences, two addresses, and nothing else.
mail-subject = お知らせがあります
mail-waiting = お知らせがあります。次のリンクからご覧いただけます。
mail-link-subject = ページを開くリンク
mail-link-text = ご希望のリンクをお送りします。
mail-link-lasts = リンクは15分以内に一度だけ使えます。その後は、リンク先のページから新しいリンクをお送りします。
mail-not-asked = お心当たりがない場合は、このメールはそのままで問題ありません。リンクを開かなければ何も起こりません。
mail-stop-here = 今後このようなメールが不要な場合は、こちらからすべてオフにできます: { $link }

# Where a mail program's own button, or the last line of a mail, leads.
mail-stop-title = メールの停止
mail-stop-ask = すべてオフにします。もう一度ご希望いただくまで、メールはお送りしません。
mail-stop-button = すべてオフにする
mail-stopped = すべてオフになりました。もう一度ご希望いただくまで、メールはお送りしません。

# Said about mail: what it is called, and what an erase leaves there.
platform-mail = メール
hold-chat-mail = このページは、ここに保存しています。メッセージはそれぞれ最長90日間で、ほかにメールアドレス、リンク、端末があります。「消去」と入力すると、すべて消えます。
erased-chat-mail-all = ページにあったものを、ご自分で書いたものも含めて、すべて削除しました。どの端末からもログアウトしています。お送りしたメールにはその内容は含まれていません。メールは、ご自分で削除するまで受信箱に残ります。
erased-chat-mail-part = ページにあるボットのメッセージのうち、消去した内容についてのものを削除しました。ご自分で書いたものは、90日以内に消えます。お送りしたメールにはその内容は含まれていません。メールは、ご自分で削除するまで受信箱に残ります。
erased-chat-mail-kept = ページにあるボットのメッセージのうち、消去した内容についてのものを削除しました。ページのほかの部分は、それぞれのメッセージから最長90日間残ります。お送りしたメールにはその内容は含まれていません。メールは、ご自分で削除するまで受信箱に残ります。

# Said on the page of guest coaches, beside the messages.
mail-page-title = あなたのページ
mail-page-here-as = { $address } として開いています。
mail-page-skip = 最新の内容へ
mail-page-before = これより前
mail-page-latest = 最新の内容
mail-page-earlier = これより前を表示する
mail-page-newest = 最新の内容に戻る
mail-page-back = 読んでいたところに戻る
mail-page-empty = まだ何もありません。
mail-page-you = あなた
mail-page-message = メッセージ
mail-page-send = 送信する
mail-page-home = ここでできること
mail-page-leave = サインアウト
mail-page-leave-everywhere = すべての端末でサインアウト
mail-page-left = この端末からサインアウトしました。
mail-page-left-everywhere = すべての端末からサインアウトしました。以前のメールのリンクは、もう使えません。
mail-page-over = ここからはサインアウトしています。この内容が表示されるのは今回だけです。
mail-page-open-title = あなたのページを開く
mail-page-open-why = このリンクでページを開けるのは、メールが届いてから15分以内に一度だけです。そのあとこの端末は、最長で1か月、またはサインアウトするまで、サインインしたままになります。
mail-page-open-shared = ほかの人もこの端末を使う場合は、終わったらサインアウトしてください。
mail-page-open = 開く
mail-page-ended-title = このリンクはもう使えません
mail-page-ended = リンクは15分のあいだに一度だけ使えます。同じアドレスに新しいリンクを送ることができます。
mail-page-ended-address = または、ここにアドレスを入力してください。
mail-page-again = 新しいリンクを送ってもらう
mail-page-ask = メールアドレスを入力してください。ページを開くリンクを送ります。パスワードは要りません。
mail-page-address = メールアドレス
mail-page-mail-me = リンクを送ってもらう
mail-page-sent-title = メールボックスを見てください
mail-page-sent = このアドレスを知っていれば、リンクを送っています。15分のあいだに一度だけ使えます。届かないときは、迷惑メールのフォルダを見るか、1時間後にもう一度お試しください。
mail-page-busy-title = 少しお待ちください
mail-page-busy = 今、とても多くの人がリンクを求めています。数分後にもう一度お試しください。
mail-page-gone = このファイルはもうここにありません
mail-page-too-long = 長すぎて受け取れません。分けて送ってください。
mail-page-not-read = 読み取れませんでした。ページをもう一度開いて、もう一度お試しください。
mail-page-elsewhere = このページのアドレスは別のものです。
mail-page-not-from-here = このページから送られたものではありません。ページを開いて、もう一度お試しください。
mail-page-invited-title = 招待が届いています
mail-page-invited = このリンクは、Handrail を使ってコーチングをしていただくためのものです。メールと、あなた専用のページで使えます。
mail-page-invited-type = ご自分のメールアドレスを入力してください。ページを開くリンクを送ります。それまでは、どなたにもメールを送りません。
mail-page-not-an-address = このアドレスには送れません。抜けているところがないか確かめてください。
mail-page-not-this-domain = ここでは、このアドレスに送ることができません。組織が許可しているメールサービスは限られています。
mail-page-invitation-ended-title = この招待はもう使えません
mail-page-invitation-ended = 招待は一度だけ、一定の期間だけ使えます。渡してくれた方に、新しい招待をお願いしてください。
