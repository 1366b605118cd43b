# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = Ở đây người khác cũng đọc được, nên mình im lặng. Bạn nhắn cho mình trong cuộc trò chuyện riêng nhé: ở đó chỉ có bạn và mình.
slack-elsewhere = Mình đã trả lời trong cuộc trò chuyện riêng của chúng ta.
slack-no-file = Mình không nhận được tệp hay tin nhắn thoại. Mình chưa mở và không lưu gì từ đó. Nếu muốn, bạn có thể kể bằng lời.
slack-words-title = Bằng lời của bạn
slack-words-label = Bạn muốn viết gì?
slack-words-send = Gửi

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = Mình đang xóa tin nhắn của mình ở đây, trong phạm vi Slack cho phép. Những gì bạn tự viết còn trong Slack cho đến khi bạn xóa ở đó. Tổ chức của bạn có thể có bản sao, và chỉ tổ chức mới xóa được bản sao đó.
erased-chat-slack-part = Mình đang xóa tin nhắn của mình về phần đó ở đây, trong phạm vi Slack cho phép. Những gì bạn tự viết còn trong Slack cho đến khi bạn xóa ở đó. Tổ chức của bạn có thể có bản sao, và chỉ tổ chức mới xóa được bản sao đó.
erased-chat-slack-kept = Mình đang xóa tin nhắn của mình về phần đó ở đây, trong phạm vi Slack cho phép. Phần còn lại của cuộc trò chuyện này còn trong Slack cho đến khi được xóa ở đó. Tổ chức của bạn có thể có bản sao, và chỉ tổ chức mới xóa được bản sao đó.
