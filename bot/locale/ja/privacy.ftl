# 停止、休止、保存しているもの、消去、終わり。
stopped = 停止しました。「再開」と入力されるまで、もう書きません。まだ共有していないものはあなたのもとに残ります。保存しているものを消すには「消去」と入力してください。
stopped-coach = 停止しました。こちらからはお送りしません。あとで変えるには「許可の設定」と入力してください。
stop-sure = こちらから書くのをやめる、という意味ですか。
stop-yes = はい、停止
stop-no = いいえ、続ける
carry-on = これまでどおり続けます。
not-stopped-answer = 答えだった場合は、もう一度送ってください。
resume-nothing = 休止も停止もしていません。
resumed = 再開しました。次のときにお送りします：
resumed-quiet = 再開しました。いつでもお書きください。
resume-ask = 再開しました。停止してからすべてオフになっています。必要なものをオンにしてください。
resume-all = すべて元のとおりに
resume-all-ask = 停止したときにオンだったのは次のものです。「{ resume-all }」を押すと、次のそれぞれに同意したことになります：
resume-all-changed = 次のものは文面が変わったので、一つずつお尋ねします：{ $purposes }。

pause-ask = いつまでですか。たとえば「月曜日まで休止」、または：
pause-ask-from = { $first }からですね。いつまでですか。たとえば「金曜日」、または：
pause-days = { $days }日
pause-weeks = { $weeks }週間
paused = 休止中です。{ $day }より前には書きません。早く戻るには「再開」と入力してください。
paused-from = { $first }から休止します。その日から{ $day }より前には書きません。取り消すには「再開」と入力してください。
pause-past = { $day }はこれからの日ではありません。どの日まで休止しましょうか。
pause-before = { $day }は{ $first }より後ではありません。何日からまた書きましょうか。
pause-unreadable = その日付を読み取れませんでした。「月曜日まで休止」「12月3日まで休止」のように書けます。
pause-far = 1年以上先です。「停止」のほうが合いますか。そうでなければ、もっと近い日を教えてください。
pause-nothing = 休止する予定がありません。

next-heading = 次のときに書きます：
next-not-delivered = 届きませんでした：{ $day }の質問。このチャットが受け取りませんでした。お返事は必要ありません。

hold-file = すべてをファイルで受け取る
hold-heading = あなたについて保存しているもの
hold-nothing = この会話の宛先のほかは、何も保存していません。
hold-person = ここでの名前、言語（{ $language }）、タイムゾーン（{ $zone }）。連絡し、時間を守るためです。
hold-engagement = { $coach }さんと、{ $until }まで。すべて{ $erased }までに消去されます。
hold-rhythm = あなたの時間：{ $times }
hold-answers = { $count ->
    [0] 答えはありません。
   *[other] 答え{ $count }件：
}
hold-steps = { $count ->
    [0] 一歩はありません。
   *[other] 一歩{ $count }件：
}
hold-shares = { $count ->
    [0] 共有したものはありません。
   *[other] 共有{ $count }件：
}
hold-more = ほかに古いものが{ $count }件あります。
hold-share-seen = { $coach }さんが{ $day }に受け取りました：
hold-share-waiting = { $coach }さんへの次のまとめを待っています：
hold-ledger = いつ何を許可されたかの、名前のない記録：{ $count }件。消去のあとも証明として残ります。
hold-kept = { $days ->
    [0] ご自分で選んだ保存期間：終わりまで。
   *[other] ご自分で選んだ保存期間：{ $days }日。
}
hold-deliveries = いつ書いたか、いつ書く予定か（言葉は含みません）：{ $count ->
    [0] まだありません
   *[other] { $count }回
}。
hold-coach = コーチとしてのあなたについて残しているもの：
hold-chat = この会話そのものは{ $platform }が保存していて、こちらではありません。

