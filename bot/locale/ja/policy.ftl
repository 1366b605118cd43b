# What the organisation's policy says, as a client reads it when they ask (bot/messages/overview/policy.py).
policy-show = ここで決まっていること
policy-heading = このボットについて、ご所属の組織が決めたこと
policy-runs = このボットを運用している組織：{ $by }
policy-runs-unnamed = ご所属の組織が、このボットを運用しています。ここに名前の記載はありません。
policy-contact = 運用担当者への連絡先：{ $by }
policy-dpo = データ保護責任者への連絡先：{ $by }
policy-all = このボットにできることは、すべて選べます。
policy-some = 選べるもの：{ $purposes }
policy-not = ここでは使えないもの：{ $purposes }
policy-grace = { $days ->
    [0] コーチングが終わると、翌日に、それに関するものを消去します。
   *[other] コーチングが終わると、{ $days }日以内に、それに関するものを消去します。
}
policy-coaches-everyone = ここでは、どなたでもコーチになれます。
policy-coaches-approval = ここでは、誰がコーチになれるかを、運用担当者が一人ずつ決めています。
policy-coaches-listed = ここでは、ご所属の組織の一覧にある方だけがコーチになれます。
policy-coaches-mail = メールで参加するコーチのアドレスは、{ $by }のものです。
policy-group = { $count ->
   *[other] 費用を負担する相手がセッションの回数を読むのは、{ $count }人以上のときだけです。
}
policy-workspaces = このボットは、ご所属の組織が選んだワークスペースでだけ動きます。
policy-languages = 使う言語は、{ $languages }です。
policy-yours = これだけで何かがオンになることはありません。このボットがするのは、あなたが許可したことだけです。断ることも、停止も、いつでもできます。

policy-off = 今は、ご所属の組織がこれを認めていないため、オンにできません。ほかはすべてそのままです。
policy-workspace = ご所属の組織は、このワークスペースをこのボットのために選んでいません。そのため、ここでは何も始められません。
unsent-policy = 送っていません：{ $things }。今は、ご所属の組織が認めていません。
