# Còn phù hợp không? Và một câu hỏi nhẹ sau thời gian yên lặng.
comfort-ask = Thế này còn hợp với bạn không?
comfort-too-often = Quá thường xuyên
comfort-too-personal = Quá riêng tư
comfort-wrong-time = Không đúng lúc
comfort-fine = Vẫn ổn
comfort-stays = Được rồi. Mọi thứ giữ nguyên như vậy.
comfort-less = Từ giờ mình nhắn thưa hơn. Mình sẽ nhắn vào:
comfort-least = Mình đang nhắn thưa nhất có thể rồi: { $weeks } tuần một lần. Bạn có muốn mình tạm dừng không?
comfort-rest = Tạm dừng
comfort-lighter = Từ giờ mình hỏi những câu nhẹ hơn.
comfort-lightest = Đây đã là những câu nhẹ nhất mình có. Muốn bỏ bớt câu nào, bạn gõ “câu hỏi của tôi”.

gentle-ask = Bạn muốn tiếp tục thế nào? Thế nào cũng được. Nếu bạn không trả lời, mình tạm dừng cho đến khi bạn viết cho mình.
gentle-less = Thưa hơn
gentle-time = Giờ khác
gentle-rest = Tạm dừng
gentle-stop = Dừng

reminder-hello = Lời hỏi thăm vẫn ở đây, nếu bạn muốn.
