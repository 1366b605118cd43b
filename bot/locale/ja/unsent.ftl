# What was not sent, and why: said above the next answer.
unsent-thing = { $day }の{ $kind }
unsent-late = 送っていません：{ $things }。ご指定の時間帯に送れませんでした。遅れてお送りすることはしません。
unsent-changed = 送っていません：{ $things }。許可した内容が変わったので、新しいお返事をお待ちしています。
unsent-away = 送っていません：{ $things }。このボットがワークスペースから外されていました。
unsent-broken = 届いていません：{ $things }。読み取れない部分がありました。
unsent-refused = 届いていません：{ $things }。このチャットが受け付けませんでした。
unsent-sponsor = 送れませんでした：{ $things }。メールが届きませんでした。
unsent-halted = 送っていません：{ $things }。ご所属の組織が、こちらから自動で送るものを一時停止していました。
halted-now = ご所属の組織が、こちらから自動で送るものを一時停止しています。その間、こちらから先にお送りすることはありません。書いてくださればこれまで通りお答えします。許可された内容もそのままです。
