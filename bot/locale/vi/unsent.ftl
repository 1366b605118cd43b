# What was not sent, and why: said above the next answer.
unsent-thing = { $kind } ({ $day })
unsent-late = Chưa gửi: { $things }. Mình không gửi được trong giờ của bạn, và mình không gửi muộn.
unsent-changed = Chưa gửi: { $things }. Điều bạn đã đồng ý đã thay đổi, và mình chờ câu trả lời mới của bạn.
unsent-away = Chưa gửi: { $things }. Mình đã bị gỡ khỏi không gian làm việc này.
unsent-broken = Chưa đến được: { $things }. Mình không đọc được hết.
unsent-refused = Chưa đến được: { $things }. Cuộc trò chuyện này không nhận.
