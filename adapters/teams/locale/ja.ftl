# Microsoft Teamsだから言うことと、アプリ一覧に表示されること。
teams-elsewhere = わたしは個人チャットでのみお話しします。個人チャットでお書きください。
teams-no-files = ファイルや画像は受け取れないため、送られたものは開いていません。よろしければ言葉で教えてください。
teams-file-gone = そのファイルはもうここにありません。もう一度お申し付けいただければ、新しく作ります。
teams-file-failed = Teamsがファイルを受け付けませんでした。中身はこちらです。コピーできます。
teams-home = ホーム
teams-help = ヘルプ
teams-switches = 許可の設定
teams-hold = 何を保存していますか
teams-stop = 停止
teams-short = コーチングの合間に、許可した範囲だけで寄り添います
teams-long = Handrailはコーチングの合間に寄り添うボットです。選んだ時間に問いかけや小さな一歩をお届けし、答えはご自身の言葉のまま。コーチに届くのは、ご自身が確認して共有したものだけです。インストールしても、誰にも何も送られません。コーチから受け取ったコードを入力して始め、いつでも休止、停止、消去ができます。Handrailは組織が運用しており、組織がこのチャットを読んだり書き出したりできる場合があります。
teams-do-home = 自分のページ。今の状態と次の予定
teams-do-help = ここで入力できること
teams-do-switches = 許可していることの確認と変更
teams-do-hold = 保存されているすべてのこと
teams-do-stop = これからはメッセージを送りません

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = Teamsが許す範囲で、こちらのメッセージを削除しています。ご自分で書かれたものは、そこで削除するまでTeamsに残ります。組織が写しを持っている場合があり、それを消せるのは組織だけです。OneDriveに置いたファイルは、ご自分で削除するまでそこに残ります。
erased-chat-teams-part = Teamsが許す範囲で、それについてのこちらのメッセージを削除しています。ご自分で書かれたものは、そこで削除するまでTeamsに残ります。組織が写しを持っている場合があり、それを消せるのは組織だけです。OneDriveに置いたファイルは、ご自分で削除するまでそこに残ります。
erased-chat-teams-kept = Teamsが許す範囲で、それについてのこちらのメッセージを削除しています。この会話のほかの部分は、そこで削除するまでTeamsに残ります。組織が写しを持っている場合があり、それを消せるのは組織だけです。OneDriveに置いたファイルは、ご自分で削除するまでそこに残ります。
