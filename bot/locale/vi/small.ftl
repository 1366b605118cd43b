# Chuyện nhỏ: một câu trung tính, không hỏi, không nút. Không tỏ ra vui: phía trên có thể là chuyện buồn.
small-thanks-1 = Không có gì.
small-thanks-2 = Có gì đâu bạn.
small-thanks-3 = Bạn cần thì cứ nhắn mình.
small-hello-1 = Chào buổi sáng.
small-hello-2 = Chào bạn.
small-hello-3 = Chào buổi tối.
small-fine-1 = Được rồi.
small-fine-2 = Vâng.
small-fine-3 = Vậy nhé.
small-laugh-1 = Mình đây.
small-laugh-2 = Được rồi, mình đây.
small-laugh-3 = Mình vẫn ở đây.
small-bye-1 = Tạm biệt.
small-bye-2 = Hẹn bạn lần sau.
small-bye-3 = Vậy nhé. Tạm biệt bạn.
