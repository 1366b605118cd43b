# Còn phù hợp không? Và một câu hỏi nhẹ sau thời gian yên lặng.
comfort-ask = Thế này còn hợp với bạn không?
comfort-too-often = Quá thường xuyên
comfort-too-personal = Quá riêng tư
comfort-wrong-time = Sai giờ
comfort-fine = Ổn
comfort-stays = Tốt. Cứ giữ như vậy.
comfort-less = Từ giờ thưa hơn. Mình sẽ viết vào:
comfort-least = Mình không thể viết thưa hơn nữa: hiện là { $weeks } tuần một lần. Bạn có muốn mình tạm dừng không?
comfort-rest = Tạm dừng
comfort-lighter = Từ giờ câu hỏi nhẹ hơn.
comfort-lightest = Mình chỉ hỏi những câu nhẹ nhất rồi. Để bỏ bớt câu nào, gõ “câu hỏi của tôi”.

gentle-ask = Chúng ta tiếp tục thế nào? Thế nào cũng được. Nếu bạn không nói gì, mình nghỉ cho đến khi bạn viết.
gentle-less = Thưa hơn
gentle-time = Giờ khác
gentle-rest = Tạm dừng
gentle-stop = Dừng

reminder-hello = Lần hỏi thăm vẫn ở đây, nếu bạn muốn.
