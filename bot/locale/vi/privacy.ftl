# Dừng, tạm dừng, mình lưu gì, xóa, kết thúc.
stopped = Mình đã dừng. Mình sẽ không nhắn cho bạn nữa, trừ khi bạn gõ “tiếp tục”. Những gì chưa chia sẻ vẫn là của riêng bạn. Để xóa những gì mình đang lưu, hãy gõ “xóa”.
stopped-coach = Mình đã dừng. Mình sẽ không chủ động nhắn cho bạn. Sau này muốn đổi lại, hãy gõ “quyền cho phép”.
stop-sure = Ý bạn là muốn mình ngừng nhắn cho bạn, đúng không?
stop-yes = Đúng, dừng lại
stop-no = Không, cứ tiếp tục
carry-on = Mọi thứ tiếp tục như trước.
not-stopped-answer = Nếu đó là một câu trả lời, bạn gửi lại một lần nữa nhé.
resume-nothing = Không có gì đang tạm dừng hay đã dừng.
resumed = Chào mừng bạn trở lại. Mình sẽ nhắn vào:
resumed-quiet = Chào mừng bạn trở lại. Mình ở đây khi bạn viết.
resume-ask = Chào mừng bạn trở lại. Mọi thứ đều tắt từ khi bạn dừng. Bạn có thể bật những điều bạn muốn.
resume-all = Tất cả như trước
resume-all-ask = Những điều này đang bật lúc bạn dừng. Bấm “{ resume-all }” là bạn đồng ý với từng điều một:
resume-all-changed = Từ đó đến nay những điều này đã thay đổi, nên mình sẽ hỏi riêng từng điều: { $purposes }.

pause-ask = Đến khi nào? Ví dụ “tạm dừng đến thứ hai”, hoặc chọn:
pause-ask-from = Từ { $first }. Đến khi nào? Ví dụ “thứ sáu”, hoặc chọn:
pause-days = { $days } ngày
pause-weeks = { $weeks } tuần
paused = Mình tạm dừng. Mình sẽ không nhắn trước { $day }. Muốn quay lại sớm hơn, bạn gõ “tiếp tục”.
paused-from = Mình đã ghi nhận: tạm dừng từ { $first }. Kể từ ngày đó, mình sẽ không nhắn trước { $day }. Muốn bỏ lần tạm dừng này, bạn gõ “tiếp tục”.
pause-past = { $day } là hôm nay hoặc đã qua rồi. Bạn muốn mình tạm dừng đến ngày nào?
pause-before = Lần tạm dừng bắt đầu vào { $first }, nên không thể kết thúc vào { $day }. Bạn muốn mình nhắn lại từ ngày nào?
pause-unreadable = Mình không đọc được ngày đó. Bạn có thể viết “tạm dừng đến thứ hai” hoặc “tạm dừng đến 3 tháng 12”.
pause-far = Như vậy là hơn một năm nữa. Có lẽ “dừng” hợp với bạn hơn? Nếu không, bạn chọn một ngày gần hơn nhé.
pause-nothing = Chưa có gì được lên lịch, nên không có gì để tạm dừng.

next-heading = Mình sẽ nhắn vào:
next-not-delivered = Không gửi được: lời hỏi thăm của mình hôm { $day }. Cuộc trò chuyện này không nhận tin. Bạn không cần trả lời lần hỏi đó.

