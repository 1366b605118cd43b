# Điều coach đọc.
invite-code = Đây là mã để bạn trao:
invite-how = Mã dùng được đến { $expires }, cho bất cứ ai có mã. Chặng đồng hành sẽ kéo dài đến { $until }. Hãy trao mã bằng lời của bạn, ví dụ:
invite-example =
    Giữa các buổi gặp, bạn có thể dùng Handrail nếu muốn. Hãy gõ cho nó mã này: { $code }
    Bạn chọn nó hỏi gì, khi nào, và tôi được xem gì. Nếu bạn không muốn cũng không sao, và tôi sẽ không được báo.
invite-nothing-sent = Mình không gửi gì cho người đó, và không cho bạn biết mã đã được dùng hay chưa, hay ai đã dùng.
invite-weeks = Mã cho { $weeks } tuần
digest-yes = Có, mỗi tuần một lần
digest-no = Không, tôi sẽ tự hỏi
digest-on = Được. Bản tổng hợp đến khi có điều được chia sẻ: { $day }, từ { $from } đến { $to }. Gõ “bản tổng hợp” để xem bất cứ lúc nào.
digest-when = Ngày hoặc giờ khác …
digest-when-ask = Bản tổng hợp nên đến khi nào?
digest-day = Ngày
digest-save = Lưu
digest-off = Vậy không có bản tổng hợp. Gõ “bản tổng hợp” khi bạn muốn xem điều được chia sẻ.
digest-heading = Được chia sẻ với bạn
digest-from = { $client }
digest-bring = Để mang đến buổi gặp
digest-someone = Một người bạn đồng hành
digest-more = Còn { $count } mục đang chờ.
digest-show-more = Xem thêm
digest-end = Mỗi người đã xem trước và duyệt điều này cho bạn.
digest-empty = Không có gì mới được chia sẻ với bạn. Điều đó không nói gì về ai cả.
digest-not-delivered = Không gửi được: bản tổng hợp ngày { $day }. Cuộc trò chuyện này không nhận. Đây là những gì vẫn còn đọc được.
digest-earlier = Đã chia sẻ trước đây
coach-only = “{ $command }” dành cho coach. Gõ “mời” nếu bạn đang coach cho ai đó.
digest-state-on = Bản tổng hợp của bạn đến khi có điều được chia sẻ: { $day }, từ { $from } đến { $to }.
digest-turn-off = Tắt bản tổng hợp
digest-waiting = Có người đã chia sẻ điều gì đó với bạn.
digest-open = Mở
digest-gone = Ở đây không còn gì để đọc.
digest-taken-back = Một điều từng ở đây đã được rút lại.

coaches-ask = Ở đây, những người vận hành mình quyết định ai làm coach. Nếu bạn đang coach cho ai đó, hãy đưa cho họ dòng bên dưới. Mình không tự chuyển gì cả.
coaches-off = Hiện giờ bạn không thuộc nhóm những người làm coach ở đây. Điều khách hàng chia sẻ không được hiện cho bạn, và mã của bạn không mở gì. Bạn có thể kết thúc mọi chặng đồng hành, hỏi mình đang giữ gì, hoặc gõ “xóa”.
invite-enough = Mình tạo { $count } mã mỗi ngày cho một coach, và đã tạo đủ. Một mã dùng được cho nhiều người, nên có thể mã trước là đủ. Ngày mai lại có thêm.
share-waits = Hiện giờ coach của bạn không thuộc nhóm những người làm coach ở đây. Đến khi điều đó thay đổi, điều bạn chia sẻ không được hiện cho coach.
