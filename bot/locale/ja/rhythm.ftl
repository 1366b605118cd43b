# 時間は本人の手に：入力し、見て確かめ、「はい」のあとで有効になる。
rhythm-understood = 次のように受け取りました：
rhythm-line-days = { $days }、{ $every }
rhythm-line-window = { $from }から{ $to }の間（{ $zone }の時間）
rhythm-line-quiet = 静かにする時間：{ $from }から{ $to }
rhythm-line-off = 休みの日：{ $days }
rhythm-line-span = { $first }から{ $last }
rhythm-line-holidays = 次の国の祝日にはお送りしません：{ $country }
rhythm-weeks = { $weeks ->
    [1] 毎週
    [2] 隔週
   *[other] { $weeks }週間ごと
}
rhythm-suggested = { $coach }さんの提案：{ $days }、{ $every }。決めるのはあなたです。
rhythm-more = もっと細かく…
rhythm-more-ask = お送りしないほうがよいのは、いつですか。
rhythm-covers = チェックインとコーチからのひとことは、この曜日に届きます。一歩のリマインド、セッションの質問、チェックインのリマインド、終了のお知らせは、それぞれの日の、同じ時間帯に届きます。あとに回した質問は、指定した時に届きます。
rhythm-quiet-from = 静かにする時間の始まり
rhythm-quiet-to = 静かにする時間の終わり
rhythm-quiet-none = 静かにする時間なし
rhythm-off = 休みの日
rhythm-off-example = 12月24日、12月27日から1月3日
rhythm-holidays = 祝日にはお送りしない（国名）
rhythm-holidays-example = 日本
rhythm-bad-quiet = 静かにする時間のほかに、お送りできる時間が残りません。どちらかを変えてください。
rhythm-bad-off = 休みの日を読み取れませんでした。「12月24日、12月27日から1月3日」のように入力してください。
rhythm-bad-holidays = その国の祝日はわかりません。空欄のままでもかまいません。
rhythm-none-left = それでは、お送りできる日が残りません。静かにしてほしいときは「月曜日まで休止」か「停止」と入力してください。

travel-ask = お使いの時計は今、{ $place }の時間になっているようです。こちらからは{ $home }の時間でお送りしています。時間の設定を変えますか。
travel-move = { $place }の時間に変える
travel-stay = { $home }の時間のまま
travel-moved = 時間の設定を変えました。次の日時にお送りします：
travel-stayed = { $home }の時間のままにします。{ $place }については、もうお尋ねしません。

rested = わかりました、休止します。「再開」と入力されるまで、こちらからはお送りしません。

next-no-check-in = チェックインの予定はありません。こちらからお送りするのは、許可されたものだけです。
