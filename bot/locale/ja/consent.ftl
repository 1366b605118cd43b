# 目的ごとに一つの質問。文面の指紋は記録に残り、文が変わればもう一度尋ねる。
purpose-agreement = 同意事項
purpose-check-ins = チェックイン
purpose-step-prompts = 一歩のリマインド
purpose-keep-marks = 選んだ答えの保存
purpose-keep-words = 書いた言葉の保存
purpose-share-marks = 選んだ答えの共有
purpose-share-words = 書いた言葉の共有
purpose-reminder = チェックインのリマインド
purpose-session-prep = セッション前後の質問
purpose-notes = コーチからのひとこと
purpose-listed = コーチの一覧への表示
purpose-sponsor = 費用を負担する相手への一文
purpose-digest = まとめ

ask-check-ins = { $until }まで、ご指定の時間帯に、チェックイン、同意した内容が変わったときの確認、終了が近づいたときのお知らせ（2回）をお送りしてもよいですか。
ask-keep-words = 書いた内容を、あとで読み返したり共有したりできるように、暗号化して保存してもよいですか。許可がなければ、一度そのまま表示するだけで、保存しません。
ask-keep-marks = 選んだ答え（「一部できた」など）を保存してもよいですか。
ask-step-prompts = { $until }まで、選んだ日のご指定の時間帯に、小さな一歩についてリマインドをお送りしてもよいですか。
ask-share-words = { $until }まで、書いた言葉をコーチに渡してもよいですか。渡すのは、先に内容を確認して承認した答えだけで、一つずつです。
ask-share-marks = { $until }まで、選んだ答え（「一部できた」など）をコーチに渡してもよいですか。渡すのは、先に内容を確認して承認した答えだけで、一つずつです。
ask-reminder = { $until }まで、チェックインのあとここを一度も使っていないときに、翌日、一度だけリマインドをお送りしてもよいですか。
ask-session-prep = { $until }まで、セッションの前日に「セッションで話したいこと」を、終わったあとに一度「次の小さな一歩」をお尋ねしてもよいですか。
ask-notes = { $until }まで、コーチがこのボットを通して、ご指定の時間帯に短いひとことを送ってもよいですか。許可していることは、コーチに見えます。
ask-listed = { $until }まで、コーチの一覧にあなたを表示して、ここを使っていること、最終日、次のセッションが見えるようにしてもよいですか。
ask-sponsor = { $until }まで、費用を負担する相手のためにあなたが書いた一文を、下の届け先にメールで送ってもよいですか。送るのは、先に内容を確認して承認したものだけで、一文ずつです。お名前と、書いた場合はセッションの回数が添えられます。
ask-digest = クライアントが共有したものを、週に一度、ご指定の曜日と時間帯にお送りしてもよいですか。

switches-heading = 許可していること
switches-hint =
    許可するものにチェックを入れて、保存してください。新しく許可するものは、有効になる前に一つずつお尋ねします。
    チェックを外したものはすぐに終わり、そのために保存していたものは消去されます。
switches-until = 許可の期限：{ $until }
switches-save = 保存する
switches-same = 何も変わっていません。今の設定です：
switched-on = { $purpose }：オンにしました。期限は{ $until }です。
switched-off = { $purpose }：オフにしました。
switched-off-keep-words = 「書いた言葉の保存」をオフにしました。保存していた言葉と一歩を消去しました。{ $coach }さんがすでに受け取ったものは除きます。
switched-off-keep-marks = 「選んだ答えの保存」をオフにしました。保存していた答えを消去しました。{ $coach }さんがすでに受け取ったものは除きます。
switched-off-share = { $purpose }：オフにしました。{ $coach }さんがまだ受け取っていないものは、渡しません。
switched-off-sponsor = { $purpose }：オフにしました。まだ送られていないものは送られません。ここにあった一文は消去しました。メールで送られたものは相手のメールボックスにあり、取り消せません。

asked-again = 許可をいただいたあとで、ここでお尋ねする内容が変わりました。もう一度決めていただくまで、オフにしています。
asked-again-agreement = 同意をいただいたあとで、同意事項が変わりました。もう一度決めていただくまで、これ以上は送らず、保存せず、コーチに渡しません。承認済みのものは、渡さずに取っておきます。これまでコーチに見えていたものは、そのままです。
asked-otherwise = そこでお尋ねした内容は、そのあと変わりました。今の文面はこちらです。
stays-while-waiting = これは前のままにしています。同意事項が変わったため、まずそのお返事をお待ちしています。
changed-also = ほかにも変わったものがあります：{ $purposes }。こちらのお返事のあとでお尋ねします。
changed-kept = 保存の期限は、これまでは遅くとも{ $before }まででした。これからは{ $after }までになります。
changed-back = 今の文面は、許可をいただいたときと同じものに戻っています。
changed-wider = 文面は同じですが、許可の範囲が広がったか、読める人が増える可能性があります。
changed-unknown = 前の文面の控えはありません。
changed-before = これまで：
changed-now = 今：
changed-empty = ここには何も書かれていません。

keep-now-end = 許可されたものを{ $erased }まで保存します。
keep-now-days = 許可されたものを{ $days }日間保存します。{ $erased }のあとは何も残りません。
keep-ask = どのくらいの期間、保存しますか。
keep-days = { $days }日
keep-end = 終了まで
