# Hỏi, lắng nghe, chia sẻ.
check-in-hello = Chào bạn. Một chút thời gian cho bạn, nếu bạn muốn.
scale-ends = 1: { $low }. 5: { $high }.
question-by-coach = Coach của bạn hỏi:
question-step = { $count ->
    [1] Bạn đã dự định điều này:
   *[other] Bạn đã dự định những điều này, từng bước một:
}
question-step-ask = Việc đó thế nào rồi?
check-in-hint = Bấm chọn, hoặc trả lời bằng lời của bạn. Bỏ qua cũng được.
mark-done = Đã làm
mark-partly = Một phần
mark-not-yet = Chưa
mark-1 = 1
mark-2 = 2
mark-3 = 3
mark-4 = 4
mark-5 = 5
another = Câu hỏi khác
another-none = Đó là câu cuối lúc này.
pass = Bỏ qua
passed = Không sao cả. Hẹn lần tới.
check-in-old = Câu hỏi đó từ { $day }, nên mình để nguyên. Nếu bây giờ bạn có điều gì trong lòng, cứ viết ra.

you-wrote = Bạn đã viết:
you-tapped = Bạn đã chọn:
what-becomes = Mình nên làm gì với điều này?
keep-private = Giữ riêng
share = Chia sẻ với { $coach }
dont-keep = Đừng giữ
kept = Đã lưu đến { $until }, không chia sẻ.
not-kept = Mình không lưu. Bản của mình đã được xóa.
kept-nothing = Mình chưa giữ điều đó. Nếu bạn muốn mình giữ những câu trả lời như vậy, cho riêng bạn hay để chia sẻ, hãy nói:
allow-keeping = Hỏi mình về việc giữ
edited = Đã cập nhật. Bây giờ là:
removed = Bạn đã xóa tin nhắn đó, nên mình đã xóa bản của mình.
ended-own-message = Nếu bạn đã viết điều đó thành tin nhắn trong cuộc trò chuyện này, tin nhắn ấy vẫn còn cho đến khi bạn xóa.
ended-quotes = Những tin nhắn của mình ở đây có trích lại điều đó cũng được xóa, ở đâu nền tảng chat cho phép.
tap-changed = Lựa chọn trước của bạn đã được xóa.
edited-unknown = Mình không còn giữ gì của tin nhắn đó, nên việc sửa không thay đổi gì ở đây. Nếu bạn muốn nói gì với mình, cứ viết lại.
edited-gone = Mình đã xóa điều tin nhắn của bạn viết trước đó, và cả những tin nhắn của mình ở đây có trích lại, ở đâu nền tảng chat cho phép.

preview-heading = Điều { $coach } sẽ đọc
preview-hint = Đúng như thế này, từng chữ, kèm tên bạn.
preview-approve = Chia sẻ đúng như thế
preview-decline = Không chia sẻ
preview-changed = Nội dung đã đổi so với bản xem trước. Bây giờ là thế này.
shared = Đã duyệt. { $coach } nhận được trong bản tổng hợp tới, không sớm hơn. Từ giờ đến lúc đó bạn có thể rút lại.
take-back = Rút lại
taken-back = Mình đã rút lại. { $coach } sẽ không nhận được.
taken-back-late = { $coach } đã được xem vào { $day }. Mình đang bỏ nó khỏi các tin nhắn của mình; điều đã đọc hay sao chép thì mình không rút lại được.
form-words = { $day }, bằng lời của chính họ
form-question = { $day }, về “{ $question }”
body-scale = { $mark } ({ $low } … { $high })
form-step = { $day }, về một bước nhỏ

seen-heading = Điều được chia sẻ, và ai đọc được
seen-none = Bạn chưa chia sẻ gì, và chưa ai xem gì cả.
seen-by = { $coach } đã được xem vào { $day }.
seen-not-yet = { $coach } chưa được xem.
seen-nobody-else = Ở đây không ai khác đọc được.
