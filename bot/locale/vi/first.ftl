# Cuộc trò chuyện đầu tiên: hai câu hỏi nhẹ, và câu trả lời rõ ràng cho một nỗi lo.
first-offer = Hai câu hỏi đầu tiên
first-hope = Bạn mong điều gì khi đến đây?
first-worry = Có điều gì ở đây khiến bạn lo không?
first-hint = Bạn trả lời bằng lời của bạn, hoặc bỏ qua. Cách nào cũng được.
first-done = Lúc này mình chỉ muốn hỏi vậy thôi.
worry-sees = { $coach } chỉ đọc những gì bạn đã xem trước và chia sẻ, đúng từng chữ. Không ai được báo khi nào bạn trả lời, hay bạn có trả lời hay không.
worry-kept = Ở đây, chọn câu trả lời hay điền biểu mẫu tiết lộ ít hơn là viết. Mình chỉ lưu những gì bạn cho phép, và được mã hóa.
worry-stop = Bạn có thể rời đi bất cứ lúc nào: gõ “tạm dừng đến thứ hai”, “dừng”, hoặc “xóa” để xóa tất cả.
