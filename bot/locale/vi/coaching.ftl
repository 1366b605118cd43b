# Điều coach đọc.
invite-code = Đây là mã cho một người được đồng hành:
invite-how = Mã dùng được đến { $expires }, với bất cứ ai có mã. Chặng đồng hành ở đây sẽ kéo dài đến { $until }. Bạn tự gửi mã, kèm vài lời của bạn nhé, ví dụ:
invite-example =
    Giữa các buổi gặp, bạn có thể dùng Handrail nếu muốn. Bạn chỉ cần gõ mã này vào đó: { $code }
    Bạn chọn Handrail hỏi gì, hỏi khi nào, và tôi được xem gì. Nếu bạn không muốn thì cũng không sao, và tôi sẽ không được báo.
invite-nothing-sent = Mình không gửi gì cho người đó, và không cho bạn biết mã đã được dùng hay chưa, hay ai đã dùng.
invite-weeks = Mã cho { $weeks } tuần
digest-yes = Có, mỗi tuần một lần
digest-no = Không, khi cần tôi sẽ hỏi
digest-on = Được rồi. Khi có điều gì được chia sẻ, bản tổng hợp sẽ đến: { $day }, từ { $from } đến { $to }. Gõ “bản tổng hợp” để xem bất cứ lúc nào.
digest-when = Ngày hoặc giờ khác …
digest-when-ask = Bạn muốn nhận bản tổng hợp khi nào?
digest-day = Ngày
digest-save = Lưu
digest-off = Vậy sẽ không có bản tổng hợp. Khi nào muốn xem những gì được chia sẻ, bạn gõ “bản tổng hợp”.
digest-heading = Được chia sẻ với bạn
digest-from = { $client }
digest-bring = Muốn trao đổi trong buổi gặp
digest-someone = Một người được bạn đồng hành
digest-more = Còn { $count } điều đang chờ.
digest-show-more = Xem thêm
digest-end = Mỗi người trên đây đã xem trước và duyệt những lời này để bạn đọc.
digest-empty = Không có gì mới được chia sẻ với bạn. Điều đó không nói lên gì về bất cứ ai.
digest-not-delivered = Không gửi được: bản tổng hợp của bạn hôm { $day }. Cuộc trò chuyện này không nhận tin. Dưới đây là những gì bạn vẫn có thể đọc.
digest-earlier = Đã chia sẻ trước đây
coach-only = “{ $command }” dành cho coach. Nếu bạn là coach của ai đó, hãy gõ “mời”.
digest-state-on = Khi có điều gì được chia sẻ, bản tổng hợp của bạn sẽ đến: { $day }, từ { $from } đến { $to }.
digest-turn-off = Tắt bản tổng hợp
digest-waiting = Một người được bạn đồng hành đã chia sẻ điều gì đó với bạn.
digest-open = Mở xem
digest-gone = Ở đây không còn gì để đọc nữa.
digest-taken-back = Một điều từng ở đây đã được rút lại.

coaches-ask = Ở đây, những người vận hành mình quyết định ai được làm coach. Nếu bạn là coach của ai đó, bạn tự gửi dòng bên dưới cho những người vận hành nhé; mình không chuyển đi.
coaches-off = Hiện giờ bạn không có trong danh sách những người được làm coach ở đây. Mình không cho bạn xem những gì người được đồng hành chia sẻ, và mã của bạn không dùng được. Bạn có thể kết thúc mọi chặng đồng hành của bạn ở đây, hỏi mình đang lưu gì, hoặc gõ “xóa”.
invite-enough = Mỗi ngày mình tạo được { $count } mã cho bạn, và hôm nay đã hết lượt. Một mã dùng được cho nhiều người, nên bạn có thể dùng một mã trước đó, hoặc hỏi lại vào ngày mai.
share-waits = Hiện giờ coach của bạn không có trong danh sách những người được làm coach ở đây. Cho đến khi điều đó thay đổi, mình không cho coach xem bất cứ điều gì bạn chia sẻ.

brief-offer = Trước một buổi gặp …
brief-on = Được rồi. Vào buổi tối trước mỗi buổi gặp mà bạn được xem lịch, bản tóm lược sẽ đến nếu có điều gì được chia sẻ.
brief-off = Vậy sẽ không có bản tóm lược trước buổi gặp. Khi nào muốn xem những gì được chia sẻ, bạn gõ “bản tổng hợp”.
brief-state-on = Vào buổi tối trước mỗi buổi gặp mà bạn được xem lịch, bản tóm lược sẽ đến nếu có điều gì được chia sẻ.
brief-turn-off = Tắt bản tóm lược
brief-heading = Trước buổi gặp của bạn với { $client }
brief-session = Buổi gặp: { $moment }
brief-shared = Được chia sẻ với bạn
brief-seen = Bạn đã xem điều này trước đây.
brief-waiting = Trước buổi gặp, có người đã chia sẻ một điều với bạn.
sent-now = Gửi cho bạn trước buổi gặp
