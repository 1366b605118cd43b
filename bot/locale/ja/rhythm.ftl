# 時間は本人の手に：入力し、見て確かめ、「はい」のあとで有効になる。
rhythm-understood = こう理解しました：
rhythm-line-days = { $days }、{ $every }
rhythm-line-window = { $from }から{ $to }の間（{ $zone }時間）
rhythm-line-quiet = 静かな時間：{ $from }から{ $to }
rhythm-line-off = 休みの日：{ $days }
rhythm-line-span = { $first }から{ $last }
rhythm-line-holidays = 祝日には書きません：{ $country }
rhythm-weeks = { $weeks ->
    [1] 毎週
    [2] 隔週
   *[other] { $weeks }週間ごと
}
rhythm-suggested = { $coach }さんの提案：{ $days }、{ $every }。決めるのはあなたです。
rhythm-more = もっと …
rhythm-more-ask = いつ静かにしていましょうか。
rhythm-covers = チェックインとコーチからのひとことは、この曜日に届きます。一歩、セッションの質問、お知らせ、終わりのご案内は、それぞれの日の同じ時間帯に届きます。あとに回された質問は、おっしゃった時に届きます。
rhythm-quiet-from = 静かな時間の始まり
rhythm-quiet-to = 静かな時間の終わり
rhythm-quiet-none = 決めない
rhythm-off = 休みの日
rhythm-off-example = 12月24日、12月27日から1月3日
rhythm-holidays = 祝日に書かない国
rhythm-holidays-example = 日本
rhythm-bad-quiet = 静かな時間のため、書ける時間がなくなります。どちらかを変えてください。
rhythm-bad-off = その休みの日を読み取れませんでした。たとえば「12月24日、12月27日から1月3日」。
rhythm-bad-holidays = その国の祝日がわかりません。空のままでもかまいません。
rhythm-none-left = それでは曜日が残りません。静かにしてほしいときは「月曜日まで休止」か「停止」と入力してください。

travel-ask = 今は{ $place }の時間のようです。こちらは{ $home }の時間で書いています。時間を移しましょうか。
travel-move = { $place }の時間に移す
travel-stay = { $home }の時間のまま
travel-moved = 移しました。次のときに書きます：
travel-stayed = { $home }の時間のままにします。{ $place }についてはもう尋ねません。

rested = 休んでいます。「再開」と入力されるまで、こちらからは書きません。