hold-file = Cho tôi tất cả dưới dạng tệp
hold-heading = Những gì mình đang lưu về bạn
hold-nothing = Mình không lưu gì về bạn ngoài địa chỉ của cuộc trò chuyện này.
hold-person = Tên bạn ở đây, ngôn ngữ ({ $language }) và múi giờ ({ $zone }) của bạn, để mình liên lạc được với bạn và theo đúng giờ của bạn.
hold-engagement = Với { $coach }, đến { $until }. Tất cả được xóa chậm nhất vào { $erased }.
hold-rhythm = Giờ của bạn:
hold-answers = { $count ->
    [0] Không có câu trả lời nào của bạn.
   *[other] { $count } câu trả lời:
}
hold-steps = { $count ->
    [0] Không có bước nhỏ nào.
   *[other] { $count } bước nhỏ:
}
hold-shares = { $count ->
    [0] Chưa chia sẻ điều gì.
   *[other] Đã chia sẻ { $count } điều:
}
hold-more = Và { $count } mục cũ hơn.
hold-share-seen = { $coach } đã nhận vào { $day }:
hold-share-waiting = Đang chờ bản tổng hợp tiếp theo của { $coach }:
hold-ledger = Một bản ghi về những gì bạn đã cho phép và khi nào, không có tên ai: { $count } mục. Bản ghi này vẫn còn làm bằng chứng sau khi xóa.
hold-kept = { $days ->
    [0] Mình lưu đến khi kết thúc.
   *[other] Bạn đã chọn thời gian lưu: { $days } ngày.
}
hold-deliveries = Những lúc mình đã nhắn hoặc dự định nhắn cho bạn, không kèm nội dung: { $count ->
    [0] chưa có lần nào
   *[other] { $count } lần
}.
hold-coach = Những gì mình lưu về bạn với vai trò coach:
hold-chat = Bản thân cuộc trò chuyện này do { $platform } lưu giữ, không phải mình.

