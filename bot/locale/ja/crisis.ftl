# 苦しいときの言葉：まず人へ。判断も分類もしない。
crisis-people = とてもつらいことのように読めます。話を聴いてくれる人たちがいます：
crisis-contact = { $name }：{ $phone }
crisis-contact-hours = { $name }：{ $phone }（{ $hours }）
crisis-emergency = 今、誰かに危険があるときは{ $phone }に電話してください。
crisis-anywhere = どの国でも：findahelpline.com
crisis-bot = これはボットです。見守ってはいません。誰にも知らせていません。今書かれたことは何も保存していません。
crisis-rests = 「再開」と入力されるまで、こちらからは何も尋ねません。
crisis-coach = { $coach }さんに自分で書くための手助けはいりますか。
crisis-coach-how = ご自分のチャットや電話で、{ $coach }さんにこう伝えられます。変えてもかまいません。こちらからは何も送りません。
crisis-coach-example = 今、とてもつらいことがあります。今日お話しできますか。
crisis-no = わかりました。電話番号はここに残ります。
