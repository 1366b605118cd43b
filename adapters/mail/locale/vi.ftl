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
hold-chat-mail = Trang này do mình lưu giữ ở đây: mỗi tin nhắn tối đa 90 ngày, cùng địa chỉ thư, các liên kết và thiết bị của bạn. Gõ “xóa” thì tất cả sẽ được xóa.
erased-chat-mail-all = Mình đã xóa mọi thứ trên trang của bạn, cả những gì bạn viết ở đó, và bạn đã được đăng xuất trên mọi thiết bị. Những thư mình đã gửi bạn không chứa gì trong số đó: chúng vẫn còn trong hộp thư của bạn cho đến khi bạn xóa.
erased-chat-mail-part = Mình đã xóa tin nhắn của mình về phần đó khỏi trang của bạn. Những gì bạn tự viết ở đó sẽ mất đi trong vòng 90 ngày. Những thư mình đã gửi bạn không chứa gì trong số đó: chúng vẫn còn trong hộp thư của bạn cho đến khi bạn xóa.
erased-chat-mail-kept = Mình đã xóa tin nhắn của mình về phần đó khỏi trang của bạn. Phần còn lại của trang vẫn còn đến 90 ngày sau mỗi tin nhắn. Những thư mình đã gửi bạn không chứa gì trong số đó: chúng vẫn còn trong hộp thư của bạn cho đến khi bạn xóa.

# Said on the page of guest coaches, beside the messages.
mail-page-title = Trang của bạn
mail-page-here-as = Bạn đang ở đây với địa chỉ { $address }.
mail-page-skip = Đến phần mới nhất
mail-page-before = Trước đó
mail-page-latest = Mới nhất
mail-page-earlier = Xem phần trước đó
mail-page-newest = Về phần mới nhất
mail-page-back = Về chỗ bạn đang đọc
mail-page-empty = Ở đây chưa có gì.
mail-page-you = Bạn
mail-page-message = Tin nhắn của bạn
mail-page-send = Gửi
mail-page-home = Những việc bạn có thể làm ở đây
mail-page-leave = Đăng xuất
mail-page-leave-everywhere = Đăng xuất ở mọi nơi
mail-page-left = Bạn đã đăng xuất trên thiết bị này.
mail-page-left-everywhere = Bạn đã đăng xuất trên mọi thiết bị. Các liên kết trong những thư trước không còn mở được gì.
mail-page-over = Bạn đã đăng xuất ở đây. Nội dung này chỉ hiện một lần.
mail-page-open-title = Mở trang của bạn
mail-page-open-why = Liên kết này mở trang của bạn một lần, trong vòng 15 phút kể từ khi có thư. Sau đó thiết bị này vẫn đăng nhập, lâu nhất là một tháng, hoặc cho đến khi bạn đăng xuất.
mail-page-open-shared = Nếu người khác cũng dùng thiết bị này, bạn hãy đăng xuất khi xong nhé.
mail-page-open = Mở
mail-page-ended-title = Liên kết này đã hết hạn
mail-page-ended = Mỗi liên kết dùng được một lần, trong 15 phút. Mình có thể gửi một liên kết mới đến cùng địa chỉ đó.
mail-page-ended-address = Hoặc bạn nhập địa chỉ ở đây.
mail-page-again = Gửi liên kết mới
mail-page-ask = Bạn nhập địa chỉ e-mail, mình sẽ gửi một liên kết mở trang của bạn. Không cần mật khẩu.
mail-page-address = Địa chỉ e-mail
mail-page-mail-me = Gửi liên kết
mail-page-sent-title = Bạn xem hộp thư nhé
mail-page-sent = Nếu mình biết địa chỉ này, một liên kết đang được gửi đến đó. Liên kết dùng được một lần, trong 15 phút. Nếu không thấy gì, bạn xem trong mục thư rác, hoặc thử lại sau một giờ nhé.
mail-page-busy-title = Bạn chờ một chút nhé
mail-page-busy = Hiện có rất nhiều người đang xin liên kết. Bạn thử lại sau vài phút nhé.
mail-page-gone = Tệp này không còn ở đây
mail-page-too-long = Nội dung này dài quá đối với mình. Bạn gửi thành nhiều phần nhé.
mail-page-not-read = Mình không đọc được nội dung này. Bạn mở lại trang và thử lần nữa nhé.
mail-page-elsewhere = Trang này có địa chỉ khác.
mail-page-not-from-here = Nội dung này không được gửi từ chính trang này. Bạn mở trang và thử lần nữa nhé.
mail-page-invited-title = Bạn có một lời mời
mail-page-invited = Bạn nhận được liên kết này để có thể khai vấn cùng Handrail, qua thư và trên một trang riêng của bạn.
mail-page-invited-type = Bạn nhập địa chỉ e-mail của chính mình, rồi mình sẽ gửi một liên kết mở trang của bạn. Trước lúc đó mình không viết cho ai cả.
mail-page-not-an-address = Mình không gửi được đến địa chỉ này. Bạn kiểm tra xem địa chỉ đã đủ chưa nhé.
mail-page-not-this-domain = Ở đây mình không được gửi đến địa chỉ này. Tổ chức của bạn chỉ cho phép một số nhà cung cấp thư.
mail-page-invitation-ended-title = Lời mời này đã hết hạn
mail-page-invitation-ended = Mỗi lời mời dùng được một lần, và chỉ trong một thời gian. Bạn hãy xin lời mời mới từ người đã đưa cho bạn nhé.
