# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = ここではほかの人にも読まれる可能性があるため、お返事を控えます。私とのダイレクトメッセージで話しかけてください。そこにいるのは、あなたと私だけです。
slack-elsewhere = 私とのダイレクトメッセージでお返事しました。
slack-no-file = ファイルや音声は受け取れません。開いておらず、何も保存していません。よろしければ、言葉で書いてください。
slack-words-title = ご自分の言葉で
slack-words-label = どんなことを書きますか。
slack-words-send = 送信

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = このチャットのボットのメッセージを、Slackが許す範囲で削除しています。ご自分で書いたものは、ご自分で削除するまでSlackに残ります。ご所属の組織が写しを持っている場合があり、それを削除できるのは組織だけです。
erased-chat-slack-part = このチャットにあるボットのメッセージのうち、消去した内容についてのものを、Slackが許す範囲で削除しています。ご自分で書いたものは、ご自分で削除するまでSlackに残ります。ご所属の組織が写しを持っている場合があり、それを削除できるのは組織だけです。
erased-chat-slack-kept = このチャットにあるボットのメッセージのうち、消去した内容についてのものを、Slackが許す範囲で削除しています。ほかの部分は、そこで削除されるまでSlackに残ります。ご所属の組織が写しを持っている場合があり、それを削除できるのは組織だけです。
