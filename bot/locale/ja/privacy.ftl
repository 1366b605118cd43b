# 停止、休止、保存しているもの、消去、終わり。
stopped = 停止しました。「再開」と入力されるまで、もうお送りしません。まだ共有していないものは、ご自分だけのものです。保存しているものを消すには「消去」と入力してください。
stopped-coach = 停止しました。こちらからはお送りしません。あとで変えるには「許可の設定」と入力してください。
stop-sure = こちらからのメッセージを停止しますか。
stop-yes = はい、停止する
stop-no = いいえ、続ける
carry-on = これまでどおり続けます。
not-stopped-answer = 質問への答えでしたら、もう一度送ってください。
resume-nothing = 休止も停止もしていません。
resumed = 再開しました。次の日時にお送りします：
resumed-quiet = 再開しました。話しかけてくだされば、いつでもお返事します。
resume-ask = 再開しました。停止してから、すべてオフになっています。必要なものをオンにしてください。
resume-all = すべて元のとおりにする
resume-all-ask = 停止したとき、次のものがオンでした。「{ resume-all }」を押すと、そのすべてを許可することになります：
resume-all-changed = 次のものは、そのあと内容が変わったので、一つずつお尋ねします：{ $purposes }。

pause-ask = いつまで休止しますか。「月曜日まで休止」のように入力するか、ここから選んでください：
pause-ask-from = { $first }からですね。いつまでですか。「金曜日」のように入力するか、ここから選んでください：
pause-days = { $days }日間
pause-weeks = { $weeks }週間
paused = 休止しました。{ $day }になるまで、こちらからはお送りしません。早めに戻るには「再開」と入力してください。
paused-from = わかりました。{ $first }から休止します。その日から{ $day }になるまで、こちらからはお送りしません。休止を取り消すには「再開」と入力してください。
pause-past = { $day }は、今日か、もう過ぎた日です。いつまで休止しますか。
pause-before = 休止は{ $first }からなので、{ $day }に終えることはできません。またお送りするのは、いつからがよいですか。
pause-unreadable = 日付を読み取れませんでした。「月曜日まで休止」「12月3日まで休止」のように入力できます。
pause-far = 1年以上先の日です。「停止」のほうが合っているでしょうか。そうでなければ、もっと近い日を選んでください。
pause-nothing = 予定がないので、休止するものもありません。

next-heading = 次の日時にお送りします：
next-not-delivered = 届きませんでした：{ $day }のチェックイン。このチャットが受け付けませんでした。お返事をお待ちしているわけではありません。

hold-file = すべてをファイルで受け取る
hold-heading = あなたについて保存しているもの
hold-nothing = このチャットの宛先のほかには、あなたについて何も保存していません。
hold-person = ここでのお名前、言語（{ $language }）、タイムゾーン（{ $zone }）。メッセージを届け、ご指定の時間を守るためです。
hold-engagement = { $coach }さんとのコーチング：{ $until }まで。すべて{ $erased }までに消去されます。
hold-rhythm = 時間の設定：{ $times }
hold-answers = { $count ->
    [0] 答えはありません。
   *[other] 答えが{ $count }件：
}
hold-steps = { $count ->
    [0] 小さな一歩はありません。
   *[other] 小さな一歩が{ $count }件：
}
hold-shares = { $count ->
    [0] 共有しているものはありません。
   *[other] 共有しているものが{ $count }件：
}
hold-more = ほかに、古いものが{ $count }件あります。
hold-share-seen = { $coach }さんが{ $day }に受け取りました：
hold-share-waiting = { $coach }さんへの次のまとめを待っています：
hold-ledger = いつ何を許可したかの記録（名前は含みません）：{ $count }件。消去したあとも、証明として残ります。
hold-kept = { $days ->
    [0] ご自分で選んだ保存期間：終了まで。
   *[other] ご自分で選んだ保存期間：{ $days }日間。
}
hold-deliveries = こちらからいつお送りしたか、いつお送りする予定か（文面は含みません）：{ $count ->
    [0] まだありません
   *[other] { $count }回
}。
hold-coach = コーチとしてのあなたについて保存しているもの：
hold-chat = このチャットそのものは{ $platform }が保存していて、このボットが保存しているのではありません。

