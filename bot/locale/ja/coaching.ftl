# コーチが読むもの。
invite-code = 一人分のコードです：
invite-how = { $expires }まで、一度だけ使えます。伴走は{ $until }までになります。ご自分の言葉で渡してください。たとえば：
invite-example =
    セッションの間に、よろしければHandrailを使ってみてください。このコードを入力します：{ $code }
    何を、いつ尋ねるか、私が何を見るかは、あなたが決めます。使わなくてもかまいませんし、私には知らされません。
invite-nothing-sent = 相手の方には何も送りません。コードが使われたかどうかもお知らせしません。
invite-weeks = { $weeks }週間のコード
digest-yes = はい、週に一度
digest-no = いいえ、自分で見ます
digest-on = わかりました。何かが共有されたときに届きます：{ $day }、{ $from }から{ $to }の間。「まとめ」と入力すれば、いつでも見られます。
digest-when = 別の曜日や時間 …
digest-when-ask = まとめはいつがよいですか。
digest-day = 曜日
digest-save = 保存
digest-off = では、まとめは届けません。共有されたものを見たいときは「まとめ」と入力してください。
digest-heading = 共有されたもの
digest-from = { $client }
digest-bring = セッションに持っていくもの
digest-someone = 伴走している方のお一人
digest-more = あと{ $count }件あります。
digest-show-more = 続きを見る
digest-end = それぞれの方が先に見て、あなたに向けて承認したものです。
digest-empty = 新しく共有されたものはありません。それは誰についても何も意味しません。
digest-not-delivered = 届きませんでした：{ $day }のまとめ。このチャットが受け取りませんでした。今も読めるものをお見せします。
digest-earlier = 以前に共有されたもの
help-coach-more = ほかに：「ホーム」「質問」「プロフィール」「クライアント」「セッション」
coach-only = 「{ $command }」はコーチ向けです。どなたかをコーチしている方は「招待」と入力してください。
digest-state-on = まとめは、何かが共有されたときに届きます：{ $day }、{ $from }から{ $to }の間。
digest-turn-off = まとめを止める
digest-waiting = 共有されたものがあります。
digest-open = 開く
digest-gone = ここにはもう読むものがありません。
digest-taken-back = ここにあったものは取り消されました。
