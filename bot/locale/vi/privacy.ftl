# Dừng, nghỉ, mình giữ gì, xóa, kết thúc.
stopped = Đã dừng. Mình sẽ không viết cho bạn nữa, trừ khi bạn gõ “tiếp tục”. Điều chưa chia sẻ vẫn ở lại với bạn. Để xóa những gì mình giữ, gõ “xóa”.
stopped-coach = Đã dừng. Mình sẽ không tự viết cho bạn. Để đổi lại sau này, gõ “quyền cho phép”.
stop-sure = Ý bạn là mình nên ngừng viết cho bạn?
stop-yes = Đúng, dừng lại
stop-no = Không, cứ tiếp tục
carry-on = Mọi thứ tiếp tục như trước.
not-stopped-answer = Nếu đó là một câu trả lời, bạn gửi lại lần nữa nhé.
resume-nothing = Không có gì đang nghỉ hay dừng.
resumed = Chào mừng bạn trở lại. Mình sẽ viết vào:
resumed-quiet = Chào mừng bạn trở lại. Mình ở đây khi bạn viết.
resume-ask = Chào mừng bạn trở lại. Mọi thứ đã tắt từ khi bạn dừng. Hãy bật những gì bạn muốn.
resume-all = Tất cả như trước
resume-all-ask = Những mục này đang bật khi bạn dừng. Chọn “{ resume-all }” là bạn đồng ý với từng mục:
resume-all-changed = Nội dung của các mục này đã thay đổi, nên mình sẽ hỏi từng mục: { $purposes }.

pause-ask = Đến khi nào? Ví dụ “nghỉ đến thứ hai”, hoặc chọn:
pause-ask-from = Từ { $first }. Đến khi nào? Ví dụ “thứ sáu”, hoặc chọn:
pause-days = { $days } ngày
pause-weeks = { $weeks } tuần
paused = Đang tạm dừng. Mình sẽ không viết trước { $day }. Gõ “tiếp tục” để quay lại sớm hơn.
paused-from = Mình đã ghi: tạm nghỉ từ { $first }. Từ ngày đó mình sẽ không viết trước { $day }. Gõ “tiếp tục” để bỏ.
pause-past = { $day } là hôm nay hoặc đã qua rồi. Bạn muốn mình tạm dừng đến ngày nào?
pause-before = { $day } không sau { $first }. Từ ngày nào mình viết lại?
pause-unreadable = Mình không đọc được ngày đó. Bạn có thể viết “nghỉ đến thứ hai” hoặc “nghỉ đến 3 tháng 12”.
pause-far = Đó là hơn một năm nữa. “dừng” có hợp hơn không? Nếu không, hãy cho mình một ngày gần hơn.
pause-nothing = Không có gì được lên lịch để tạm dừng.

next-heading = Mình sẽ viết vào:
next-not-delivered = Không gửi được: câu hỏi ngày { $day } của mình. Cuộc trò chuyện này không nhận. Bạn không cần trả lời câu đó.

hold-file = Đưa mình tất cả thành tệp
hold-heading = Những gì mình giữ về bạn
hold-nothing = Mình không giữ gì về bạn ngoài địa chỉ của cuộc trò chuyện này.
hold-person = Tên bạn ở đây, ngôn ngữ ({ $language }) và múi giờ ({ $zone }), để mình liên lạc và giữ đúng giờ của bạn.
hold-engagement = Với { $coach }, đến { $until }. Tất cả được xóa trước { $erased }.
hold-rhythm = Giờ của bạn: { $times }.
hold-answers = { $count ->
    [0] Không có câu trả lời nào của bạn.
   *[other] { $count } câu trả lời:
}
hold-steps = { $count ->
    [0] Không có bước nào.
   *[other] { $count } bước:
}
hold-shares = { $count ->
    [0] Chưa chia sẻ gì.
   *[other] { $count } điều đã chia sẻ:
}
hold-more = Và { $count } điều cũ hơn.
hold-share-seen = { $coach } đã nhận vào { $day }:
hold-share-waiting = Đang chờ bản tổng hợp tới của { $coach }:
hold-ledger = Một sổ ghi những gì bạn cho phép và khi nào, không có tên: { $count } mục. Sổ này còn lại làm bằng chứng sau khi xóa.
hold-kept = { $days ->
    [0] Thời gian giữ của riêng bạn: đến khi kết thúc.
   *[other] Thời gian giữ của riêng bạn: { $days } ngày.
}
hold-deliveries = Khi nào mình đã viết hoặc sẽ viết cho bạn, không kèm lời: { $count ->
    [0] chưa có
   *[other] { $count } lần
}.
hold-coach = Về bạn với tư cách coach, mình giữ:
hold-chat = Chính cuộc trò chuyện này do { $platform } lưu giữ, không phải mình.

