# Paths, sets around sessions, and a word to a coach about how a question asks.
paths-open = Lộ trình …
paths-heading = Lộ trình
paths-hint = Mỗi lộ trình là vài câu hỏi đi cùng nhau, khoảng mỗi tuần một câu. Bạn có thể dừng lộ trình bất cứ lúc nào.
path-chosen = Từ giờ bạn theo lộ trình “{ $title }”. Đây là các câu hỏi:
path-chosen-how = Mình hỏi từng câu một, khoảng mỗi tuần một câu, thay cho một câu hỏi khác. Bỏ qua cũng được.
path-next = Bạn đang theo lộ trình “{ $title }”. Tiếp theo là câu { $number } trên { $most }.
path-at-end = Bạn đang theo lộ trình “{ $title }”. Với những lựa chọn của bạn, lộ trình này không còn câu nào để hỏi.
path-place = { $title }: câu { $number } trên { $most }
path-leave = Dừng lộ trình này
path-left = Bạn đã dừng lộ trình. Các câu trả lời của bạn vẫn giữ nguyên.

questions-look = Xem: { $title }
more-after-tap = { $question } Một câu ngắn cũng đủ, nếu bạn muốn.
after-hello = Sau buổi gặp của bạn, mình có một câu hỏi, nếu bạn muốn.

asks-look = Trước khi lưu, mình xin góp một lời về cách hỏi:
asks-hostile = Câu này có thể làm người đọc đau lòng, nên mình không lưu. Nhẹ nhàng hơn có thể là: “Điều gì đã khiến việc đó khó?”
asks-blaming = Câu này nghe như ai đó có lỗi, nên mình không lưu. Thay cho “Sao bạn lúc nào cũng đến muộn?”, bạn có thể hỏi: “Điều gì sẽ giúp bạn bắt đầu đúng giờ?”
asks-leading = Câu hỏi này đã chứa sẵn câu trả lời của chính bạn. Mở hơn có thể là: “Bạn thấy việc đó thế nào?”
asks-double = Câu này hỏi hai điều cùng một lúc. Từng điều một thì dễ trả lời hơn.
asks-field = Câu hỏi của bạn
asks-save-changed = Lưu
asks-save-as-it-is = Lưu nguyên như vậy
