# Lời lúc khốn khó: con người trước hết. Không bao giờ là một đánh giá hay một nhãn.
crisis-people = Có vẻ bạn đang trải qua điều rất khó khăn. Những người này sẵn sàng lắng nghe bạn:
crisis-harm = Trước khi có ai bị tổn thương, bạn có thể nói chuyện với ai đó. Những người này sẵn sàng lắng nghe:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-home = Nếu ở nhà có người đang làm hại bạn:
crisis-emergency = Nếu có ai đang gặp nguy hiểm ngay lúc này, hãy gọi { $phone }.
crisis-anywhere = Ở bất cứ nước nào: findahelpline.com
crisis-bot = Mình là một bot. Không có ai theo dõi cuộc trò chuyện này, không ai được báo, và mình không lưu gì từ những điều bạn vừa viết.
crisis-rests = Mình sẽ không chủ động nhắn cho đến khi bạn bấm “{ crisis-go-on }” hoặc gõ “tiếp tục”.
crisis-go-on = Tiếp tục như trước
crisis-still = Mình không lưu gì từ những điều này, và không chuyển cho ai. Những người này sẵn sàng lắng nghe: { $people }. Nếu có ai đang gặp nguy hiểm ngay lúc này: { $phone }.
crisis-quiet = Nếu lúc này bạn đang gặp khó khăn, những người này sẵn sàng lắng nghe: { $people }. Nếu có ai đang gặp nguy hiểm ngay lúc này: { $phone }.
crisis-coach = Bạn có muốn mình giúp bạn tự viết cho { $coach } không?
crisis-coach-how = Bạn có thể tự gửi lời này cho { $coach } trong cuộc trò chuyện riêng của hai người hoặc nói qua điện thoại, để nguyên hay sửa lại đều được. Mình không gửi gì cả.
crisis-coach-example = Tôi đang gặp chuyện rất khó khăn. Hôm nay chúng ta nói chuyện được không?
crisis-no = Không sao cả. Các số điện thoại vẫn ở đây.
