# Lời của coach cho một người, và điều coach muốn nhắc lại.
note-write = Nhắn cho { $client } …
note-ask = Bạn viết lời nhắn cho { $client } trong tin nhắn tiếp theo nhé: ngắn gọn, bằng lời của bạn. Mỗi ngày mình nhận được { $count } lời nhắn.
note-preview = { $client } sẽ đọc:
note-send = Gửi đúng như thế này
note-discard = Không gửi
note-discarded = Không gửi, và không lưu.
note-on-its-way = Mình sẽ chuyển lời nhắn đến { $client } trong khung giờ của họ, nếu lúc đó mình được phép. Mình sẽ không cho bạn biết có chuyển được hay không.
note-enough = Mỗi ngày mình nhận được { $count } lời nhắn gửi { $client }, và hôm nay đã đủ. Lời nhắn này tạm ở lại đây: ngày mai bạn có thể gửi bằng nút của nó.
note-no = Lúc này mình không chuyển được lời nhắn đến đó. Không có gì được gửi.
note-from = { $coach } nhắn cho bạn:
note-off = Để tắt lời nhắn, bạn gõ “quyền cho phép”.
note-not-delivered = Không gửi được: lời nhắn ngày { $day } của bạn cho { $client }. Cuộc trò chuyện bên đó không nhận tin.

bring-up = Nhắc đến ở buổi sau
bring-up-done = Đã đánh dấu, chỉ cho riêng bạn. Bạn sẽ thấy trong “người tôi đồng hành”.
bring-up-heading = Cần nhắc đến
brought-up = Đã xong
brought-up-done = Đã bỏ khỏi danh sách của bạn.
