# One client as their coach sees them, and the end of it.
clients-type = 名前を入力しても、その方が共有した内容を見られます。
clients-pick = クライアント
clients-pick-open = 開く
client-until = ここでのお二人の期間は{ $until }までです。
client-next = 次のセッション：{ $moment }
client-since = { $day }のセッションより後
client-before = { $day }のセッションより前
client-noted = 話題にするものとしてメモしてあります。
client-nothing = 今のところ、この方から読めるものはここにありません。それは、この方について何かを示すものではありません。
client-which = 同じ名前の方が複数います。どなたのことですか。
client-unknown = その名前でお見せできるものはありません。それは、誰かについて何かを示すものではありません。
client-brief = セッションのために …
goodbye =
    { $coach }さんとのここでのコーチングは終了しました。{ $coach }さんが終了を選びました。このことでこちらからお送りするのは、これきりです。
    お預かりしているものは、{ $erased }まであなたのものです。写しを持っていくことも、「消去」と入力することもできます。このことについてのご質問は、{ $coach }さんにお尋ねください。
goodbye-gone =
    ここでのコーチングは終了しました。このボットは、コーチのワークスペースにつながらなくなりました。このことでこちらからお送りするのは、これきりです。
    お預かりしているものは、{ $erased }まであなたのものです。写しを持っていくことも、「消去」と入力することもできます。
client-suggest = 質問を提案する …
client-suggest-which = { $client }さんにどの質問を提案しますか。誰の提案かは{ $client }さんに表示され、決めるのはご本人です。
client-suggested = { $client }さんがご自分で選んでいなければ、「{ $title }」からお尋ねします。あなたの提案であることが表示され、いつでも変えられます。何を選んだかはお伝えしません。
more-own = { $mark }なのは、どんなところからですか。
client-numbered = { $client }さん（{ $number }）
