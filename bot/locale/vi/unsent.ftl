# What was not sent, and why: said above the next answer.
unsent-thing = { $kind } ({ $day })
unsent-late = Không gửi: { $things }. Mình không gửi được trong khung giờ của bạn, và mình không gửi muộn.
unsent-changed = Không gửi: { $things }. Điều bạn đã đồng ý nay đã thay đổi, và mình đang chờ câu trả lời mới của bạn.
unsent-away = Không gửi: { $things }. Mình đã bị gỡ khỏi không gian làm việc này.
unsent-broken = Không gửi được: { $things }. Có phần mình không đọc được.
unsent-refused = Không gửi được: { $things }. Cuộc trò chuyện này không nhận tin.
unsent-sponsor = Chưa gửi được: { $things }. Email không đến được.
unsent-halted = Không gửi: { $things }. Tổ chức của bạn đã tạm dừng những gì mình tự gửi.
halted-now = Tổ chức của bạn đã tạm dừng những gì mình tự gửi. Trong thời gian đó, mình không gửi gì nếu bạn không viết trước. Mình vẫn trả lời bạn, và những gì bạn đã cho phép vẫn giữ nguyên.
restored-ask = Mình được khôi phục từ bản sao lưu ngày { $day }. Có thể mình không còn biết những gì bạn đã thay đổi từ đó đến nay: ngày và giờ của bạn, những điều mình hỏi, ngôn ngữ của bạn. Vì vậy mình sẽ không chủ động nhắn cho đến khi bạn xem lại. Khi mọi thứ đã đúng ý bạn, hãy gõ “tiếp tục”.
