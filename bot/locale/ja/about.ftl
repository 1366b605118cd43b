# ボットへの質問への答え。短く、この環境で本当のことだけ。bot/messages/about_rows.py を参照。
about-ask-ai = 人ですか、AIですか
about-ask-sees = 書いたことは誰に見えますか
about-ask-boss = 上司に見えますか
about-ask-hr = 人事に見えますか
about-ask-store = どこに保存されますか
about-ask-long = いつまで保存されますか
about-ask-must = やらないといけませんか
about-ask-nothing = 返事をしないとどうなりますか
about-ask-coach = コーチは何を知っていますか
about-ask-share = どうすれば共有できますか
about-ask-undo = 取り消せますか
about-ask-delete = どうすれば消せますか
about-ask-language = どの言語が使えますか
about-ask-human = 人と話すには
about-ask-runs = 誰が運用していますか
about-ask-cost = 料金はかかりますか
about-ask-next = 次はいつ届きますか
about-ask-prove = どうすれば確かめられますか
about-ask-how = どういう仕組みですか
about-ask-overview = 何を質問できますか

about-show-seen = 誰が見たか
about-show-keeping = 保存期間を選ぶ…
about-show-language = 言語を変える…
about-show-words = 自分の言葉
about-erase-one = 答えを一つ消去…

about-not-begun = コーチから受け取ったコードを入力されるまで、何も始まりません。その後も、一つずつ許可をいただいてからです。

about-ai = Handrailというボットです。人が返事を打っているのではありません。ボットの文はすべて、人があらかじめ書いたものです。
about-ai-hearing = ここでは言語モデルは読むことも書くこともありません。停止、ボットへの質問、つらさを表す言葉に気づくために、言葉の一覧と、学習済みの小さな分類器を、このボットが動くサーバーの中で使います。書かれたことから学習することはありません。

about-sees-plan = ここでコーチと取り組む場合、コーチが読むのは、先に確認して共有されたものだけ、一字一句そのままです。
about-sees-client = { $coach }さんが読むのは、先に確認して共有されたものだけ、一字一句そのままです。
about-sees-coach = コーチとして読めるのは、クライアントが先に確認して共有したものだけです。
about-sees-of-coach = クライアントは、あなたのプロフィール、質問、ひとことを読めます。
about-shared = { $shared ->
    [0] { $coach }さんと共有しているものはありません。
   *[other] { $coach }さんと共有しているものは{ $shared }件です。
}
about-coach-listed = そのほか、ここを使っていること、最終日、次のセッションが{ $coach }さんに見えることを許可されています。
about-coach-notes = そのほか、{ $coach }さんからひとことが届くことを許可されていて、そのことは{ $coach }さんに見えます。
about-coach-only = いつ答えたか、答えたかどうか、ご自分だけのものにした内容は、このボットから{ $coach }さんに伝わりません。
about-coach-joining = コードを使われたかどうかは、後で許可されないかぎり{ $coach }さんに伝えません。
about-coach-over = 終了してから、{ $coach }さんに新しく届くものはありません。以前に表示されたものは、{ $coach }さんの会話に残っていることがあります。
about-coach-none = ここにコーチの登録は見当たりません。こちらに書かれたことは誰にも伝えません。

about-boss = ここには、上司のための画面も報告もありません。
about-boss-coach = 上司がここでコーチも兼ねている場合、その方と共有されたものは読まれます。
about-hr = ここには、人事のための画面も報告もなく、組織のためのものもありません。

about-store = 保存したものは、このボットが動くサーバーにあります。言葉とお名前は暗号化されています。鍵は、そのサーバーを運用している人が持っています。

about-long-most = { $most ->
   *[other] 許可されたものを保存するのは最長で{ $most }日間です。もっと短くもできます。
}
about-long-erased = { $coach }さんとの期間に保存したものは、{ $erased }までにすべて消去されます。ご希望ならもっと早く消去できます。
about-long-nothing = 今は、言葉も選んだ答えも保存していません。一度引用するだけで、保存はしません。
about-long-proof = 何をいつ許可されたかの記録は、お名前なしで残ります。
about-long-coach = コーチとして保存しているお名前やプロフィールなどには、ここでは期限がありません。

about-must = いいえ。どれも、許可されるまでオフのままです。断ることも、休止も、停止も、いつでもできます。
about-must-coach = いいえ。まとめは希望された場合にだけ届き、いつでも停止できます。

