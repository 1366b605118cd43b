# Cuộc trò chuyện đầu tiên: hai câu hỏi nhẹ, và câu trả lời rõ ràng cho một nỗi lo.
first-offer = Hai câu hỏi đầu
first-hope = Bạn hy vọng điều gì ở đây?
first-worry = Có điều gì làm bạn lo về việc này không?
first-hint = Bằng lời của bạn, nếu bạn muốn. Bỏ qua cũng được.
first-done = Lúc này mình chỉ muốn hỏi vậy thôi.
worry-sees = Ai thấy gì: { $coach } chỉ đọc điều bạn đã xem trước và chia sẻ, từng chữ. Không ai biết khi nào bạn trả lời, hay có trả lời không.
worry-kept = Bấm chọn và biểu mẫu nói ít hơn lời. Mình chỉ giữ điều bạn cho phép, được mã hóa.
worry-stop = Bạn có thể rời đi bất cứ lúc nào: “nghỉ đến thứ hai”, “dừng”, hoặc “xóa” cho tất cả.
