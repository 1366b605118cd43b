# どの会話でも使う文。一つの意味に一つの語：コーチ、チェックイン、小さな一歩（ステップ）、スイッチ、共有、
# まとめ（digest）、伴走（engagement）、受領書（receipt）、取り決め（agreement）。です・ます調。
locale = ja
# Dates as sentences write them. CLDR names months and days; lists and buttons have short ones.
date-day = { $month }{ $day }日({ $weekday })
date-day-year = { $year }年{ $month }{ $day }日({ $weekday })
date-year = { $year }年{ $month }{ $day }日
date-hour = { $hours ->
       *[other] { $hour }
    }
date-moment = { $day } { $hour }
date-weekday = { $number ->
       *[other] { $name }
    }
summary = Handrailからのお知らせ
# How a name that is not plainly a name stands inside a sentence of the bot.
named = 「{ $name }」
yes = はい
no = いいえ
not-now = 今はしない

hello =
    はじめまして。ボットのHandrailです。コーチからコードを受け取っていたら、ここに入力してください。
    コーチの方は「招待」と入力してください。
help-client = いつでも、ご自分の言葉で書いてください。
help-today = 今日のこと：
help-yours = あなたのもの：
help-when = お送りする時間：
help-everything = わかる言葉をすべて見る
help-page = 自分のページ
help-coach = コーチの方へ：
help-all = 次の言葉をそのまま入力できます：
help-all-client =
    「ホーム」「一歩」「できたこと」「自分の言葉」「質問」「セッション」「フィードバック」
    「自分の言葉 3月」「自分への手紙」「一歩の一覧」「強み」「線グラフ」「コース」
    「許可の設定」「何を保存していますか」「誰が見ましたか」「同意の控え」「保存期間」「消去」
    「時間を変える」「次の予定」「月曜日まで休止」「再開」「停止」「言語」
help-all-coach = コーチの方：「招待」「まとめ」「クライアント」「プロフィール」「質問」
language-ask = どの言語で話しましょうか。
language-set = これからは日本語で話します。
too-long = 一度に受け取れる長さ（{ $limit }{ $of ->
        [lines] 行
       *[characters] 文字
    }）を超えています。何も保存していません。分けて送っていただけますか。
field-too-long = 一つの欄に入る長さ（{ $limit }{ $of ->
        [lines] 行
       *[characters] 文字
    }）を超えています。何も変わっていません。もう少し短くしていただけますか。
edit-too-long = メッセージが一度に受け取れる長さ（{ $limit }{ $of ->
        [lines] 行
       *[characters] 文字
    }）を超えたため、こちらには変更前の内容が残っています。短くしていただければ新しい言葉に置き換え、削除されればこちらの控えも消します。
empty = 空のメッセージが届きました。ご自分の言葉で書くか、「ヘルプ」と入力してください。
stale = そのボタンに当たるものは、もうここにはありません。何も変わっていません。できることは「ヘルプ」で見られます。
already-done = それはもう済んでいます。何も変わっていません。
trouble = こちらで問題が起きて、何も保存されませんでした。もう一度お試しください。
interrupted = 途中で処理が止まり、お返事が届いていないかもしれません。今の操作は保存されています。もう一度書いてくだされば、そこから続けます。
damaged = 保存していたものが壊れていて、読めなくなりました。何も変わっていません。運用している人が確かめられます。誰かはコーチが知っています。
form-unreadable = フォームを読み取れませんでした。何も変わっていません。もう一度お試しください。

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = 組織は、ここでの会話を読んだり書き出したりできる場合があります。
