# Nói vì đây là Microsoft Teams, và những gì danh mục ứng dụng hiển thị.
teams-elsewhere = Mình chỉ nói chuyện trong cuộc trò chuyện riêng. Bạn nhắn cho mình ở đó nhé.
teams-no-files = Mình không nhận được tệp hay hình ảnh, nên mình chưa mở những gì bạn gửi. Nếu muốn, bạn có thể kể bằng lời.
teams-no-forwards = Mình không giữ lại tin nhắn bạn chuyển tiếp: ở đây mình chỉ nhận những gì chính bạn viết. Nếu điều đó quan trọng với bạn, bạn hãy kể bằng lời của bạn nhé.
teams-file-gone = Tệp đó không còn ở đây nữa. Bạn yêu cầu lại một lần nữa, mình sẽ tạo tệp mới.
teams-file-failed = Teams không nhận tệp. Đây là nội dung của tệp, để bạn sao chép:
teams-home = trang chính
teams-help = trợ giúp
teams-switches = quyền cho phép
teams-hold = bạn đang lưu gì
teams-stop = dừng
teams-short = Hỏi thăm giữa các buổi coaching, chỉ trong những việc bạn cho phép
teams-long = Handrail ở bên bạn giữa các buổi coaching: lời hỏi thăm và bước nhỏ vào giờ bạn chọn, câu trả lời bằng lời của chính bạn, và coach của bạn chỉ đọc những gì bạn đã xem trước và chia sẻ. Việc cài đặt Handrail không gửi gì cho ai cả. Bạn bắt đầu bằng cách gõ mã mà coach đã đưa bạn, và có thể tạm dừng, dừng hoặc xóa bất cứ lúc nào. Handrail là một bot. Tổ chức của bạn vận hành Handrail, và có thể có quyền đọc hoặc xuất cuộc trò chuyện này.
teams-do-home = Trang của bạn: điều gì đang bật, điều gì sắp tới
teams-do-help = Những gì bạn có thể gõ ở đây
teams-do-switches = Xem và đổi những gì bạn cho phép
teams-do-hold = Mọi thứ đang được lưu về bạn
teams-do-stop = Từ giờ không nhắn gì nữa
teams-start-code = Tôi có mã từ coach
teams-say-code = Mã của tôi là
teams-start-coach = Tôi là coach
teams-say-coach = mời
teams-do-how = Đây là gì, trong vài câu
teams-do-sees = Coach và tổ chức của bạn đọc được gì
teams-do-nothing = Trả lời hay không là do bạn chọn
teams-do-code = Bắt đầu bằng mã mà coach đã đưa bạn
teams-do-coach = Nhận một mã để đưa cho người bạn coach

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = Mình đang xóa tin nhắn của mình ở đây, trong phạm vi Teams cho phép. Những gì bạn tự viết vẫn còn trong Teams cho đến khi bạn xóa ở đó. Tổ chức của bạn có thể có bản sao, và chỉ tổ chức mới xóa được bản sao đó. Tệp mà bạn đã cho mình đặt vào OneDrive của bạn vẫn còn ở đó cho đến khi bạn xóa.
erased-chat-teams-part = Mình đang xóa tin nhắn của mình về phần đó ở đây, trong phạm vi Teams cho phép. Những gì bạn tự viết vẫn còn trong Teams cho đến khi bạn xóa ở đó. Tổ chức của bạn có thể có bản sao, và chỉ tổ chức mới xóa được bản sao đó. Tệp mà bạn đã cho mình đặt vào OneDrive của bạn vẫn còn ở đó cho đến khi bạn xóa.
erased-chat-teams-kept = Mình đang xóa tin nhắn của mình về phần đó ở đây, trong phạm vi Teams cho phép. Phần còn lại của cuộc trò chuyện này vẫn còn trong Teams cho đến khi được xóa ở đó. Tổ chức của bạn có thể có bản sao, và chỉ tổ chức mới xóa được bản sao đó. Tệp mà bạn đã cho mình đặt vào OneDrive của bạn vẫn còn ở đó cho đến khi bạn xóa.
