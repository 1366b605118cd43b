# Lời lúc khốn khó: con người trước hết. Không bao giờ là một đánh giá hay một nhãn.
crisis-people = Nghe thật nặng nề. Những người này ở đó vì bạn:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-emergency = Nếu có người đang gặp nguy hiểm, hãy gọi { $phone }.
crisis-anywhere = Cho mọi quốc gia: findahelpline.com
crisis-bot = Mình là một bot. Mình không trông chừng bạn, không ai được báo, và mình không giữ gì của điều bạn vừa viết.
crisis-rests = Mình sẽ không tự hỏi bạn điều gì cho đến khi bạn gõ “tiếp tục”.
crisis-coach = Bạn có muốn được giúp để tự viết cho { $coach } không?
crisis-coach-how = Bạn có thể gửi { $coach } lời này bằng tin nhắn riêng hoặc điện thoại, để nguyên hay sửa lại. Mình không gửi gì cả.
crisis-coach-example = Tôi đang gặp chuyện rất khó khăn. Hôm nay chúng ta nói chuyện được không?
crisis-no = Không sao cả. Các số vẫn ở đây.