erase-ask = あなたについて保存しているものをすべて消去しますか。元には戻せません。答え、一歩、時間が消え、こちらからは書かなくなります。
erase-yes = すべて消去
erase-some = 一部だけ …
erase-no = 残す
erase-kept = 何も消去していません。
erase-which = どの部分ですか。
erase-part-week = この7日間
erase-part-month = この30日間
erase-part-days = ほかの日 …
erase-part-one = 一つの答え …
erase-part-nothing = その期間のものは保存していません。
erase-part-yes = 消去する
erase-days = どの日からどの日までですか。両方の日を含みます。
erase-from = 開始日
erase-from-example = 11月3日
erase-to = 終了日
erase-to-example = 昨日
erase-days-show = 消えるものを見る
erase-days-unreadable = その二つの日を読み取れませんでした。早い日を先に、どちらも今日までの日にしてください。
erase-days-ask = { $first }から{ $last }までに書かれたものを消去しますか。元には戻せません。
erase-pick = どれですか。
erase-this = これを消去（{ $day }）
erase-older = ここに表示されていないものが、ほかに{ $count }件あります。消去するには「{ erase-part-days }」をお使いください。
erase-one-ask = この答えを消去しますか。元には戻せません。
erase-unfinished = 言葉はもう誰にも読めません。鍵は破棄されました。残りの片づけは今うまくいきませんでしたが、自動で続きます。
erased-heading = 消去しました
erased-gone = 消えたもの：名前、宛先、時間、答え、一歩、そしてそれらを読むための鍵。
erased-gone-but-coach = 消えたもの：クライアントとしての答え、一歩、時間、そしてそれらを読むための鍵。コーチとしての名前、宛先、言語、タイムゾーンは残っています。
erased-counted = 内訳：{ $answers ->
    [0] 答えなし
   *[other] 答え{ $answers }件
}、{ $steps ->
    [0] 一歩なし
   *[other] 一歩{ $steps }件
}、{ $shares ->
    [0] 共有なし
   *[other] 共有{ $shares }件
}。
erase-counted = 対象：{ $answers ->
    [0] 答えなし
   *[other] 答え{ $answers }件
}、{ $steps ->
    [0] 一歩なし
   *[other] 一歩{ $steps }件
}、{ $shares ->
    [0] 共有なし
   *[other] 共有{ $shares }件
}。
erased-part-keys = それを読むための鍵は破棄されました。ほかに残されたものは、まだここにあります。
erased-backups = これより前のバックアップを読めるのは、当時の鍵と親の鍵も残していた場合だけです。そうした写しは、運用している人が{ $day }までに破棄します。
erased-backups-later = これより前のバックアップは、当時の鍵がないと読めません。その鍵の写しは、運用している人が次に手作業で親の鍵を替えたときに使えなくなります。バックアップ自体は{ $day }までに破棄されます。
erased-proof = 証明として残るもの：いつ何を許可されたかの記録{ $count }件。名前はありません。
erased-proof-damaged = この証明の一部は壊れていて、数えられませんでした。それ以外はすべて消去されています。
erased-coach = 共有されたものは{ $coach }さんに表示されました（最初は{ $day }）。今、こちらのメッセージから取り除いています。読まれたものや写されたものは取り戻せません。
erased-name = { $coach }さんへの以前のメッセージには、お名前がまだ残っている場合があります。それは先方の会話に残ります。
erased-chat-other-all = チャットのサービスが許す範囲で、こちらのメッセージを削除しています。ご自分で書かれたものは、そこで削除するまで残ります。組織が写しを持っている場合があり、それを消せるのは組織だけです。
erased-chat-other-part = チャットのサービスが許す範囲で、それについてのこちらのメッセージを削除しています。ご自分で書かれたものは、そこで削除するまで残ります。組織が写しを持っている場合があり、それを消せるのは組織だけです。
erased-chat-other-kept = チャットのサービスが許す範囲で、それについてのこちらのメッセージを削除しています。この会話のほかの部分は、そこで削除するまでチャットのサービスに残ります。組織が写しを持っている場合があり、それを消せるのは組織だけです。
erased-again = また始めるときは、コードを入力してください。

ending-heading = まもなく終わります
ending-body = { $coach }さんとの時間は{ $until }に終わります。保存したものは{ $erased }までに消去されます。
ending-today-heading = 今日が最後の日です
ending-today = { $coach }さんとの時間は今日で終わります。保存したものは{ $erased }までに消去されます。
ending-goes = それは{ $answers ->
    [0] 答えなし
   *[other] 答え{ $answers }件
}、{ $steps ->
    [0] 一歩なし
   *[other] 一歩{ $steps }件
}、そして時間の設定です。共有されたものは、先に取り消さないかぎり、コーチの会話に残ります。
platform-other = チャットのサービス
stopped-still = 停止しているので、何も保存していません。始めるには「再開」と入力してください。
resume-first = 停止しているので、何も渡しません。始めるには「再開」と入力してください。
