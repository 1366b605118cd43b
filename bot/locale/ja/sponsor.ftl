# 費用を負担する相手と、その相手に読んでもらう一文。
agreement-sponsor-none = 費用を負担する方には、このボットからは何も渡りません。
agreement-sponsor = 費用を負担する相手として、次の記載があります：
agreement-sponsor-gets = この相手に届くのは、あなたが書いて承認した一文だけで、それも別に許可した場合に限ります。

sponsor-none = 費用を負担する相手の記載はありません。費用を負担する方には、このボットからは何も渡りません。
sponsor-lines-heading = 費用を負担する相手への一文
sponsor-line-offer = 一文を書く
sponsor-line-waiting = まだ送られていない一文があります。送られるまでは取り消せます。
sponsor-line-ask =
    何を読んでもらいますか。ご自分の言葉で一、二文あれば足ります。何かが送られる前に、メール全体をご覧いただけます。
    よろしければ、これまでのセッションの回数も書けます。
sponsor-line-sentence = 伝える一文
sponsor-line-suggested = コーチングは行われています。
sponsor-line-sessions = これまでのセッションの回数（空欄でもかまいません）
sponsor-line-show = メールを見る
sponsor-line-empty = 一文を書いてください。
sponsor-line-number = セッションの回数は、6のように数字で書くか、空欄にしてください。
sponsor-line-leaves = 早くても{ $day }に送られます。
sponsor-line-left = { $day }にメールで送られました。
sponsor-line-perhaps = { $day }にメールで送られたかもしれません。確かめることはできません。
sponsor-line-not-left = 送られていません。

sponsor-preview-heading = メールで読まれる内容
sponsor-preview-goes = 届け先：
sponsor-preview-exact = お名前を添えて、一字一句このとおりに届きます。
sponsor-preview-group = セッションの回数は、そのときまでにこの届け先に一文を送った人が、あなたを含めて{ $count }人以上いる場合だけ載ります。そうでなければ載せません。
sponsor-preview-leaves = 送られるのは、早くても{ $day }です。それまでは取り消せます。そのあとは相手のメールボックスにあり、取り消せません。
sponsor-send = このとおり送る
sponsor-drop = 送らない
sponsor-dropped = 送りません。この一文は消去しました。
sponsor-on-its-way = 早くても{ $day }に送られます。それまでは取り消せます。
sponsor-too-late = 送られる前にコーチングが終わるため、送りませんでした。
sponsor-taken-back = 取り消しました。送られません。
sponsor-deleted-here = ここからは消去しました。{ $day }にメールで送られたか、送られた可能性があります。相手のメールボックスにあるものは、取り消せません。

# メールそのもの。読む人はこのボットを知らない。
sponsor-mail-subject = コーチングについての一文
sponsor-mail-from = { $client }さんから、次の一文をお伝えするよう頼まれました：
sponsor-mail-sessions = これまでのセッションは、ご本人の数えで{ $count }回です。
sponsor-mail-decides = { $client }さんがこれを書き、このメールを一字一句承認しました。ここで何が読めるかを決めるのは{ $client }さんだけで、いつでも終わりにできます。
sponsor-mail-else = ほかには何もお伝えしません。ほかに何かあるかどうかも、お答えしません。
sponsor-mail-bot = ボットのHandrailです。このメールに返信しても、コーチングの関係者には届きません。

# コーチの側。
sponsor-coach-ask =
    コーチングの費用を負担する相手がほかにいれば、ここに書けます。クライアントはそれぞれ、同意事項で名前と届け先を読み、何を渡すかを一人で決めます。その決定がコーチに知らされることはありません。
    ここに書かれただけでは、その相手には何も渡りません。
sponsor-coach-now = 今の記載：
sponsor-name = 費用を負担する相手
sponsor-address = 相手のメールアドレス
sponsor-save = 保存する
sponsor-remove = 記載しない
sponsor-unreadable = 一行の名前と、people@example.orgのようなメールアドレスを一つ書いてください。
sponsor-saved =
    保存しました。クライアントは同意事項でこれを読みます。
    別の相手への一文を許可していた人には、先にもう一度お尋ねします。
sponsor-removed = 今は記載がありません。前に書かれていた相手には、もう何も送られません。
sponsor-too-soon = これは{ $day }に変更されました。何度もお尋ねしないように、次に変更できるのは{ $from }からです。
sponsor-of-organisation = このボットを運用する組織が、ここでのすべてのコーチングについて、費用を負担する相手を記載しています：
hold-lines = 費用を負担する相手のために書いた一文：
erased-mailed = 費用を負担する相手にメールで送られたものは、相手のメールボックスにあります。消去できるのは相手だけです。
