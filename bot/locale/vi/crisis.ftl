# Lời lúc khốn khó: con người trước hết. Không bao giờ là một đánh giá hay một nhãn.
crisis-people = Nghe thật nặng nề. Bạn có thể gọi cho những người sẵn sàng lắng nghe này:
crisis-harm = Trước khi có ai bị tổn thương, bạn có thể nói chuyện với những người sẵn sàng lắng nghe này:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-home = Nếu có người làm bạn đau ở nhà:
crisis-emergency = Nếu có người đang gặp nguy hiểm, hãy gọi { $phone }.
crisis-anywhere = Cho mọi quốc gia: findahelpline.com
crisis-bot = Mình là một bot. Không ai theo dõi cuộc trò chuyện này, không ai được báo, và mình không lưu gì của điều bạn vừa viết.
crisis-rests = Mình sẽ không tự nhắn gì cho đến khi bạn chọn “{ crisis-go-on }” hoặc gõ “tiếp tục”.
crisis-go-on = Tiếp tục như trước
crisis-still = Mình không lưu và không chuyển điều này cho ai. Bạn có thể gọi: { $people }. Nếu có người đang gặp nguy hiểm: { $phone }.
crisis-quiet = Nếu lúc này đang khó khăn, bạn có thể gọi những người sẵn sàng lắng nghe: { $people }. Nếu có người đang gặp nguy hiểm: { $phone }.
crisis-coach = Bạn có muốn được giúp để tự viết cho { $coach } không?
crisis-coach-how = Bạn có thể gửi { $coach } lời này bằng tin nhắn riêng hoặc điện thoại, để nguyên hay sửa lại. Mình không gửi gì cả.
crisis-coach-example = Tôi đang gặp chuyện rất khó khăn. Hôm nay chúng ta nói chuyện được không?
crisis-no = Không sao cả. Các số vẫn ở đây.
