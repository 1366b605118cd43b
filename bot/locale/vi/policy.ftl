# What the organisation's policy says, as a client reads it when they ask (bot/messages/overview/policy.py).
policy-show = Ở đây đã quyết định những gì?
policy-heading = Những gì tổ chức của bạn đã quyết định về mình
policy-runs = Tổ chức của bạn vận hành mình: { $by }
policy-runs-unnamed = Tổ chức của bạn vận hành mình. Ở đây chưa ghi tên.
policy-contact = Liên hệ những người vận hành mình: { $by }
policy-dpo = Liên hệ người phụ trách bảo vệ dữ liệu: { $by }
policy-all = Bạn có thể chọn trong tất cả những gì mình làm được.
policy-some = Bạn có thể chọn trong: { $purposes }.
policy-not = Ở đây không dùng được: { $purposes }.
policy-grace = { $days ->
    [0] Khi một chặng đồng hành kết thúc, hôm sau mình xóa những gì thuộc về chặng đó.
   *[other] Khi một chặng đồng hành kết thúc, mình xóa những gì thuộc về chặng đó trong vòng { $days } ngày.
}
policy-coaches-everyone = Ở đây ai cũng có thể làm coach.
policy-coaches-approval = Ở đây, những người vận hành mình quyết định từng người được làm coach.
policy-coaches-listed = Ở đây chỉ những người trong danh sách của tổ chức bạn mới được làm coach.
policy-coaches-mail = Coach tham gia qua email có địa chỉ thuộc { $by }.
policy-group = { $count ->
   *[other] Bên trả chi phí chỉ đọc được số buổi khi có từ { $count } người trở lên.
}
policy-workspaces = Mình chỉ hoạt động trong những không gian làm việc mà tổ chức của bạn đã chọn.
policy-languages = Mình viết bằng { $languages }.
policy-yours = Không điều nào ở trên tự bật gì cả. Mình chỉ làm những gì bạn đã đồng ý, và bạn có thể từ chối hay dừng bất cứ lúc nào.

policy-off = Hiện giờ tổ chức của bạn không cho phép điều này, nên mình không bật được. Mọi thứ khác vẫn như cũ.
policy-workspace = Tổ chức của bạn không chọn không gian làm việc này cho mình, nên ở đây chưa thể bắt đầu gì.
unsent-policy = Không gửi: { $things }. Hiện giờ tổ chức của bạn không cho phép điều này.
