# Điều đã làm, và điều đã viết: chỉ của người đó.
wins-heading = Những gì bạn đã làm
wins-none = Ở đây chưa có gì. Những bước nhỏ bạn đánh dấu đã làm sẽ tụ lại ở đây, chỉ cho bạn.
wins-alt = Một cành với { $count } chiếc lá, mỗi chiếc cho một bước nhỏ bạn đã làm.
wins-alone = Mình chỉ cho bạn xem điều này.
wins-older = Và { $count } từ trước.
recall-heading = Những gì bạn đã viết
recall-none = Mình chưa giữ lời nào của bạn.
recall-older = Trước đó …
strengths-heading = Thế mạnh của bạn, theo lời bạn
strengths-none = Ở đây chưa có gì. Khi một bước đã xong và bạn kể điều gì đã giúp, lời của bạn sẽ tụ lại ở đây, chỉ cho bạn.
strengths-alone = Mình chỉ cho bạn xem điều này, và lưu muộn nhất đến { $until }.
curve-heading = Câu trả lời từ 1 đến 5 của bạn
curve-none = Chưa có đường nào để vẽ. Chỉ cần hai câu trả lời từ 1 đến 5 cho cùng một câu hỏi.
curve-keeping = Mình chỉ lưu những câu trả lời ấy nếu bạn cho phép.
curve-alt = Một đường đi qua các câu trả lời của bạn, từ cũ đến mới: { $values }
curve-point = { $day }: { $value }
