# 苦しいときの言葉：まず人へ。判断も分類もしない。
crisis-people = つらいときに、話せる相手がいます：
crisis-harm = 誰かが傷つく前に、話せる相手がいます：
crisis-contact = { $name }：{ $phone }
crisis-contact-hours = { $name }：{ $phone }（{ $hours }）
crisis-home = 家の中で暴力を受けているときは：
crisis-emergency = 今、誰かに危険があるときは{ $phone }に電話してください。
crisis-anywhere = どの国でも：findahelpline.com
crisis-bot = 私はボットなので、見守ることはできません。誰にも知らせていません。今書かれた内容は何も保存していません。
crisis-rests = 「{ crisis-go-on }」を押すか「再開」と入力されるまで、こちらからは何も送りません。
crisis-go-on = これまでどおり続ける
crisis-still = この内容は保存せず、誰にも伝えません。話せる相手がいます：{ $people }。今、誰かに危険があるときは{ $phone }へ。
crisis-quiet = もし今つらいときは、話せる相手がいます：{ $people }。今、誰かに危険があるときは{ $phone }へ。
crisis-coach = { $coach }さんに自分で書くための手助けはいりますか。
crisis-coach-how = ご自分のチャットや電話で、{ $coach }さんにこう伝えられます。変えてもかまいません。こちらからは何も送りません。
crisis-coach-example = 今、とてもつらいことがあります。今日お話しできますか。
crisis-no = わかりました。電話番号はここに残ります。
