# Nói trong mọi cuộc trò chuyện. Mỗi ý một từ: coach, người được đồng hành (client), hỏi thăm (check-in),
# bước nhỏ, quyền cho phép (permission), chia sẻ, bản tổng hợp (digest), chặng đồng hành (engagement),
# lưu (keep), xóa, tạm dừng (pause), dừng (stop), rút lại (take back), biên nhận, thỏa thuận, buổi gặp.
# Bot nhắn, người viết. "mình" là bot, "bạn" là người; trên nút bấm người ấy là "tôi".
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
summary = Một tin nhắn từ Handrail
# How a name that is not plainly a name stands inside a sentence of the bot.
named = “{ $name }”
yes = Có
no = Không
not-now = Để sau

hello =
    Chào bạn. Mình là Handrail, một bot. Nếu coach của bạn đã đưa bạn một mã, bạn gõ mã ở đây.
    Nếu bạn là coach, hãy gõ “mời”.
help-client = Bạn có thể viết cho mình bất cứ lúc nào, bằng lời của bạn.
help-today = Cho hôm nay:
help-yours = Quyền và dữ liệu của bạn:
help-when = Khi nào mình nhắn cho bạn:
help-everything = Tất cả các lệnh mình hiểu
help-page = Trang của tôi
help-coach = Dành cho coach:
help-all = Đây là các lệnh của mình. Bạn có thể gõ đúng như sau:
help-all-client =
    “trang chính”, “bước nhỏ”, “việc đã làm”, “lời của tôi”, “câu hỏi của tôi”, “buổi gặp”, “góp ý”
    “lời của tôi tháng 3”, “thư gửi chính tôi”, “các bước của tôi”, “điểm mạnh của tôi”, “biểu đồ của tôi”, “lộ trình”
    “quyền cho phép”, “bạn đang lưu gì”, “ai đã xem”, “biên nhận”, “thời gian lưu”, “xóa”
    “đổi giờ”, “sắp tới”, “tạm dừng đến thứ hai”, “tiếp tục”, “dừng”, “ngôn ngữ”, “bên trả chi phí”, “quy định của tổ chức”, “coach của tôi ở bên ngoài”
help-all-coach = Dành cho coach: “mời”, “bản tổng hợp”, “người tôi đồng hành”, “hồ sơ của tôi”, “câu hỏi”, “bên trả chi phí”
language-ask = Bạn muốn dùng tiếng nào?
language-set = Từ giờ mình dùng tiếng Việt.
too-long = Tin này dài hơn mức mình nhận được trong một lần ({ $limit } { $of ->
        [lines] dòng
       *[characters] ký tự
    }). Mình không lưu gì từ tin này. Bạn gửi thành nhiều phần nhé?
field-too-long = Có một ô dài hơn mức mình nhận được ở đó ({ $limit } { $of ->
        [lines] dòng
       *[characters] ký tự
    }). Chưa có gì thay đổi. Bạn rút ngắn lại nhé?
edit-too-long = Tin nhắn của bạn giờ dài hơn mức mình nhận được trong một lần ({ $limit } { $of ->
        [lines] dòng
       *[characters] ký tự
    }), nên bản mình lưu vẫn như trước khi bạn sửa. Nếu bạn rút ngắn, mình sẽ lấy lời mới; nếu bạn xóa tin, mình cũng xóa bản mình lưu.
empty = Tin nhắn vừa rồi trống. Bạn hãy viết bằng lời của bạn, hoặc gõ “trợ giúp”.
stale = Nút đó đã cũ. Không có gì thay đổi. Gõ “trợ giúp” để xem mình làm được gì.
already-done = Việc đó đã xong rồi. Không có gì thay đổi.
trouble = Có trục trặc ở phía mình, và chưa có gì được lưu. Bạn thử lại một lần nữa nhé.
interrupted = Mình bị gián đoạn, và câu trả lời có thể chưa đến được với bạn. Việc bạn vừa làm đã được lưu. Bạn nhắn lại cho mình, rồi chúng ta tiếp tục từ đó nhé.
damaged = Một phần dữ liệu mình đã lưu bị hỏng, và mình không đọc được nữa. Không có gì thay đổi. Những người vận hành mình có thể xem giúp; coach của bạn biết họ là ai.
form-unreadable = Mình không đọc được biểu mẫu đó. Không có gì thay đổi. Bạn thử lại một lần nữa nhé.

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = Tổ chức của bạn có thể có quyền đọc hoặc xuất các cuộc trò chuyện ở đây.
