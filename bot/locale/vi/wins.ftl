# Điều đã làm, và điều đã viết: chỉ của người đó.
wins-heading = Những gì bạn đã làm
wins-none = Ở đây chưa có gì. Những bước nhỏ bạn đánh dấu đã làm sẽ tụ lại ở đây, chỉ cho bạn.
wins-alt = Một cành với { $count } chiếc lá, mỗi chiếc cho một bước nhỏ bạn đã làm.
wins-alone = Mình chỉ cho bạn xem điều này.
wins-older = Và { $count } từ trước.
recall-heading = Những gì bạn đã viết
recall-none = Mình chưa giữ lời nào của bạn.
recall-older = Trước đó …