erase-ask = Xóa tất cả những gì mình giữ về bạn? Không hoàn lại được. Câu trả lời, các bước và giờ của bạn sẽ mất, và mình ngừng viết.
erase-yes = Xóa tất cả
erase-some = Chỉ một phần …
erase-no = Giữ lại
erase-kept = Chưa xóa gì cả.
erase-which = Phần nào?
erase-part-week = 7 ngày qua
erase-part-month = 30 ngày qua
erase-part-days = Những ngày khác …
erase-part-one = Một câu trả lời …
erase-part-nothing = Mình không giữ gì từ thời gian đó.
erase-part-yes = Xóa
erase-days = Từ ngày nào đến ngày nào? Tính cả hai ngày.
erase-from = Từ
erase-from-example = 3 tháng 11
erase-to = Đến
erase-to-example = hôm qua
erase-days-show = Cho mình xem điều sẽ mất
erase-days-unreadable = Mình không đọc được hai ngày đó. Ngày đầu đứng trước, và không ngày nào ở phía trước.
erase-days-ask = Xóa những gì bạn viết từ { $first } đến { $last }? Không hoàn lại được.
erase-pick = Cái nào?
erase-this = Xóa cái này ({ $day })
erase-older = Còn { $count } mục cũ hơn không hiện ở đây. Để xóa, hãy dùng “{ erase-part-days }”.
erase-one-ask = Xóa câu trả lời này? Không hoàn lại được.
erase-unfinished = Không ai đọc được lời của bạn nữa: khóa đã bị hủy. Việc dọn phần còn lại vừa rồi chưa xong, và tự tiếp tục.
erased-heading = Đã xóa
erased-gone = Đã mất: tên, địa chỉ, giờ, câu trả lời và các bước của bạn, cùng các khóa để đọc chúng.
erased-gone-but-coach = Đã mất: câu trả lời, các bước và giờ của bạn với tư cách khách hàng, cùng các khóa để đọc chúng. Với tư cách coach bạn vẫn được biết ở đây: tên, địa chỉ, ngôn ngữ và múi giờ của bạn.
erased-counted = Đó là: { $answers ->
    [0] không câu trả lời nào
   *[other] { $answers } câu trả lời
}, { $steps ->
    [0] không bước nào
   *[other] { $steps } bước
}, { $shares ->
    [0] không điều chia sẻ nào
   *[other] { $shares } điều đã chia sẻ
}.
erase-counted = Gồm: { $answers ->
    [0] không câu trả lời nào
   *[other] { $answers } câu trả lời
}, { $steps ->
    [0] không bước nào
   *[other] { $steps } bước
}, { $shares ->
    [0] không điều chia sẻ nào
   *[other] { $shares } điều đã chia sẻ
}.
erased-part-keys = Các khóa để đọc nó đã bị hủy. Những gì bạn giữ ngoài ra vẫn ở đây.
erased-backups = Bản sao lưu trước đây chỉ đọc được nếu có người giữ cả các khóa và khóa chính của lúc đó. Những người vận hành mình hủy các bản sao như vậy trước { $day }.
erased-backups-later = Bản sao lưu trước đây chỉ đọc được với các khóa của lúc đó. Bản sao của các khóa ấy sẽ vô dụng khi những người vận hành mình đổi khóa chính bằng tay lần tới. Các bản sao lưu được hủy trước { $day }.
erased-proof = Còn lại làm bằng chứng: { $count } mục về những gì bạn cho phép và khi nào, không có tên bạn.
erased-proof-damaged = Một phần bằng chứng đó bị hỏng nên mình không đếm được. Mọi thứ khác vẫn được xóa.
erased-coach = { $coach } đã được xem điều bạn chia sẻ, lần đầu vào { $day }. Mình đang bỏ nó khỏi tin nhắn của mình; điều đã đọc hay sao chép thì mình không rút lại được.
erased-name = Tin nhắn trước đây của mình gửi { $coach } có thể vẫn còn tên bạn. Chúng ở lại trong cuộc trò chuyện đó.
erased-chat-other-all = Mình đang xóa tin nhắn của chính mình ở đây, trong chừng mực nền tảng trò chuyện cho phép. Điều bạn tự viết còn ở đó cho đến khi bạn xóa. Tổ chức của bạn có thể giữ bản sao, và chỉ họ xóa được.
erased-chat-other-part = Mình đang xóa tin nhắn của chính mình về điều đó, trong chừng mực nền tảng trò chuyện cho phép. Điều bạn tự viết còn ở đó cho đến khi bạn xóa. Tổ chức của bạn có thể giữ bản sao, và chỉ họ xóa được.
erased-chat-other-kept = Mình đang xóa tin nhắn của chính mình về điều đó, trong chừng mực nền tảng trò chuyện cho phép. Phần còn lại của cuộc trò chuyện này còn trên nền tảng trò chuyện cho đến khi được xóa ở đó. Tổ chức của bạn có thể giữ bản sao, và chỉ họ xóa được.
erased-again = Để bắt đầu lại, bạn gõ một mã.

ending-heading = Sắp kết thúc
ending-body = Thời gian của bạn với { $coach } kết thúc vào { $until }. Những gì mình giữ cho bạn được xóa trước { $erased }.
ending-today-heading = Hôm nay là ngày cuối
ending-today = Hôm nay là ngày cuối trong thời gian của bạn với { $coach }. Những gì mình giữ cho bạn được xóa trước { $erased }.
ending-goes = Đó là { $answers ->
    [0] không câu trả lời nào
   *[other] { $answers } câu trả lời
}, { $steps ->
    [0] không bước nào
   *[other] { $steps } bước
}, và giờ của bạn. Điều bạn đã chia sẻ còn trong cuộc trò chuyện của coach, trừ khi bạn rút lại trước đó.
platform-other = nền tảng trò chuyện
stopped-still = Mình đang dừng, nên không giữ gì của điều đó. Để bắt đầu lại, gõ “tiếp tục”.
resume-first = Mình đang dừng, nên không có gì được chuyển đi. Để bắt đầu lại, gõ “tiếp tục”.
