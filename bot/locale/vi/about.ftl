# Trả lời các câu hỏi dành cho bot. Ngắn, và đúng với bản cài đặt này; xem bot/messages/about_rows.py.
about-ask-ai = Bạn là người hay là AI?
about-ask-sees = Ai xem được điều tôi viết?
about-ask-boss = Sếp tôi có xem được không?
about-ask-hr = Nhân sự có xem được không?
about-ask-store = Dữ liệu được lưu ở đâu?
about-ask-long = Dữ liệu được lưu bao lâu?
about-ask-must = Tôi có bắt buộc tham gia không?
about-ask-nothing = Nếu tôi không trả lời thì sao?
about-ask-coach = Coach của tôi biết những gì?
about-ask-share = Chia sẻ như thế nào?
about-ask-undo = Tôi có rút lại được không?
about-ask-delete = Xóa như thế nào?
about-ask-language = Bạn nói những tiếng nào?
about-ask-human = Làm sao để gặp một người thật?
about-ask-runs = Ai vận hành bot này?
about-ask-cost = Có mất phí không?
about-ask-next = Khi nào bạn nhắn tiếp?
about-ask-prove = Làm sao để tôi kiểm tra?
about-ask-how = Bot này hoạt động thế nào?
about-ask-overview = Tôi có thể hỏi gì?

about-show-seen = Ai đã xem?
about-show-keeping = Lưu trong bao lâu …
about-show-language = Ngôn ngữ khác …
about-show-words = Lời của tôi
about-erase-one = Xóa một câu trả lời …

about-not-begun = Chưa có gì bắt đầu trước khi bạn gõ mã của một coach, và sau đó từng việc một đều chờ bạn đồng ý.

about-ai = Mình là Handrail, một bot, không có người nào gõ câu trả lời. Mọi câu mình nói đều do con người viết sẵn.
about-ai-hearing = Ở đây không có mô hình ngôn ngữ nào đọc hay viết. Để nhận ra lời muốn dừng, câu hỏi dành cho mình hay lời cầu cứu, mình dùng danh sách từ và một bộ phân loại nhỏ đã được huấn luyện, chạy ngay trên máy chủ của mình. Nó không học từ bạn.

about-sees-plan = Nếu bạn làm việc với một coach ở đây, họ chỉ đọc điều bạn đã xem trước và chia sẻ, đúng từng chữ.
about-sees-client = { $coach } chỉ đọc điều bạn đã xem trước và chia sẻ, đúng từng chữ.
about-sees-coach = Với vai trò coach, bạn chỉ đọc điều người kia đã xem trước và chia sẻ với bạn.
about-sees-of-coach = Người bạn đồng hành đọc được hồ sơ của bạn, cùng câu hỏi và lời nhắn bạn dành cho họ.
about-shared = { $shared ->
    [0] Bạn chưa chia sẻ gì với { $coach }.
   *[other] Bạn đang chia sẻ { $shared } điều với { $coach }.
}
about-coach-listed = Bạn cũng cho phép { $coach } thấy rằng bạn có ở đây, ngày cuối và buổi gặp tới của bạn.
about-coach-notes = Bạn cũng cho phép { $coach } gửi lời nhắn, và { $coach } thấy rằng bạn cho phép.
about-coach-only = Qua mình, { $coach } không biết khi nào bạn trả lời, có trả lời hay không, và bạn để riêng cho mình điều gì.
about-coach-joining = Mình không cho { $coach } biết bạn đã dùng mã hay chưa, trừ khi sau này bạn cho phép.
about-coach-over = Từ khi kết thúc, { $coach } không nhận thêm gì từ mình. Điều { $coach } đã được xem trước đó có thể vẫn còn trong cuộc trò chuyện của họ.
about-coach-none = Mình không biết coach nào của bạn ở đây, và không cho ai biết bạn viết cho mình.

about-boss = Ở đây không có trang xem hay báo cáo nào dành cho quản lý.
about-boss-coach = Nếu quản lý của bạn cũng là coach của bạn ở đây, họ đọc được điều bạn chia sẻ với họ.
about-hr = Ở đây không có trang xem hay báo cáo nào cho nhân sự, cũng không có cho tổ chức của bạn.

about-store = Những gì mình lưu nằm trên máy chủ nơi mình chạy. Lời và tên của bạn được mã hóa ở đó. Người vận hành máy chủ giữ khóa.

about-long-most = { $most ->
   *[other] Mình lưu điều bạn cho phép tối đa { $most } ngày, và bạn có thể chọn ngắn hơn.
}
about-long-erased = Mọi thứ mình lưu từ thời gian của bạn với { $coach } được xóa trước { $erased }, hoặc sớm hơn nếu bạn muốn.
about-long-nothing = Hiện giờ mình không lưu lời hay lựa chọn của bạn. Mình nhắc lại một lần rồi không lưu.
about-long-proof = Còn lại một bản ghi bạn đã cho phép gì và khi nào, không có tên bạn.
about-long-coach = Những gì mình lưu về bạn với vai trò coach, như tên và hồ sơ, không có ngày hết hạn riêng ở đây.

about-must = Không. Ở đây mọi thứ đều tắt cho đến khi bạn đồng ý, và bạn có thể từ chối, tạm nghỉ hoặc dừng bất cứ lúc nào.
about-must-coach = Không. Bản tổng hợp chỉ đến nếu bạn muốn, và bạn có thể dừng bất cứ lúc nào.

