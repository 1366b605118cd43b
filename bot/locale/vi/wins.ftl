# Điều đã làm, và điều đã viết: chỉ của người đó.
wins-heading = Những việc bạn đã làm
wins-none = Ở đây chưa có gì. Những bước nhỏ bạn đánh dấu là đã làm sẽ được gom lại ở đây, chỉ cho riêng bạn.
wins-alt = Một cành với { $count } chiếc lá, mỗi chiếc cho một bước nhỏ bạn đã làm.
wins-alone = Mình chỉ cho bạn xem phần này.
wins-older = Và { $count } việc từ trước đó.
recall-heading = Những gì bạn đã viết
recall-none = Mình không lưu lời nào của bạn.
recall-older = Những lời trước đó …
strengths-heading = Điểm mạnh của bạn, bằng lời của bạn
strengths-none = Ở đây chưa có gì. Khi một bước đã xong và bạn kể điều gì đã giúp, lời của bạn sẽ được gom lại ở đây, chỉ cho riêng bạn.
strengths-alone = Mình chỉ cho bạn xem phần này, và lưu muộn nhất đến { $until }.
curve-heading = Những câu trả lời từ 1 đến 5 của bạn
curve-none = Chưa đủ để vẽ thành đường. Chỉ cần hai câu trả lời từ 1 đến 5 cho cùng một câu hỏi.
curve-keeping = Mình chỉ lưu những câu trả lời ấy nếu bạn cho phép.
curve-alt = Một đường đi qua các câu trả lời của bạn, từ cũ đến mới: { $values }
curve-point = { $day }: { $value }
