# The mails themselves: they hold these sentences, two addresses, and nothing else.
mail-subject = Có điều đang chờ bạn
mail-waiting = Có điều đang chờ bạn. Đường dẫn này mở ra để bạn xem:
mail-link-subject = Đường dẫn của bạn
mail-link-text = Đây là đường dẫn bạn đã yêu cầu:
mail-link-lasts = Đường dẫn dùng được một lần, trong vòng 15 phút. Sau đó, trang mà nó dẫn đến sẽ gửi cho bạn đường dẫn mới.
mail-not-asked = Nếu bạn không yêu cầu, bạn có thể bỏ qua thư này. Không có đường dẫn thì không có gì xảy ra.
mail-stop-here = Bạn không muốn nhận thư như thế này nữa? Tại đây bạn có thể tắt tất cả: { $link }

# Where a mail program's own button, or the last line of a mail, leads.
mail-stop-title = Không gửi thư nữa
mail-stop-ask = Việc này tắt tất cả. Bạn sẽ không nhận thư nào nữa, cho đến khi bạn yêu cầu lại.
mail-stop-button = Tắt tất cả
mail-stopped = Tất cả đã tắt. Bạn sẽ không nhận thư nào nữa, cho đến khi bạn yêu cầu lại.

# Said about mail: what it is called, and what an erase leaves there.
platform-mail = thư điện tử
erased-chat-mail-all = Mình đã xóa mọi thứ trên trang của bạn, cả những gì bạn viết ở đó. Câu trả lời này sẽ mất đi trong vòng một ngày. Những thư mình đã gửi bạn không chứa gì trong số đó: chúng vẫn còn trong hộp thư của bạn cho đến khi bạn xóa.
erased-chat-mail-part = Mình đã xóa tin nhắn của mình về phần đó khỏi trang của bạn. Những thư mình đã gửi bạn không chứa gì trong số đó: chúng vẫn còn trong hộp thư của bạn cho đến khi bạn xóa.
erased-chat-mail-kept = Mình đã xóa tin nhắn của mình về phần đó khỏi trang của bạn. Phần còn lại của trang vẫn còn đến 90 ngày sau mỗi tin nhắn. Những thư mình đã gửi bạn không chứa gì trong số đó: chúng vẫn còn trong hộp thư của bạn cho đến khi bạn xóa.