erase-ask = あなたについて保存しているものを、すべて消去しますか。元には戻せません。答え、一歩、時間の設定が消え、こちらからはお送りしなくなります。
erase-yes = すべて消去する
erase-some = 一部だけ…
erase-no = 消去しない
erase-kept = 何も消去していません。
erase-which = どの部分を消去しますか。
erase-part-week = この7日間
erase-part-month = この30日間
erase-part-days = ほかの期間…
erase-part-one = 答えを一つ…
erase-part-nothing = その期間のものは保存していません。
erase-part-yes = 消去する
erase-days = いつからいつまでですか。どちらの日も含みます。
erase-from = 開始日
erase-from-example = 11月3日
erase-to = 終了日
erase-to-example = 昨日
erase-days-show = 消去されるものを見る
erase-days-unreadable = 二つの日付を読み取れませんでした。早い日を先にして、どちらも今日までの日にしてください。
erase-days-ask = { $first }から{ $last }までに書いたものを消去しますか。元には戻せません。
erase-pick = どれを消去しますか。
erase-this = これを消去：{ $day }
erase-older = ここに表示していない古い答えが、ほかに{ $count }件あります。消去するには「{ erase-part-days }」をお使いください。
erase-one-ask = この答えを消去しますか。元には戻せません。
erase-unfinished = 書かれた言葉は、もう誰にも読めません。読むための鍵は破棄しました。残りの片づけは今うまくいきませんでしたが、こちらで自動的にもう一度行います。
erased-heading = 消去しました
erased-gone = 消えたもの：お名前、宛先、時間の設定、答え、一歩と、それらを読むための鍵。
erased-gone-but-coach = 消えたもの：クライアントとしての答え、一歩、時間の設定と、それらを読むための鍵。コーチとしてのお名前、宛先、言語、タイムゾーンは、ここに残っています。
erased-counted = 内訳：{ $answers ->
    [0] 答えなし
   *[other] 答え{ $answers }件
}、{ $steps ->
    [0] 小さな一歩なし
   *[other] 小さな一歩{ $steps }件
}、{ $shares ->
    [0] 共有なし
   *[other] 共有{ $shares }件
}。
erase-counted = 対象：{ $answers ->
    [0] 答えなし
   *[other] 答え{ $answers }件
}、{ $steps ->
    [0] 小さな一歩なし
   *[other] 小さな一歩{ $steps }件
}、{ $shares ->
    [0] 共有なし
   *[other] 共有{ $shares }件
}。
erased-part-keys = それを読むための鍵は破棄しました。保存しているほかのものは、まだここにあります。
erased-backups = これより前のバックアップを読めるのは、当時の鍵とマスターキーの両方を持つ人だけです。そうした写しは、このボットの運用担当者が{ $day }までに破棄します。
erased-backups-later = これより前のバックアップは、当時の鍵がなければ読めません。その鍵の写しは、このボットの運用担当者が次に手作業でマスターキーを替えたときに使えなくなります。バックアップは{ $day }までに破棄されます。
erased-proof = 証明として残るもの：いつ何を許可したかの記録{ $count }件（お名前は含みません）。
erased-proof-damaged = この証明の一部は壊れていて、数えられませんでした。それ以外は、すべてきちんと消去されています。
erased-coach = 共有したものは、{ $day }に初めて{ $coach }さんに表示されました。今、{ $coach }さんへのメッセージから取り除いています。すでに読まれたものや写されたものは、取り消せません。
erased-name = { $coach }さんへの以前のメッセージには、お名前が残っていることがあります。それは先方のチャットに残ります。
erased-chat-other-all = このチャットのボットのメッセージを、チャットのサービスが許す範囲で削除しています。ご自分で書いたものは、ご自分で削除するまでそこに残ります。ご所属の組織が写しを持っている場合があり、それを削除できるのは組織だけです。
erased-chat-other-part = このチャットのボットのメッセージのうち、それについてのものを、チャットのサービスが許す範囲で削除しています。ご自分で書いたものは、ご自分で削除するまでそこに残ります。ご所属の組織が写しを持っている場合があり、それを削除できるのは組織だけです。
erased-chat-other-kept = このチャットのボットのメッセージのうち、それについてのものを、チャットのサービスが許す範囲で削除しています。ほかの部分は、そこで削除されるまでチャットのサービスに残ります。ご所属の組織が写しを持っている場合があり、それを削除できるのは組織だけです。
erased-again = もう一度始めるには、コードを入力してください。

ending-heading = まもなく終了します
ending-body = { $coach }さんとのコーチングは{ $until }に終了します。あなたのために保存したものは、{ $erased }までに消去されます。
ending-today-heading = 今日が最終日です
ending-today = 今日が、{ $coach }さんとのコーチングの最終日です。あなたのために保存したものは、{ $erased }までに消去されます。
ending-goes = 消去されるもの：{ $answers ->
    [0] 答えなし
   *[other] 答え{ $answers }件
}、{ $steps ->
    [0] 小さな一歩なし
   *[other] 小さな一歩{ $steps }件
}、時間の設定。共有したものは、その前に取り消さないかぎり、コーチのチャットに残ります。
platform-other = チャットのサービス
stopped-still = 停止中なので、今いただいた内容は何も保存していません。また始めるには「再開」と入力してください。
resume-first = 停止中なので、何も渡しません。また始めるには「再開」と入力してください。
