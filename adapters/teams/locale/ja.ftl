# Microsoft Teamsだから言うことと、アプリ一覧に表示されること。
teams-elsewhere = お話しできるのは個人チャットだけです。個人チャットで話しかけてください。
teams-no-files = ファイルや画像は受け取れないため、送られたものは開いていません。よろしければ、言葉で書いてください。
teams-no-forwards = 転送されたメッセージは受け取っていません。ここで受け取るのは、ご自分で書いた言葉だけです。大切なことでしたら、ご自分の言葉で教えてください。
teams-file-gone = そのファイルは、もうここにありません。もう一度ご依頼いただければ、新しく作ります。
teams-file-failed = Teamsがファイルを受け付けませんでした。中身はこちらです。コピーしてお使いください：
teams-home = ホーム
teams-help = ヘルプ
teams-switches = 許可の設定
teams-hold = 何を保存していますか
teams-stop = 停止
teams-short = 許可した範囲だけで、コーチングの合間を支えるボット
teams-long = Handrailは、コーチングのセッションの合間を支えるボットです。選んだ時間にチェックインと小さな一歩をお届けし、答えはご自分の言葉で書けます。コーチに届くのは、先に内容を確認して共有したものだけです。インストールしても、誰にも何も送られません。コーチから受け取ったコードを入力すると始まり、休止、停止、消去はいつでもできます。Handrailは人ではなくボットです。ご所属の組織が運用していて、このチャットを読んだりエクスポートしたりできる場合があります。
teams-do-home = 自分のページ：今オンのものと、次の予定
teams-do-help = ここで入力できること
teams-do-switches = 許可の確認と変更
teams-do-hold = あなたについて保存しているものすべて
teams-do-stop = これから先のメッセージを止める
teams-start-code = コーチからコードを受け取りました
teams-say-code = コードは
teams-start-coach = コーチです
teams-say-coach = 招待
teams-do-how = これが何かを短く説明します
teams-do-sees = コーチとご所属の組織に見えるもの
teams-do-nothing = 返事をするかどうかは、ご自分で選べます
teams-do-code = コーチから受け取ったコードで始める
teams-do-coach = クライアントに渡すコードを受け取る

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = このチャットのボットのメッセージを、Teamsが許す範囲で削除しています。ご自分で書いたものは、ご自分で削除するまでTeamsに残ります。ご所属の組織が写しを持っている場合があり、それを削除できるのは組織だけです。許可を得てOneDriveに置いたファイルは、ご自分で削除するまでそこに残ります。
erased-chat-teams-part = このチャットにあるボットのメッセージのうち、消去した内容についてのものを、Teamsが許す範囲で削除しています。ご自分で書いたものは、ご自分で削除するまでTeamsに残ります。ご所属の組織が写しを持っている場合があり、それを削除できるのは組織だけです。許可を得てOneDriveに置いたファイルは、ご自分で削除するまでそこに残ります。
erased-chat-teams-kept = このチャットにあるボットのメッセージのうち、消去した内容についてのものを、Teamsが許す範囲で削除しています。ほかの部分は、そこで削除されるまでTeamsに残ります。ご所属の組織が写しを持っている場合があり、それを削除できるのは組織だけです。許可を得てOneDriveに置いたファイルは、ご自分で削除するまでそこに残ります。
