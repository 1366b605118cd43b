# 今のままでよいか。そして、静かな時間のあとの一つの問い。
comfort-ask = このままで合っていますか。
comfort-too-often = 多すぎる
comfort-too-personal = 立ち入りすぎる
comfort-wrong-time = 時間が合わない
comfort-fine = このままで
comfort-stays = わかりました。このままにします。
comfort-less = これからは少なくします。次のときに書きます：
comfort-least = これ以上間隔をあけることはできません。今は{ $weeks }週間ごとです。一時停止しますか。
comfort-rest = 一時停止する
comfort-lighter = これからは軽い質問にします。
comfort-lightest = もう一番軽い質問だけです。外したいものがあれば「質問」と入力してください。

gentle-ask = これからどうしましょうか。どれでもかまいません。何も言われなければ、書かれるまで休みます。
gentle-less = もっと少なく
gentle-time = 別の時間
gentle-rest = 一時停止する
gentle-stop = 停止

reminder-hello = チェックインはまだここにあります。よろしければ。
