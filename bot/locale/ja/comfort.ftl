# 今のままでよいか。そして、静かな時間のあとの一つの問い。
comfort-ask = 今のやり方は合っていますか。
comfort-too-often = 回数が多い
comfort-too-personal = 立ち入りすぎる
comfort-wrong-time = 時間が合わない
comfort-fine = このままでよい
comfort-stays = わかりました。このままにします。
comfort-less = これからは回数を減らします。次の日時にお送りします：
comfort-least = { $weeks ->
        [1] 今は週に一度で、これより少なくはできません。休止しますか。
       *[other] 今は{ $weeks }週間に一度で、これより少なくはできません。休止しますか。
    }
comfort-rest = 休止する
comfort-lighter = これからは、もっと軽い質問にします。
comfort-lightest = 今のものが、いちばん軽い質問です。外したいものがあれば「質問」と入力してください。

gentle-ask = これからどうしましょうか。どれを選んでもかまいません。お返事がなければ、次に話しかけていただくまで休止します。
gentle-less = 回数を減らす
gentle-time = 時間を変える
gentle-rest = 休止する
gentle-stop = 停止する

reminder-hello = チェックインの質問は、まだここにあります。よろしければ、どうぞ。
