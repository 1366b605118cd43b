# Said on the local page only: its name, and what an erase leaves on it.
platform-local = trang cục bộ
erased-chat-local-all = Mình đã xóa tin nhắn của chính mình ở đây. Điều bạn tự viết còn trên trang này cho đến khi bạn bấm “Clear this chat”.
erased-chat-local-part = Mình đã xóa tin nhắn của chính mình về điều đó. Điều bạn tự viết còn trên trang này cho đến khi bạn xóa ở đó.
erased-chat-local-kept = Mình đã xóa tin nhắn của chính mình về điều đó. Phần còn lại của cuộc trò chuyện này còn trên trang cho đến khi bạn bấm “Clear this chat”.
