# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = ここではほかの人も読めるため、お答えを控えます。二人だけのチャットで話しかけてください。
slack-elsewhere = ほかの人が読まない、二人だけのチャットにお答えしました。
slack-no-file = ファイルや音声は受け取れません。開いておらず、何も保存していません。よろしければ言葉で書いてください。
slack-words-title = ご自分の言葉で
slack-words-label = 何を書きますか。
slack-words-send = 送信
