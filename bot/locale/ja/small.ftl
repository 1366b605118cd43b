# 短いやりとり：中立の一文だけ。質問もボタンもなし。明るくしすぎない（直前につらい話があるかもしれない）。
small-thanks-1 = どういたしまして。
small-thanks-2 = いえいえ。
small-thanks-3 = いつでもどうぞ。
small-hello-1 = おはようございます。
small-hello-2 = こんにちは。
small-hello-3 = こんばんは。
small-fine-1 = わかりました。
small-fine-2 = はい。
small-fine-3 = 承知しました。
small-laugh-1 = はい、ここにいます。
small-laugh-2 = ここにいます。
small-laugh-3 = 変わらず、ここにいます。
small-bye-1 = それでは、また。
small-bye-2 = また今度。
small-bye-3 = わかりました。では、また。