about-nothing = 何も起こりません。断ることも、パスすることも、返事をしないことも自由です。誰にも伝えません。
about-nothing-reminder = チェックインのリマインドを、翌日に一度だけ許可されています。そのあとは、そのチェックインについてお送りしません。
about-nothing-gentle = 返事のないチェックインが何度か重なると、これからどうするかを一度だけお尋ねし、そのあとは休止します。
about-nothing-noticed = 「{ purpose-listed }」か「{ purpose-notes }」をオフにされると、{ $coach }さんが気づくことがあります。

about-share-how = 答えを引用したあとに「{ share }」を押してください。{ $coach }さんが読むとおりの形が表示され、承認されたときだけ共有されます。次のまとめで届きます。
about-share-keep-first = 共有できるのは保存したものだけで、保存は今オフです。「{ home-switches }」でオンにできます。
about-share-first = まず同意事項への同意が必要です。それまでは何も共有されません。
about-share-over = { $coach }さんとの時間は終わったので、もう共有できません。

about-undo = ご自分のメッセージを編集・削除するか、ここで答えを一つ消去できます。保存した分も変更または消去します。
about-undo-shared = 共有した答えを消去されると、{ $coach }さんへのメッセージからも取り除きます。{ $coach }さんがすでに読んだり写したりしたものは取り戻せません。
about-undo-none = 今のところ、保存している答えはありません。
about-undo-coach = ひとことは、送る前なら取りやめられます。届いたものは取り戻せません。

about-delete = すべて消去することも、一部だけ消去することもできます。元に戻せないので、消去の前にもう一度確認します。
about-delete-left = 残るのは、許可の記録（お名前なし）と、この会話そのものです。会話は{ $platform }が保存しています。
about-delete-coach = 消去されるのは、クライアントとしての情報です。コーチとしてのお名前、宛先、コードは残ります。それについては、このボットを運用している人にお尋ねください。

about-language = 使える言語：{ $languages }。今は{ $language }です。
about-language-stranger = 始められるまでは、この会話の言語に合わせます。

about-human = ボットなので、ここで人が返事をすることはありません。
about-human-coach = { $coach }さんには、ふだんの方法で連絡できます。こちらから取り次ぐことはしません。
about-human-contacts = 組織が案内している連絡先：

about-runs = 組織がこのボットを運用しています。
about-runs-by = お問い合わせ先：{ $by }
about-runs-unnamed = 担当者の名前はここに登録されていません。このボットを紹介した人が知っているかもしれません。
about-runs-software = ソフトウェアの名前はHandrailで、オープンソースです。

about-cost = 利用は無料で、支払いを受け取ることもありません。
about-cost-plan = コーチングの料金は、コーチとクライアント、場合によっては組織のあいだで決めるものです。
about-cost-coach = コーチングの料金は、あなたと{ $coach }さん、場合によっては組織のあいだで決めるものです。
about-cost-card = 料金について{ $coach }さんが書いたこと：

about-next = 次の予定：{ $when }
about-next-none = 今は予定がありません。
about-next-only = こちらからお送りするのは、許可されたものだけ、選ばれた時間帯だけです。
about-next-notes = その時間帯に、{ $coach }さんからのひとことが届くこともあります。
about-next-never = こちらからお送りすることはありません。それには、先に許可をいただく必要があります。

about-prove = 「同意の控え」では、許可したことと断ったことが、日付と文面とともにわかります。「何を保存していますか」では、すべてをファイルで受け取れます。「誰が見ましたか」では、コーチにいつ表示されたかがわかります。
about-prove-code = ソースコードは公開されています。そのページ docs/nevers.md に、約束ごとに、それを守るコードと、破ろうと試みるテストが書かれています。運用している人は、同意の記録を検査できます：handrail ledger verify

about-how = コーチから受け取ったコードを、ここに入力します。何を、いつお尋ねするかは、あなたが選びます。コーチが読むのは、先に確認して共有されたものだけです。
about-how-coach = 「招待」と入力し、コードをクライアントに渡します。何を、いつ尋ねるかはクライアントが選びます。読めるのは、先に確認して共有されたものだけです。

about-overview = 何についてのご質問か、はっきりわかりませんでした。この中にありますか。
