# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = Ở đây người khác cũng đọc được, nên mình không nói gì. Bạn nhắn cho mình trong cuộc trò chuyện riêng nhé: ở đó chỉ có bạn và mình.
slack-elsewhere = Mình đã trả lời trong cuộc trò chuyện riêng.
slack-no-file = Mình không nhận được tệp hay tin nhắn thoại. Mình chưa mở và không giữ lại gì cả. Nếu muốn, bạn có thể viết bằng lời.
slack-words-title = Bằng lời của bạn
slack-words-label = Bạn muốn viết gì?
slack-words-send = Gửi

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = Mình đang xóa tin nhắn của chính mình ở đây, trong chừng mực Slack cho phép. Điều bạn tự viết còn trong Slack cho đến khi bạn xóa ở đó. Tổ chức của bạn có thể giữ bản sao, và chỉ họ xóa được.
erased-chat-slack-part = Mình đang xóa tin nhắn của chính mình về điều đó, trong chừng mực Slack cho phép. Điều bạn tự viết còn trong Slack cho đến khi bạn xóa ở đó. Tổ chức của bạn có thể giữ bản sao, và chỉ họ xóa được.
erased-chat-slack-kept = Mình đang xóa tin nhắn của chính mình về điều đó, trong chừng mực Slack cho phép. Phần còn lại của cuộc trò chuyện này còn trong Slack cho đến khi được xóa ở đó. Tổ chức của bạn có thể giữ bản sao, và chỉ họ xóa được.
