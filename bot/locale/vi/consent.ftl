# Mỗi mục đích một câu hỏi. Dấu vân tay của câu chữ nằm trong sổ: câu thay đổi thì hỏi lại.
purpose-agreement = Thỏa thuận
purpose-check-ins = Hỏi thăm
purpose-step-prompts = Nhắc bước nhỏ
purpose-keep-marks = Lưu lựa chọn của tôi
purpose-keep-words = Lưu lời của tôi
purpose-share-marks = Chia sẻ lựa chọn
purpose-share-words = Chia sẻ lời
purpose-reminder = Nhắc lại
purpose-session-prep = Câu hỏi quanh buổi gặp
purpose-notes = Lời nhắn từ coach
purpose-listed = Trong danh sách của coach
purpose-digest = Bản tổng hợp

ask-check-ins = Mình có thể viết cho bạn trong giờ của bạn đến { $until }: để hỏi thăm, khi điều bạn đã đồng ý thay đổi, và trước khi kết thúc, được không?
ask-keep-words = Mình có thể giữ điều bạn viết, được mã hóa, để bạn đọc lại hoặc chia sẻ không? Nếu không, mình nhắc lại một lần rồi bỏ đi.
ask-keep-marks = Mình có thể giữ cả lựa chọn của bạn (như “Một phần”) không?
ask-step-prompts = Mình có thể nhắc bạn một bước nhỏ một lần, vào ngày bạn chọn, trong giờ của bạn, đến { $until } không?
ask-share-words = Mình có thể chuyển lời của bạn cho coach của bạn, đến { $until } không? Chỉ những lời bạn đã xem trước và duyệt, từng lời một.
ask-share-marks = Mình có thể chuyển lựa chọn của bạn cho coach của bạn, đến { $until } không? Chỉ những lựa chọn bạn đã xem trước và duyệt, từng cái một.
ask-reminder = Mình có thể nhắc lại một lần hỏi thăm, một ngày sau, nếu từ đó bạn chưa ghé lại đây, đến { $until } không?
ask-session-prep = Mình có thể hỏi bạn một ngày trước buổi gặp rằng bạn muốn mang gì đến, và một lần sau đó về một bước nhỏ, đến { $until } không?
ask-notes = Coach của bạn có thể gửi bạn những lời nhắn ngắn qua mình, trong giờ của bạn, đến { $until } không? Coach thấy được là bạn cho phép.
ask-listed = Coach của bạn có thể thấy trong danh sách rằng bạn ở đây, ngày cuối của bạn và buổi gặp tới, đến { $until } không?
ask-digest = Khi có người chia sẻ điều gì với bạn, mình có thể mang đến cho bạn mỗi tuần một lần, vào ngày và giờ bạn chọn không?

switches-heading = Những điều bạn đã cho phép
switches-hint =
    Đánh dấu những gì mình được làm, rồi lưu. Trước khi điều mới nào có hiệu lực, mình sẽ hỏi bạn.
    Điều bạn bỏ dấu sẽ dừng ngay, và những gì mình đã lưu vì điều đó sẽ được xóa.
switches-until = Cho phép đến { $until }
switches-save = Lưu
switches-same = Không có gì thay đổi. Hiện giờ là thế này:
switched-on = { $purpose }: bật, đến { $until }.
switched-off = { $purpose }: tắt.
switched-off-keep-words = “Lưu lời của tôi” đã tắt. Những lời bạn viết mà mình từng lưu đã được xóa, cả các bước nhỏ, trừ điều { $coach } đã nhận.
switched-off-keep-marks = “Lưu lựa chọn của tôi” đã tắt. Những lựa chọn mình từng lưu đã được xóa, trừ điều { $coach } đã nhận.
switched-off-share = { $purpose }: tắt. Điều { $coach } chưa nhận sẽ không được chuyển đi.

asked-again = Điều mình hỏi bạn ở đây đã thay đổi từ khi bạn đồng ý, nên nó tắt cho đến khi bạn quyết định lại.
asked-again-agreement = Thỏa thuận đã thay đổi từ khi bạn đồng ý. Cho đến khi bạn quyết định lại, mình không gửi, không giữ và không chuyển gì thêm. Điều bạn đã duyệt sẽ chờ, và điều coach của bạn đã thấy được thì vẫn như cũ.
asked-otherwise = Điều mình hỏi ở đó đã thay đổi. Bây giờ là thế này:
stays-while-waiting = Mình để nguyên điều này như cũ, vì thỏa thuận đã thay đổi và đang chờ bạn trả lời.
changed-also = Cũng đã thay đổi: { $purposes }. Mình sẽ hỏi sau khi bạn trả lời điều này.
changed-kept = Trước đây giữ lâu nhất đến { $before }; bây giờ đến { $after }.
changed-back = Nội dung lại giống như khi bạn đồng ý.
changed-wider = Câu vẫn như cũ, nhưng có thêm việc được làm, hoặc thêm người được đọc.
changed-unknown = Mình không có bản lưu của nội dung trước.
changed-before = Trước đây:
changed-now = Bây giờ:
changed-empty = Ở đây không viết gì.

keep-now-end = Mình giữ những gì bạn cho phép đến { $erased }.
keep-now-days = Mình giữ những gì bạn cho phép trong { $days } ngày, và không gì sau { $erased }.
keep-ask = Bạn muốn giữ bao lâu?
keep-days = { $days } ngày
keep-end = Đến khi kết thúc
