# Nói vì đây là Microsoft Teams, và những gì danh mục ứng dụng hiển thị.
teams-elsewhere = Mình chỉ trò chuyện trong chat cá nhân. Bạn hãy viết cho mình ở đó.
teams-no-files = Mình không nhận được tệp hay hình ảnh, nên mình chưa mở thứ bạn gửi. Nếu muốn, bạn hãy kể bằng lời.
teams-file-gone = Tệp đó không còn chờ ở đây nữa. Bạn hỏi lại một lần, mình sẽ làm tệp mới.
teams-file-failed = Teams đã không nhận tệp. Đây là nội dung bên trong, để bạn sao chép:
teams-home = trang chính
teams-help = trợ giúp
teams-switches = quyền cho phép
teams-hold = bạn đang giữ gì
teams-stop = dừng
teams-short = Đồng hành giữa các buổi coaching, chỉ trong phạm vi bạn cho phép
teams-long = Handrail đồng hành cùng bạn giữa các buổi coaching: câu hỏi và bước nhỏ vào giờ bạn chọn, câu trả lời bằng lời của chính bạn, và coach chỉ đọc những gì bạn đã xem trước và chia sẻ. Cài đặt không gửi gì cho ai cả. Bạn bắt đầu bằng cách gõ mã mà coach đã đưa, và có thể nghỉ, dừng hoặc xóa bất cứ lúc nào. Handrail là một bot. Tổ chức của bạn vận hành nó, và có thể đọc hoặc xuất cuộc trò chuyện này.
teams-do-home = Trang của bạn: điều gì đang bật, điều gì sắp tới
teams-do-help = Những gì bạn có thể gõ ở đây
teams-do-switches = Xem và đổi những gì bạn cho phép
teams-do-hold = Mọi thứ đang được giữ về bạn
teams-do-stop = Không còn tin nhắn nào từ bây giờ

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = Mình đang xóa tin nhắn của chính mình ở đây, trong chừng mực Teams cho phép. Điều bạn tự viết còn trong Teams cho đến khi bạn xóa ở đó. Tổ chức của bạn có thể giữ bản sao, và chỉ họ xóa được. Tệp mà bạn cho mình đặt vào OneDrive của bạn còn ở đó cho đến khi bạn xóa.
erased-chat-teams-part = Mình đang xóa tin nhắn của chính mình về điều đó, trong chừng mực Teams cho phép. Điều bạn tự viết còn trong Teams cho đến khi bạn xóa ở đó. Tổ chức của bạn có thể giữ bản sao, và chỉ họ xóa được. Tệp mà bạn cho mình đặt vào OneDrive của bạn còn ở đó cho đến khi bạn xóa.
erased-chat-teams-kept = Mình đang xóa tin nhắn của chính mình về điều đó, trong chừng mực Teams cho phép. Phần còn lại của cuộc trò chuyện này còn trong Teams cho đến khi được xóa ở đó. Tổ chức của bạn có thể giữ bản sao, và chỉ họ xóa được. Tệp mà bạn cho mình đặt vào OneDrive của bạn còn ở đó cho đến khi bạn xóa.
