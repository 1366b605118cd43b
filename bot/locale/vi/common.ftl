# Nói trong mọi cuộc trò chuyện. Mỗi ý một từ: coach, bạn (client), lần hỏi thăm (check-in), bước nhỏ,
# công tắc (switch), chia sẻ, bản tổng hợp (digest), chặng đồng hành (engagement), biên nhận, thỏa thuận.
locale = vi
# Dates as sentences write them. CLDR names months and days; lists and buttons have short ones.
date-day = { $weekday }, { $day } { $month }
date-day-year = { $weekday }, { $day } { $month } năm { $year }
date-year = { $day } { $month } năm { $year }
date-hour = { $hours ->
       *[other] lúc { $hour }
    }
date-moment = { $day } { $hour }
date-weekday = { $number ->
        [0] thứ Hai
        [1] thứ Ba
        [2] thứ Tư
        [3] thứ Năm
        [4] thứ Sáu
        [5] thứ Bảy
       *[other] { $name }
    }
summary = Một lời nhắn từ Handrail
# How a name that is not plainly a name stands inside a sentence of the bot.
named = “{ $name }”
yes = Có
no = Không
not-now = Để sau

hello =
    Xin chào. Mình là Handrail, một bot. Nếu coach của bạn đã đưa bạn một mã, hãy gõ mã ở đây.
    Nếu bạn là coach, hãy gõ “mời”.
help-client = Bạn có thể viết cho mình bất cứ lúc nào, bằng lời của bạn.
help-today = Cho hôm nay:
help-yours = Những gì của bạn:
help-when = Khi nào mình nhắn cho bạn:
help-everything = Tất cả những gì mình hiểu
help-page = Trang của tôi
help-coach = Dành cho coach:
help-all = Đây là các lệnh của mình. Bạn có thể gõ đúng như vậy:
help-all-client =
    “trang chính”, “bước nhỏ”, “việc đã làm”, “lời của tôi”, “câu hỏi của tôi”, “buổi gặp”, “góp ý”
    “lời của tôi tháng 3”, “thư gửi chính tôi”, “các bước của tôi”, “thế mạnh của tôi”, “biểu đồ của tôi”, “lộ trình”
    “quyền cho phép”, “bạn đang giữ gì”, “ai đã xem”, “biên nhận”, “thời gian giữ”, “xóa”
    “đổi giờ”, “sắp tới”, “nghỉ đến thứ hai”, “tiếp tục”, “dừng”, “ngôn ngữ”
help-all-coach = Dành cho coach: “mời”, “bản tổng hợp”, “người tôi đồng hành”, “hồ sơ của tôi”, “câu hỏi”
language-ask = Mình nên nói tiếng gì?
language-set = Từ giờ mình nói tiếng Việt.
too-long = Dài hơn mức mình nhận được trong một tin nhắn ({ $limit } { $of ->
        [lines] dòng
       *[characters] ký tự
    }). Mình chưa giữ gì cả. Bạn gửi thành nhiều phần nhé?
field-too-long = Một ô dài hơn mức mình nhận được ở đó ({ $limit } { $of ->
        [lines] dòng
       *[characters] ký tự
    }). Chưa có gì thay đổi. Bạn rút ngắn lại nhé?
edit-too-long = Tin nhắn của bạn giờ dài hơn mức mình nhận được một lần ({ $limit } { $of ->
        [lines] dòng
       *[characters] ký tự
    }), nên điều mình giữ vẫn là điều nó viết trước đó. Nếu bạn rút ngắn, mình sẽ lấy lời mới; nếu bạn xóa, mình cũng xóa bản của mình.
empty = Tin nhắn trống. Hãy viết bằng lời của bạn, hoặc gõ “trợ giúp”.
stale = Nút đó không còn liên quan đến điều gì ở đây. Không có gì thay đổi. Gõ “trợ giúp” để xem mình làm được gì.
already-done = Việc đó đã xong rồi. Không có gì thay đổi.
trouble = Có trục trặc ở phía mình, và chưa lưu gì cả. Bạn thử lại một lần nữa nhé.
interrupted = Mình bị gián đoạn, và câu trả lời có thể chưa tới bạn. Điều bạn làm đã được lưu. Bạn viết lại cho mình, rồi ta tiếp tục từ đó nhé.
damaged = Một thứ mình đã giữ bị hỏng, và mình không đọc được nữa. Không có gì thay đổi. Người vận hành mình có thể xem giúp; coach của bạn biết họ là ai.
form-unreadable = Mình không đọc được biểu mẫu đó. Không có gì thay đổi. Bạn thử lại nhé.

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = Tổ chức của bạn có thể có quyền đọc hoặc xuất các cuộc trò chuyện ở đây.
