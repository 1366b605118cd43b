# Lời của coach cho một người, và điều coach muốn nhắc lại.
note-write = Lời nhắn cho { $client } …
note-ask = Viết lời nhắn cho { $client } trong tin nhắn tới: ngắn, và bằng lời của bạn. Mỗi ngày mình nhận tối đa { $count } lời.
note-preview = { $client } sẽ đọc:
note-send = Gửi đúng như thế
note-discard = Không gửi
note-discarded = Không gửi, và không giữ.
note-on-its-way = Mình mang lời nhắn đến { $client } trong giờ của họ, nếu lúc đó mình được phép. Được phép hay không, mình không nói.
note-enough = Mỗi ngày mình nhận tối đa { $count } lời nhắn đến { $client }, và hôm nay đã đủ. Lời này tạm được giữ ở đây: ngày mai bạn có thể gửi bằng nút của nó.
note-no = Lúc này mình không mang lời nhắn đến đó được. Chưa gửi gì cả.
note-from = { $coach } viết cho bạn:
note-off = Để tắt lời nhắn, gõ “quyền cho phép”.
note-not-delivered = Không gửi được: lời nhắn của bạn cho { $client } ngày { $day }. Ứng dụng của họ không nhận.

bring-up = Nhắc lại lần tới
bring-up-done = Đã ghi, chỉ cho bạn. Bạn xem lại trong “người tôi đồng hành”.
bring-up-heading = Cần nhắc lại
brought-up = Xong
brought-up-done = Đã bỏ khỏi danh sách của bạn.
