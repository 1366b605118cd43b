# 尋ねる、聴く、共有する。
check-in-hello = こんにちは。よろしければ、少しの時間を。
scale-ends = 1：{ $low }　5：{ $high }
question-by-coach = コーチからの質問：
question-step = { $count ->
    [1] 決めていた一歩です：
   *[other] 決めていた一歩です（一つずつ）：
}
question-step-ask = どうでしたか。
check-in-hint = 答えを選んでも、ご自分の言葉で書いても。パスしてもかまいません。
mark-done = できた
mark-partly = 一部
mark-not-yet = まだ
mark-1 = 1
mark-2 = 2
mark-3 = 3
mark-4 = 4
mark-5 = 5
another = 別の質問
another-none = 今のところ、これで終わりです。
pass = 答えない
passed = それで大丈夫です。また次の機会に。
check-in-old = その質問は{ $day }のものなので、そのままにしておきます。今、心にあることがあれば、どうぞ書いてください。

you-wrote = こう書かれました：
you-tapped = こう選ばれました：
what-becomes = これをどうしましょうか。
keep-private = 自分だけに残す
share = { $coach }さんと共有する
dont-keep = 残さない
kept = { $until }まで保存します。共有はしません。
not-kept = 保存していません。こちらの控えは消しました。
kept-nothing = 保存していません。こうした答えを、ご自分のため、または共有のために残してほしいときは、教えてください：
allow-keeping = 保存について尋ねる
edited = 更新しました。今はこうなっています：
removed = そのメッセージが削除されたので、こちらの控えも消しました。
ended-own-message = この会話にメッセージとして書いた場合、そのメッセージはご自身で削除するまで残ります。
ended-quotes = それを引用した私のメッセージも、チャットで可能な範囲で消します。
tap-changed = 前に選んだ答えは消しました。
edited-unknown = そのメッセージの内容はもうこちらにないため、変更しても何も変わりません。伝えたいことがあれば、新しく書いてください。
edited-gone = 変更前の内容と、それを引用していたこの会話の私のメッセージは、チャットで可能な範囲で消します。

preview-heading = { $coach }さんが読む内容
preview-hint = このとおり、一字一句、お名前とともに。
preview-approve = このとおり共有する
preview-decline = 共有しない
preview-changed = プレビューから変わりました。今はこうなっています。
shared = 承認されました。次のまとめで{ $coach }さんに届きます。それより早くは届きません。それまでは取り消せます。
take-back = 取り消す
taken-back = 取り消しました。{ $coach }さんには届きません。
taken-back-late = { $coach }さんには{ $day }に表示されました。今、こちらのメッセージから取り除いています。読まれたものや写されたものは取り戻せません。
form-words = { $day }、本人の言葉
form-question = { $day }、「{ $question }」について
body-scale = { $mark }（{ $low } … { $high }）
form-step = { $day }、小さな一歩について

seen-heading = 共有したものと、読めた人
seen-none = 共有したものはなく、誰にも表示されていません。
seen-by = { $coach }さんに{ $day }に表示されました。
seen-not-yet = { $coach }さんにはまだ表示されていません。
seen-nobody-else = ここではほかに誰も読めません。
