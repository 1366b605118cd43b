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
erased-chat-mail-all = ページにあったものを、ご自分で書いたものも含めて、すべて削除しました。この返信は明日までに消えます。お送りしたメールにはその内容は含まれていません。メールは、ご自分で削除するまで受信箱に残ります。
erased-chat-mail-part = ページにあるボットのメッセージのうち、消去した内容についてのものを削除しました。お送りしたメールにはその内容は含まれていません。メールは、ご自分で削除するまで受信箱に残ります。
erased-chat-mail-kept = ページにあるボットのメッセージのうち、消去した内容についてのものを削除しました。ページのほかの部分は、それぞれのメッセージから最長90日間残ります。お送りしたメールにはその内容は含まれていません。メールは、ご自分で削除するまで受信箱に残ります。
