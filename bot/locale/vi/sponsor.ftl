# Ai trả chi phí cho việc đồng hành, và những dòng mà người được đồng hành cho họ đọc.
agreement-sponsor-none = Bên trả chi phí cho việc đồng hành của bạn không nhận được gì từ mình.
agreement-sponsor = Bên được ghi là trả chi phí cho bạn:
agreement-sponsor-gets = Bên đó chỉ nhận những dòng bạn đã viết và duyệt cho họ, và chỉ khi bạn cho phép riêng điều này.

sponsor-none = Ở đây chưa ghi ai trả chi phí cho việc đồng hành của bạn. Bên trả chi phí không nhận được gì từ mình.
sponsor-lines-heading = Những dòng cho bên trả chi phí
sponsor-line-offer = Viết một dòng cho họ
sponsor-line-waiting = Còn một dòng chưa gửi đi. Cho đến lúc gửi, bạn vẫn rút lại được.
sponsor-line-ask =
    Bạn muốn họ đọc gì? Một hai câu bằng lời của bạn là đủ. Bạn xem toàn bộ thư trước khi có gì được gửi đi.
    Nếu muốn, bạn ghi thêm đã có bao nhiêu buổi gặp.
sponsor-line-sentence = Câu của bạn
sponsor-line-suggested = Việc đồng hành đang diễn ra.
sponsor-line-sessions = Số buổi gặp đến nay (có thể để trống)
sponsor-line-show = Xem thư
sponsor-line-empty = Mình cần một câu cho việc này.
sponsor-line-number = Bạn ghi số buổi gặp bằng chữ số, chẳng hạn 6, hoặc để trống nhé.
sponsor-line-leaves = Sớm nhất là { $day } mới gửi đi.
sponsor-line-left = Đã gửi qua email lúc { $day }.
sponsor-line-perhaps = Có thể đã gửi qua email lúc { $day }. Mình không kiểm tra được.
sponsor-line-not-left = Không gửi đi.

sponsor-preview-heading = Những gì họ sẽ đọc qua email
sponsor-preview-goes = Thư sẽ đến:
sponsor-preview-exact = Đúng như thế này, từng chữ một, kèm tên bạn.
sponsor-preview-group = Số buổi gặp chỉ được giữ lại nếu đến lúc đó có ít nhất { $count } người, tính cả bạn, đã gửi một dòng đến địa chỉ này. Nếu không, mình bỏ số đó ra.
sponsor-preview-leaves = Sớm nhất là { $day } thư mới gửi đi. Đến lúc đó bạn vẫn rút lại được. Sau đó thư nằm trong hộp thư của họ, và mình không lấy lại được.
sponsor-send = Gửi đúng như thế này
sponsor-drop = Không gửi
sponsor-dropped = Sẽ không có gì được gửi, và mình đã xóa dòng này.
sponsor-on-its-way = Sớm nhất là { $day } mới gửi đi. Đến lúc đó bạn vẫn rút lại được.
sponsor-too-late = Việc đồng hành kết thúc trước khi thư có thể gửi đi, nên mình không gửi.
sponsor-taken-back = Mình đã rút lại. Thư sẽ không gửi đi.
sponsor-deleted-here = Mình đã xóa ở đây. Thư đã gửi, hoặc có thể đã gửi, qua email lúc { $day }. Những gì nằm trong hộp thư của người khác thì mình không lấy lại được.

# Chính bức thư. Người đọc không biết bot này.
sponsor-mail-subject = Một dòng về việc đồng hành
sponsor-mail-from = { $client } nhờ mình chuyển đến bạn điều này:
sponsor-mail-sessions = Đến nay đã có { $count } buổi gặp, theo cách đếm của chính người viết.
sponsor-mail-decides = { $client } đã viết điều này và duyệt bức thư này từng chữ một. Bạn đọc được gì ở đây chỉ do { $client } quyết định, và có thể chấm dứt bất cứ lúc nào.
sponsor-mail-else = Mình không chuyển cho bạn điều gì khác, và cũng không nói có điều gì khác hay không.
sponsor-mail-bot = Mình là Handrail, một bot. Thư trả lời email này không đến được ai trong việc đồng hành.

# Phía coach.
sponsor-coach-ask =
    Nếu có bên khác trả chi phí cho việc đồng hành của bạn, bạn có thể ghi ở đây. Mỗi người được đồng hành đọc tên và địa chỉ trong thỏa thuận và tự quyết định bên đó nhận gì. Bạn không được biết họ quyết định thế nào.
    Chỉ được ghi tên ở đây thì chưa nhận được gì.
sponsor-coach-now = Hiện đang ghi:
sponsor-name = Ai trả chi phí
sponsor-address = Địa chỉ email của họ
sponsor-save = Lưu
sponsor-remove = Không ghi ai
sponsor-unreadable = Mình cần một cái tên trên một dòng và một địa chỉ email, chẳng hạn people@example.org.
sponsor-saved =
    Đã lưu. Những người được đồng hành đọc điều này trong thỏa thuận.
    Ai từng cho phép gửi dòng cho bên khác thì mình hỏi lại trước.
sponsor-removed = Bây giờ không ghi ai. Không có dòng nào nữa được gửi đến bên đã ghi trước đó.
sponsor-too-soon = Bạn đã thay đổi điều này vào { $day }. Để không ai bị hỏi đi hỏi lại, từ { $from } bạn mới thay đổi tiếp được.
sponsor-of-organisation = Những người vận hành mình đã ghi bên trả chi phí cho mọi việc đồng hành ở đây:
hold-lines = Bạn đã viết cho bên trả chi phí:
erased-mailed = Những gì đã gửi qua email cho bên trả chi phí nằm trong hộp thư của họ. Chỉ họ xóa được.
