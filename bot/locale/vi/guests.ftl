# Coach ở bên ngoài: liên kết để trao tay, và lần đầu người nhận liên kết ghé vào.
guest-link-here = Đây là liên kết cho một coach chưa có tài khoản ở đây:
guest-link-how = Bạn tự gửi liên kết nhé; mình không viết cho ai cả. Liên kết dùng được một lần, đến { $until }. Người mở sẽ gõ địa chỉ email của chính họ và nhận cách vào qua email.
guest-link-sees = Liên kết không cho thấy gì về bạn, kể cả tên. Sau đó coach sẽ đưa bạn một mã. Khi gõ mã ở đây, bạn đọc tên và địa chỉ email của coach trước khi đồng ý bất cứ điều gì.
guest-link-end = Đóng liên kết
guest-links-ended = { $count ->
    [0] Bạn không có liên kết nào đang mở.
   *[other] Liên kết của bạn ({ $count }) không còn mở được gì nữa.
}
guest-links-enough = Mấy ngày qua bạn đã tạo { $count } liên kết, và tạm thời mình chưa thể tạo thêm. Bạn có thể dùng một liên kết còn mở, hoặc hỏi lại mình sau vài ngày.
guest-no-mail = Ở đây coach của bạn cần có tài khoản riêng; hiện chưa thể vào qua email. Những người vận hành mình có thể thiết lập việc này.
guest-my-coach = Coach của tôi không có tài khoản ở đây
guest-welcome = Bạn đến từ một liên kết dành cho coach. Giữa các buổi gặp, mình hỏi thăm những người bạn đồng hành, và chỉ chuyển cho bạn những gì họ chia sẻ.
guest-keeps = Mình lưu tên và địa chỉ email của bạn, để những người ấy thấy ai là coach của họ. Email của mình chỉ có một liên kết, không có gì khác. Bạn có thể xóa hết ở đây bất cứ lúc nào.
guest-name = Tên của bạn, như những người bạn đồng hành vẫn gọi
guest-begin = Bắt đầu
guest-name-missing = Bạn gõ giúp mình cái tên mà những người bạn đồng hành vẫn gọi nhé.
guest-arrived = Bạn có thể bắt đầu. Để đồng hành với ai, bạn tạo một mã và tự đưa cho người ấy. Người ấy đọc tên và địa chỉ email của bạn, rồi quyết định.
guest-given = Nếu liên kết do người bạn đồng hành đưa: mình không cho bạn biết đó là ai, và cũng không cho người ấy biết bạn ở đây. Mã mà bạn đưa sẽ kết nối hai người.
guest-over = Liên kết này đã được dùng, hoặc đã hết hiệu lực. Người đưa cho bạn có thể tạo liên kết khác.
