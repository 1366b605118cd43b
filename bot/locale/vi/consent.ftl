# Mỗi mục đích một câu hỏi. Dấu vân tay của câu chữ nằm trong sổ: câu thay đổi thì hỏi lại.
purpose-agreement = Thỏa thuận
purpose-check-ins = Hỏi thăm
purpose-step-prompts = Nhắc về bước nhỏ
purpose-keep-marks = Lưu lựa chọn của tôi
purpose-keep-words = Lưu lời của tôi
purpose-share-marks = Chia sẻ lựa chọn của tôi
purpose-share-words = Chia sẻ lời của tôi
purpose-reminder = Nhắc lại lần hỏi thăm
purpose-session-prep = Câu hỏi quanh buổi gặp
purpose-notes = Lời nhắn từ coach
purpose-listed = Trong danh sách của coach
purpose-sponsor = Dòng cho bên trả chi phí
purpose-digest = Bản tổng hợp
purpose-brief = Bản tóm lược trước buổi gặp

ask-check-ins = Cho đến { $until }, mình có thể nhắn cho bạn trong khung giờ bạn chọn không? Đó là những lời hỏi thăm, tin báo khi điều bạn đã đồng ý thay đổi, và hai tin báo khi sắp kết thúc.
ask-keep-words = Mình có thể lưu những gì bạn viết, được mã hóa, để bạn đọc lại hoặc chia sẻ không? Nếu không, mình chỉ trích lại một lần rồi thôi.
ask-keep-marks = Mình có thể lưu cả những câu trả lời bạn chọn, chẳng hạn “Một phần”, không?
ask-step-prompts = Cho đến { $until }, mình có thể nhắc bạn về một bước nhỏ, vào những ngày bạn chọn và trong khung giờ của bạn, không?
ask-share-words = Cho đến { $until }, mình có thể chuyển lời của bạn cho coach của bạn không? Mình chỉ chuyển những gì bạn đã xem trước và duyệt, từng câu trả lời một.
ask-share-marks = Cho đến { $until }, mình có thể chuyển những câu trả lời bạn chọn, chẳng hạn “Một phần”, cho coach của bạn không? Mình chỉ chuyển những gì bạn đã xem trước và duyệt, từng câu trả lời một.
ask-reminder = Nếu sau một lần hỏi thăm bạn chưa ghé lại đây, hôm sau mình có thể nhắc lại một lần không? Điều này có hiệu lực đến { $until }.
ask-session-prep = Cho đến { $until }, mình có thể hỏi bạn một ngày trước mỗi buổi gặp xem bạn muốn mang gì đến, và một lần sau buổi gặp xem bước nhỏ của bạn là gì, không?
ask-notes = Cho đến { $until }, coach của bạn có thể gửi cho bạn những lời nhắn ngắn qua mình, trong khung giờ của bạn, không? Coach sẽ thấy rằng bạn cho phép điều này.
ask-listed = Cho đến { $until }, coach của bạn có thể thấy bạn trong một danh sách không? Danh sách cho thấy bạn có ở đây, ngày cuối của bạn và buổi gặp tới của bạn.
ask-sponsor = Cho đến { $until }, mình có thể gửi qua email những dòng bạn viết cho bên trả chi phí đến địa chỉ bên dưới không? Mình chỉ gửi những gì bạn đã xem trước và duyệt, từng dòng một, kèm tên bạn và số buổi gặp nếu bạn ghi thêm.
ask-digest = Mình có thể gửi cho bạn những gì người được đồng hành chia sẻ với bạn, mỗi tuần một lần, vào ngày và khung giờ bạn chọn, không?
ask-brief = Vào buổi tối trước một buổi gặp mà bạn được xem lịch, mình có thể gửi cho bạn những gì người đó đã chia sẻ với bạn không? Và gửi ngay, ngoài giờ yên tĩnh của bạn, những gì ai đó nhờ mình gửi cho bạn trước buổi gặp?

switches-heading = Những điều bạn đã cho phép
switches-hint =
    Đánh dấu những việc mình được làm, rồi lưu. Điều gì mới thì mình hỏi bạn trước, rồi mới có hiệu lực.
    Điều nào bạn bỏ dấu thì chấm dứt ngay, và những gì mình đã lưu vì điều đó sẽ được xóa.
switches-until = Cho phép đến { $until }
switches-save = Lưu
switches-same = Không có gì thay đổi. Hiện giờ là như sau:
switched-on = { $purpose }: đã bật, đến { $until }.
switched-off = { $purpose }: đã tắt.
switched-off-keep-words = “{ purpose-keep-words }” đã tắt. Mình đã xóa những lời của bạn mà mình từng lưu, cùng các bước nhỏ, trừ những gì { $coach } đã nhận.
switched-off-keep-marks = “{ purpose-keep-marks }” đã tắt. Mình đã xóa những lựa chọn mà mình từng lưu, trừ những gì { $coach } đã nhận.
switched-off-share = { $purpose }: đã tắt. Những gì { $coach } chưa nhận sẽ không được chuyển đi.
switched-off-sponsor = { $purpose }: đã tắt. Những gì chưa gửi sẽ không gửi đi, và mình đã xóa các dòng đó ở đây. Những gì đã gửi qua email thì nằm trong hộp thư của người khác, mình không lấy lại được.

asked-again = Điều mình hỏi ở đây đã thay đổi từ khi bạn đồng ý, nên hiện đang tắt cho đến khi bạn quyết định lại.
asked-again-agreement = Thỏa thuận của chúng ta đã thay đổi từ khi bạn đồng ý. Cho đến khi bạn quyết định lại, mình không gửi, không lưu và không chuyển gì thêm. Những gì bạn đã duyệt sẽ tạm chờ, và những gì coach của bạn đã xem được trước đó vẫn như cũ.
asked-otherwise = Điều mình hỏi ở đó đã thay đổi. Bây giờ câu hỏi là:
stays-while-waiting = Mình để nguyên như cũ, vì thỏa thuận của chúng ta đã thay đổi và trước hết cần bạn trả lời.
changed-also = Cũng đã thay đổi: { $purposes }. Trả lời xong câu này, mình sẽ hỏi tiếp về điều đó.
changed-kept = Trước đây mình lưu muộn nhất là đến { $before }; bây giờ sẽ là đến { $after }.
changed-back = Nội dung hiện nay lại giống hệt lúc bạn đồng ý.
changed-wider = Câu chữ vẫn như cũ, nhưng giờ bao gồm nhiều việc hơn, hoặc có thêm người được đọc.
changed-unknown = Mình không có bản lưu của nội dung trước đây.
changed-before = Trước đây:
changed-now = Bây giờ:
changed-empty = Ở đây không ghi gì.

keep-now-end = Những gì bạn cho phép, mình lưu đến { $erased }.
keep-now-days = Những gì bạn cho phép, mình lưu trong { $days } ngày, và không lưu gì sau { $erased }.
keep-ask = Bạn muốn mình lưu trong bao lâu?
keep-days = { $days } ngày
keep-end = Đến khi kết thúc
