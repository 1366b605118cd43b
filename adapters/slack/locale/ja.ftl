# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = ここではほかの人も読めるため、お答えを控えます。二人だけのチャットで話しかけてください。
slack-elsewhere = 二人だけのチャットにお答えしました。
slack-no-file = ファイルや音声は受け取れません。開いておらず、何も保存していません。よろしければ言葉で書いてください。
slack-words-title = ご自分の言葉で
slack-words-label = 何を書きますか。
slack-words-send = 送信

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = Slackが許す範囲で、こちらのメッセージを削除しています。ご自分で書かれたものは、そこで削除するまでSlackに残ります。組織が写しを持っている場合があり、それを消せるのは組織だけです。
erased-chat-slack-part = Slackが許す範囲で、それについてのこちらのメッセージを削除しています。ご自分で書かれたものは、そこで削除するまでSlackに残ります。組織が写しを持っている場合があり、それを消せるのは組織だけです。
erased-chat-slack-kept = Slackが許す範囲で、それについてのこちらのメッセージを削除しています。この会話のほかの部分は、そこで削除するまでSlackに残ります。組織が写しを持っている場合があり、それを消せるのは組織だけです。
