# 目的ごとに一つの質問。文面の指紋は記録に残り、文が変わればもう一度尋ねる。
purpose-agreement = 取り決め
purpose-check-ins = チェックイン
purpose-step-prompts = 一歩のお知らせ
purpose-keep-marks = タップの保存
purpose-keep-words = 言葉の保存
purpose-share-marks = タップの共有
purpose-share-words = 言葉の共有
purpose-reminder = リマインド
purpose-session-prep = セッション前後の質問
purpose-notes = コーチからのひとこと
purpose-listed = コーチの一覧への表示
purpose-digest = まとめ

ask-check-ins = { $until }まで、あなたの時間の中で、チェックインと、終わる前の一度のお知らせと、同意された内容が変わったときにはチェックインの代わりのお尋ねを送ってもよいですか。
ask-keep-words = 書かれたことを暗号化して保存し、読み返したり共有したりできるようにしてもよいですか。しない場合は、一度繰り返して、手放します。
ask-keep-marks = タップ（「一部」など）も保存してよいですか。
ask-step-prompts = { $until }まで、選ばれた日に、あなたの時間の中で、小さな一歩を一度お知らせしてもよいですか。
ask-share-words = { $until }まで、言葉をコーチに渡してもよいですか。先に見て承認されたものだけを、一つずつ。
ask-share-marks = { $until }まで、タップをコーチに渡してもよいですか。先に見て承認されたものだけを、一つずつ。
ask-reminder = { $until }まで、チェックインの翌日、それまでここに来られていなければ、一度だけお知らせしてもよいですか。
ask-session-prep = { $until }まで、セッションの前日に持っていきたいことを、終わったあとに一つの小さな一歩を、一度ずつ尋ねてもよいですか。
ask-notes = { $until }まで、コーチがここを通して、あなたの時間の中で短いひとことを送ってもよいですか。許可されていることはコーチに見えます。
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
switched-off-keep-marks = 「タップの保存」はオフです。保存していたタップを消去しました。{ $coach }さんがすでに受け取ったものは除きます。
switched-off-share = { $purpose }：オフ。{ $coach }さんがまだ受け取っていないものは渡されません。

asked-again = ここでお尋ねする内容が、同意のあとで変わりました。改めて決めていただくまでオフにしています。
asked-again-agreement = 同意のあとで、取り決めが変わりました。改めて決めていただくまで、これ以上は送らず、残さず、渡しません。承認されたものは待っています。コーチにすでに見えていたものは、そのままです。
asked-otherwise = そこでお尋ねした内容は、そのあと変わりました。いまはこうなっています。
stays-while-waiting = これは前のままにしておきます。取り決めが変わり、お返事を待っているためです。
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