erase-ask = Xóa tất cả những gì mình đang lưu về bạn? Xóa rồi thì không lấy lại được. Câu trả lời, các bước nhỏ và giờ của bạn sẽ mất, và mình ngừng nhắn.
erase-yes = Xóa tất cả
erase-some = Chỉ một phần …
erase-no = Giữ lại
erase-kept = Chưa xóa gì cả.
erase-which = Bạn muốn xóa phần nào?
erase-part-week = 7 ngày qua
erase-part-month = 30 ngày qua
erase-part-days = Những ngày khác …
erase-part-one = Một câu trả lời …
erase-part-nothing = Mình không lưu gì từ khoảng thời gian đó.
erase-part-yes = Xóa
erase-days = Từ ngày nào đến ngày nào? Tính cả hai ngày đó.
erase-from = Từ
erase-from-example = 3 tháng 11
erase-to = Đến
erase-to-example = hôm qua
erase-days-show = Xem những gì sẽ bị xóa
erase-days-unreadable = Mình không đọc được hai ngày đó. Bạn ghi ngày sớm hơn trước, và đừng chọn ngày trong tương lai nhé.
erase-days-ask = Xóa những gì bạn viết từ { $first } đến { $last }? Xóa rồi thì không lấy lại được.
erase-pick = Câu trả lời nào?
erase-this = Xóa câu này ({ $day })
erase-older = Còn { $count } câu trả lời cũ hơn không hiện ở đây. Để xóa, hãy dùng “{ erase-part-days }”.
erase-one-ask = Xóa câu trả lời này? Xóa rồi thì không lấy lại được.
erase-unfinished = Không ai đọc được lời của bạn nữa: các khóa đã bị hủy. Phần còn lại vừa rồi chưa dọn được; mình sẽ tự thử lại, bạn không cần làm gì.
erased-heading = Đã xóa
erased-gone = Không còn nữa: tên, địa chỉ, giờ, câu trả lời và các bước nhỏ của bạn, cùng các khóa dùng để đọc chúng.
erased-gone-but-coach = Không còn nữa: câu trả lời, các bước nhỏ và giờ của bạn với vai trò người được đồng hành, cùng các khóa dùng để đọc chúng. Với vai trò coach, ở đây vẫn còn tên, địa chỉ, ngôn ngữ và múi giờ của bạn.
erased-counted = Đã xóa: { $answers ->
    [0] không câu trả lời nào
   *[other] { $answers } câu trả lời
}, { $steps ->
    [0] không bước nhỏ nào
   *[other] { $steps } bước nhỏ
}, { $shares ->
    [0] không điều nào đã chia sẻ
   *[other] { $shares } điều đã chia sẻ
}.
erase-counted = Cụ thể là: { $answers ->
    [0] không câu trả lời nào
   *[other] { $answers } câu trả lời
}, { $steps ->
    [0] không bước nhỏ nào
   *[other] { $steps } bước nhỏ
}, { $shares ->
    [0] không điều nào đã chia sẻ
   *[other] { $shares } điều đã chia sẻ
}.
erased-part-keys = Các khóa dùng để đọc phần đó đã bị hủy. Mọi thứ khác mà bạn đã lưu vẫn ở đây.
erased-backups = Chỉ ai có cả các khóa lẫn khóa chính của thời điểm đó mới đọc được bản sao lưu từ trước. Những người vận hành mình hủy các bản sao ấy chậm nhất vào { $day }.
erased-backups-later = Bản sao lưu từ trước chỉ đọc được bằng các khóa của thời điểm đó. Bản sao của các khóa ấy hết tác dụng khi những người vận hành mình đổi khóa chính bằng tay lần tới. Các bản sao lưu được hủy chậm nhất vào { $day }.
erased-proof = Còn lại làm bằng chứng: { $count } mục về những gì bạn đã cho phép và khi nào, không có tên bạn.
erased-proof-damaged = Một phần bằng chứng đó bị hỏng nên mình không đếm được. Mọi thứ khác đã được xóa đúng cách.
erased-coach = { $coach } đã được xem những gì bạn chia sẻ, lần đầu vào { $day }. Mình đang bỏ nội dung đó khỏi các tin mình đã gửi cho { $coach }; những gì { $coach } đã đọc hay sao chép thì mình không rút lại được.
erased-name = Những tin trước đây mình gửi cho { $coach } có thể vẫn hiện tên bạn. Các tin đó còn lại trong cuộc trò chuyện ấy.
erased-chat-other-all = Mình đang xóa tin nhắn của mình ở đây, trong phạm vi nền tảng trò chuyện cho phép. Những gì bạn tự viết vẫn còn ở đó cho đến khi bạn xóa. Tổ chức của bạn có thể có bản sao, và chỉ tổ chức mới xóa được bản sao đó.
erased-chat-other-part = Mình đang xóa tin nhắn của mình về phần đó ở đây, trong phạm vi nền tảng trò chuyện cho phép. Những gì bạn tự viết vẫn còn ở đó cho đến khi bạn xóa. Tổ chức của bạn có thể có bản sao, và chỉ tổ chức mới xóa được bản sao đó.
erased-chat-other-kept = Mình đang xóa tin nhắn của mình về phần đó ở đây, trong phạm vi nền tảng trò chuyện cho phép. Phần còn lại của cuộc trò chuyện này vẫn còn trên nền tảng trò chuyện cho đến khi được xóa ở đó. Tổ chức của bạn có thể có bản sao, và chỉ tổ chức mới xóa được bản sao đó.
erased-again = Muốn bắt đầu lại, bạn gõ một mã.

ending-heading = Sắp đến lúc kết thúc
ending-body = Chặng đồng hành của bạn với { $coach } kết thúc vào { $until }. Những gì mình lưu cho bạn được xóa chậm nhất vào { $erased }.
ending-today-heading = Hôm nay là ngày cuối
ending-today = Hôm nay là ngày cuối của chặng đồng hành giữa bạn và { $coach }. Những gì mình lưu cho bạn được xóa chậm nhất vào { $erased }.
ending-goes = Cụ thể là: { $answers ->
    [0] không câu trả lời nào
   *[other] { $answers } câu trả lời
}, { $steps ->
    [0] không bước nhỏ nào
   *[other] { $steps } bước nhỏ
}, và giờ của bạn. Những gì bạn đã chia sẻ vẫn ở lại trong cuộc trò chuyện của coach, trừ khi bạn rút lại trước đó.
platform-other = nền tảng trò chuyện
stopped-still = Mình đã dừng, nên mình không lưu gì từ điều bạn vừa viết. Muốn bắt đầu lại, bạn gõ “tiếp tục”.
resume-first = Mình đã dừng, nên không có gì được chuyển đi. Muốn bắt đầu lại, bạn gõ “tiếp tục”.
