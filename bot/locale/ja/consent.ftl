# 目的ごとに一つの質問。文面の指紋は記録に残り、文が変わればもう一度尋ねる。
purpose-agreement = 同意事項
purpose-check-ins = チェックイン
purpose-step-prompts = 一歩のお知らせ
purpose-keep-marks = 選んだ答えの保存
purpose-keep-words = 言葉の保存
purpose-share-marks = 選んだ答えの共有
purpose-share-words = 言葉の共有
purpose-reminder = リマインド
purpose-session-prep = セッション前後の質問
purpose-notes = コーチからのひとこと
purpose-listed = コーチの一覧への表示
purpose-digest = まとめ

ask-check-ins = { $until }まで、ご指定の時間帯に、チェックイン、同意された内容が変わったときのお尋ね、終わる前のお知らせをお送りしてもよいですか。
ask-keep-words = 書いた内容を暗号化して保存し、読み返したり共有したりできるようにしてもよいですか。保存しない場合は、一度繰り返すだけで、保存しません。
ask-keep-marks = 選んだ答え（「一部」など）も保存してよいですか。
ask-step-prompts = { $until }まで、選ばれた日に、ご指定の時間帯に、小さな一歩をお知らせしてもよいですか。
ask-share-words = { $until }まで、言葉をコーチに渡してもよいですか。先に見て承認されたものだけを、一つずつ。
ask-share-marks = { $until }まで、選んだ答えをコーチに渡してもよいですか。先に見て承認されたものだけを、一つずつ。
ask-reminder = { $until }まで、チェックインの翌日、それまでここに来られていなければ、一度だけお知らせしてもよいですか。
ask-session-prep = { $until }まで、セッションの前日に持っていきたいことを、終わったあとに一つの小さな一歩を、一度ずつ尋ねてもよいですか。
ask-notes = { $until }まで、コーチがここを通して、ご指定の時間帯に短いひとことを送ってもよいですか。許可されていることはコーチに見えます。
ask-listed = { $until }まで、あなたがここにいること、最後の日、次のセッションを、コーチの一覧に表示してもよいですか。
ask-digest = 何かが共有されたとき、選ばれた曜日と時間に、週に一度お届けしてもよいですか。

switches-heading = 許可していること
switches-hint =
    してもよいことに印を付けて、保存してください。新しいものは、有効になる前に一つずつ確認します。
    印を外したものはすぐに終わり、そのために保存していたものは削除されます。
switches-until = 許可の期限：{ $until }まで
switches-save = 保存
switches-same = 変更はありません。今の設定です：
switched-on = { $purpose }：オン（{ $until }まで）。
switched-off = { $purpose }：オフ。
switched-off-keep-words = 「言葉の保存」はオフです。保存していた言葉と一歩を消去しました。{ $coach }さんがすでに受け取ったものは除きます。
switched-off-keep-marks = 「選んだ答えの保存」はオフです。保存していた答えを消去しました。{ $coach }さんがすでに受け取ったものは除きます。
switched-off-share = { $purpose }：オフ。{ $coach }さんがまだ受け取っていないものは渡されません。

asked-again = ここでお尋ねする内容が、同意のあとで変わりました。改めて決めていただくまでオフにしています。
asked-again-agreement = 同意のあとで、同意事項が変わりました。改めて決めていただくまで、これ以上は送らず、残さず、渡しません。承認されたものは待っています。コーチにすでに見えていたものは、そのままです。
asked-otherwise = そこでお尋ねした内容は、そのあと変わりました。いまはこうなっています。
stays-while-waiting = これは前のままにしておきます。同意事項が変わり、お返事を待っているためです。
changed-also = ほかにも変わりました：{ $purposes }。こちらのお返事のあとでお尋ねします。
changed-kept = 残す期限は、これまでは{ $before }まで、いまは{ $after }までです。
changed-back = 同意されたときと同じ内容に戻っています。
changed-wider = 文は同じですが、できることか、読める人が増えました。
changed-unknown = 前の文の控えはありません。
changed-before = これまで：
changed-now = いま：
changed-empty = ここには何も書かれていません。

keep-now-end = 許可されたものを{ $erased }まで保存します。
keep-now-days = 許可されたものを{ $days }日間保存します。{ $erased }のあとは何も残しません。
keep-ask = どのくらい残しましょうか。
keep-days = { $days }日
keep-end = 終わりまで