about-nothing = Thì ở đây không có gì xảy ra. Từ chối, bỏ qua hay im lặng đều là câu trả lời trọn vẹn, và mình không kể với ai.
about-nothing-reminder = Bạn đã cho phép nhắc lại một lần duy nhất, một ngày sau. Sau đó mình không nhắc lần hỏi thăm ấy nữa.
about-nothing-gentle = Nếu vài lần hỏi thăm không có hồi âm, mình hỏi một lần xem nên tiếp tục thế nào, rồi mình tạm dừng.
about-nothing-noticed = Nếu bạn tắt “{ purpose-listed }” hoặc “{ purpose-notes }”, { $coach } có thể nhận ra.

about-share-how = Khi mình đã nhắc lại câu trả lời của bạn, hãy bấm “{ share }”. Bạn sẽ thấy đúng điều { $coach } sẽ đọc, và chỉ khi bạn duyệt thì mới chia sẻ. Nó đến cùng bản tổng hợp tới.
about-share-keep-first = Mình chỉ chia sẻ được điều mình lưu, mà việc lưu đang tắt. Bạn có thể bật trong “{ home-switches }”.
about-share-first = Trước hết cần có thỏa thuận. Chưa có thì không có gì được chia sẻ.
about-share-over = Thời gian của bạn với { $coach } đã kết thúc, nên không chia sẻ thêm được nữa.

about-undo = Bạn có thể sửa hoặc xóa tin nhắn của bạn, hoặc xóa một câu trả lời ở đây. Mình sẽ sửa hoặc xóa phần mình đã lưu.
about-undo-shared = Nếu bạn xóa một câu trả lời đã chia sẻ, mình cũng lấy nó ra khỏi tin nhắn của mình gửi { $coach }. Điều { $coach } đã đọc hoặc chép lại thì mình không rút lại được.
about-undo-none = Đến giờ mình chưa lưu câu trả lời nào của bạn.
about-undo-coach = Bạn có thể bỏ một lời nhắn trước khi gửi. Điều đã đến nơi thì mình không rút lại được.

about-delete = Bạn có thể xóa tất cả, hoặc chỉ một phần. Mình hỏi lại một lần trước khi xóa, vì không thể hoàn tác.
about-delete-left = Còn lại là bản ghi những gì bạn đã cho phép, không có tên bạn, và chính cuộc trò chuyện này, do { $platform } lưu giữ.
about-delete-coach = Việc xóa gồm những gì mình lưu về bạn với vai trò người được đồng hành. Với vai trò coach, tên, địa chỉ và mã của bạn vẫn còn ở đây. Về những thứ đó, hãy hỏi người vận hành mình.

about-language = Mình viết được các tiếng: { $languages }. Hiện giờ là { $language }.
about-language-stranger = Trước khi bạn bắt đầu, mình theo ngôn ngữ của cuộc trò chuyện này.

about-human = Mình là bot, và ở đây không có người nào trả lời.
about-human-coach = Bạn có thể liên hệ { $coach } như mọi khi. Mình không chuyển lời này.
about-human-contacts = Tổ chức của bạn giới thiệu những người này:

about-runs = Tổ chức của bạn vận hành mình.
about-runs-by = Bạn có thể hỏi: { $by }
about-runs-unnamed = Ở đây không ghi cụ thể là ai. Người đã giới thiệu mình với bạn có thể biết.
about-runs-software = Phần mềm này tên là Handrail, có mã nguồn mở.

about-cost = Bạn không mất phí gì khi dùng mình, và mình không nhận thanh toán.
about-cost-plan = Phí coaching là chuyện giữa coach, người được đồng hành và có thể là tổ chức của họ.
about-cost-coach = Phí coaching là chuyện giữa bạn, { $coach } và có thể là tổ chức của bạn.
about-cost-card = { $coach } đã viết về phí:

about-next = Dự kiến lần tới: { $when }.
about-next-none = Hiện chưa có gì được lên lịch.
about-next-only = Mình chỉ chủ động gửi điều bạn đã cho phép, trong khung giờ bạn đã chọn.
about-next-notes = Trong khung giờ đó, lời nhắn từ { $coach } cũng có thể đến.
about-next-never = Mình không chủ động nhắn cho bạn. Muốn vậy thì trước hết cần bạn đồng ý.

about-prove = “biên nhận” cho thấy mỗi lần bạn đồng ý hay từ chối, kèm ngày và nguyên văn. “bạn đang giữ gì” đưa bạn tất cả trong một tệp. “ai đã xem” cho biết coach của bạn đã được xem gì, khi nào.
about-prove-code = Mã nguồn của mình để mở. Trang docs/nevers.md ghi rõ, với mỗi lời hứa, đoạn mã giữ lời và các bài kiểm thử tìm cách phá nó. Người vận hành mình có thể kiểm tra bản ghi đồng ý: handrail ledger verify.

about-how = Coach đưa bạn một mã, và bạn gõ mã đó ở đây. Bạn chọn mình được hỏi gì, và khi nào. Coach của bạn chỉ đọc điều bạn đã xem trước và chia sẻ.
about-how-coach = Bạn gõ “mời” và đưa mã cho một người. Người đó chọn mình được hỏi gì, và khi nào. Bạn chỉ đọc điều họ đã xem trước và chia sẻ.

about-overview = Mình chưa rõ bạn muốn biết điều gì. Có phải một trong những câu này không?
