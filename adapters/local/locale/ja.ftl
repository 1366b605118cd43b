# Said on the local page only: its name, and what an erase leaves on it.
platform-local = ローカルページ
erased-chat-local-all = こちらのメッセージは削除しました。ご自分で書かれたものは「Clear this chat」を押すまでこのページに残ります。
erased-chat-local-part = それについてのこちらのメッセージは削除しました。ご自分で書かれたものは、そこで削除するまでこのページに残ります。
erased-chat-local-kept = それについてのこちらのメッセージは削除しました。この会話のほかの部分は「Clear this chat」を押すまでページに残ります。
