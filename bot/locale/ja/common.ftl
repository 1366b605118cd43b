# どの会話でも使う文。です・ます調。一つの意味に一つの語：
# チェックイン（check-in）、小さな一歩・一歩（step）、共有（share）、まとめ（digest）、ひとこと（note）、
# 保存（keep）、消去（erase）、削除（delete）、取り消す（take back）、許可・許可の設定（permission）、
# 休止（pause）、停止（stop）、再開（resume）、同意事項（agreement）、同意の控え（receipt）、
# リマインド（reminder）、ご指定の時間帯（your hours）、運用担当者（the people who run me）。
locale = ja
# Dates as sentences write them. CLDR names months and days; lists and buttons have short ones.
date-day = { $month }{ $day }日（{ $weekday }）
date-day-year = { $year }年{ $month }{ $day }日（{ $weekday }）
date-year = { $year }年{ $month }{ $day }日
date-hour = { $hours ->
       *[other] { $hour }
    }
date-moment = { $day }{ $hour }
date-weekday = { $number ->
        [0] 月
        [1] 火
        [2] 水
        [3] 木
        [4] 金
        [5] 土
        [6] 日
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
help-today = 今日できること：
help-yours = ご自分のもの：
help-when = お送りする時間について：
help-everything = 入力できる言葉をすべて見る
help-page = 自分のページ
help-coach = コーチとして：
help-all = 次の言葉を、そのまま入力できます：
help-all-client =
    「ホーム」「一歩」「できたこと」「自分の言葉」「質問」「セッション」「フィードバック」
    「自分の言葉 3月」「自分への手紙」「一歩の一覧」「強み」「答えの推移」「コース」
    「許可の設定」「何を保存していますか」「誰が見ましたか」「同意の控え」「保存期間」「消去」
    「時間を変える」「次の予定」「月曜日まで休止」「再開」「停止」「言語」「スポンサー」「組織の方針」「コーチは外部です」
help-all-coach = コーチとして：「招待」「まとめ」「クライアント」「プロフィール」「質問」「スポンサー」
language-ask = どの言語がよいですか。
language-set = これからは日本語でお話しします。
too-long = 一度に受け取れる長さ（{ $limit }{ $of ->
        [lines] 行
       *[characters] 文字
    }）を超えています。何も保存していません。分けて送っていただけますか。
field-too-long = 長さの上限（{ $limit }{ $of ->
        [lines] 行
       *[characters] 文字
    }）を超えている欄があります。何も変わっていません。もう少し短くしていただけますか。
edit-too-long = 変更後のメッセージが、一度に受け取れる長さ（{ $limit }{ $of ->
        [lines] 行
       *[characters] 文字
    }）を超えたため、こちらの控えは変更前のままです。短くしていただければ新しい内容に置き換え、メッセージを削除していただければこちらの控えも削除します。
empty = メッセージが空でした。ご自分の言葉で書くか、「ヘルプ」と入力してください。
stale = そのボタンは、今はもう使えません。何も変わっていません。できることは「ヘルプ」で見られます。
already-done = それはもう済んでいます。何も変わっていません。
trouble = こちらで問題が起きて、何も保存できませんでした。もう一度お試しください。
interrupted = こちらが途中で止まってしまい、返事が届いていないかもしれません。なさったことは保存されています。もう一度話しかけていただければ、そこから続けます。
damaged = 保存していたものの一部が壊れていて、もう読めません。何も変わっていません。このボットの運用担当者が調べられます。誰が担当しているかは、コーチが知っています。
form-unreadable = フォームを読み取れませんでした。何も変わっていません。もう一度お試しください。

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = ご所属の組織は、ここでのチャットを読んだりエクスポートしたりできる場合があります。
