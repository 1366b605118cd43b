# What was not sent, and why: said above the next answer.
unsent-thing = { $kind }（{ $day }）
unsent-late = 送っていません：{ $things }。ご指定の時間帯に送れませんでした。遅れて送ることはしません。
unsent-changed = 送っていません：{ $things }。同意された内容が変わったので、新しいお返事を待っています。
unsent-away = 送っていません：{ $things }。このワークスペースから外されていました。
unsent-broken = 届いていません：{ $things }。その一部を読み取れませんでした。
unsent-refused = 届いていません：{ $things }。このチャットが受け付けませんでした。
