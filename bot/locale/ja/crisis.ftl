# 苦しいときの言葉：まず人へ。判断も分類もしない。
crisis-people = つらいときに、話を聴いてくれる人がいます：
crisis-harm = 誰かが傷つく前に、話すことができます。話を聴いてくれる人がいます：
crisis-contact = { $name }：{ $phone }
crisis-contact-hours = { $name }：{ $phone }（{ $hours }）
crisis-home = 家で誰かに傷つけられているときは：
crisis-emergency = 今、誰かの身に危険があるときは、{ $phone }に電話してください。
crisis-anywhere = どの国からでも：findahelpline.com
crisis-bot = 私はボットなので、見守ることはできません。このチャットを見守っている人もいません。誰にも知らせていません。今書かれたことは、何も保存していません。
crisis-rests = 「{ crisis-go-on }」を押していただくか、「再開」と入力していただくまで、こちらからはお送りしません。
crisis-go-on = これまでどおり続ける
crisis-still = このことは保存せず、誰にも伝えません。話を聴いてくれる人がいます：{ $people }。今、誰かの身に危険があるときは：{ $phone }。
crisis-quiet = もし今おつらいようでしたら、話を聴いてくれる人がいます：{ $people }。今、誰かの身に危険があるときは：{ $phone }。
crisis-coach = { $coach }さんにご自分で連絡するのを、お手伝いしましょうか。
crisis-coach-how = 次の文を、そのままでも、書き換えてでも、いつものチャットや電話で{ $coach }さんに伝えられます。こちらからは何も送りません。
crisis-coach-example = 今、とてもつらいことがあります。今日、お話しできますか。
crisis-no = わかりました。電話番号はここに残しておきます。
