# Trả lời các câu hỏi dành cho bot. Ngắn, và đúng với bản cài đặt này; xem bot/messages/about_rows.py.
about-ask-ai = Bạn là người hay là AI?
about-ask-sees = Ai xem được điều tôi viết?
about-ask-boss = Sếp tôi có xem được không?
about-ask-hr = Phòng nhân sự có xem được không?
about-ask-store = Dữ liệu được lưu ở đâu?
about-ask-long = Dữ liệu được lưu bao lâu?
about-ask-must = Tôi có bắt buộc tham gia không?
about-ask-nothing = Nếu tôi không trả lời thì sao?
about-ask-coach = Coach của tôi biết những gì?
about-ask-share = Làm sao để chia sẻ?
about-ask-undo = Tôi có rút lại được không?
about-ask-delete = Làm sao để xóa?
about-ask-language = Bạn nói được những tiếng nào?
about-ask-human = Làm sao để gặp một người thật?
about-ask-runs = Bot này do ai vận hành?
about-ask-cost = Có mất phí không?
about-ask-next = Khi nào bạn nhắn tiếp?
about-ask-prove = Làm sao để tôi kiểm tra những điều này?
about-ask-how = Mọi thứ hoạt động thế nào?
about-ask-overview = Tôi có thể hỏi bạn những gì?

about-show-seen = Ai đã xem?
about-show-keeping = Lưu trong bao lâu …
about-show-language = Ngôn ngữ khác …
about-show-words = Lời của tôi
about-erase-one = Xóa một câu trả lời …

about-not-begun = Chưa có gì bắt đầu trước khi bạn gõ mã của một coach. Sau đó, mình chỉ làm những việc bạn đồng ý.

about-ai = Mình là Handrail, một bot, và không có người nào gõ câu trả lời. Mọi câu mình nói đều do con người viết sẵn từ trước.
about-ai-hearing = Ở đây không có mô hình ngôn ngữ nào đọc hay viết gì cả. Để nhận ra khi bạn muốn dừng, khi bạn hỏi mình hay khi bạn đang quá khổ tâm, mình dùng danh sách từ và một bộ phân loại nhỏ đã được huấn luyện, trên máy chủ nơi mình chạy. Bộ phân loại ấy không học từ bạn.

about-sees-plan = Nếu bạn làm việc với một coach ở đây, coach chỉ đọc những gì bạn đã xem trước và chia sẻ, đúng từng chữ.
about-sees-client = { $coach } chỉ đọc những gì bạn đã xem trước và chia sẻ, đúng từng chữ.
about-sees-coach = Với vai trò coach, bạn chỉ đọc những gì người được đồng hành đã xem trước và chia sẻ với bạn.
about-sees-of-coach = Người được đồng hành đọc được hồ sơ của bạn, cùng những câu hỏi và lời nhắn bạn viết cho họ.
about-shared = { $shared ->
    [0] Bạn chưa chia sẻ gì với { $coach }.
   *[other] Bạn đã chia sẻ { $shared } điều với { $coach }.
}
about-coach-listed = Bạn cũng cho phép { $coach } thấy rằng bạn có ở đây, ngày cuối của bạn và buổi gặp tới của bạn.
about-coach-notes = Bạn cũng cho phép { $coach } gửi lời nhắn cho bạn, và { $coach } thấy rằng bạn cho phép.
about-coach-only = Mình không cho { $coach } biết khi nào bạn trả lời, bạn có trả lời hay không, hay những gì bạn giữ cho riêng bạn.
about-coach-joining = Mình không cho { $coach } biết bạn đã dùng mã hay chưa, trừ khi sau này bạn cho phép.
about-coach-over = Từ khi chặng đồng hành kết thúc, { $coach } không nhận thêm gì mới từ mình. Những gì { $coach } đã được xem trước đó có thể vẫn còn trong cuộc trò chuyện của coach.
about-coach-none = Theo mình biết, bạn không có coach nào ở đây, và mình không cho ai biết là bạn có viết cho mình.

about-boss = Ở đây không có trang nào hay báo cáo nào dành cho quản lý.
about-boss-coach = Nếu quản lý của bạn cũng là coach của bạn ở đây, họ đọc được những gì bạn chia sẻ với họ.
about-hr = Ở đây không có trang nào hay báo cáo nào về bạn, dù cho phòng nhân sự hay cho tổ chức của bạn. Tổ chức của bạn chỉ xem được mình có chạy tốt không và con số làm tròn các mã đã được nhập ở đây. Họ không thấy ai đã nhập, hay sau đó ra sao.

about-store = Những gì mình lưu nằm trên máy chủ nơi mình chạy. Ở đó, lời và tên của bạn được mã hóa. Những người vận hành máy chủ ấy giữ các khóa.

about-long-most = { $most ->
   *[other] Mình lưu những gì bạn cho phép nhiều nhất { $most } ngày, và bạn có thể chọn ngắn hơn.
}
about-long-erased = Mọi thứ mình lưu từ chặng đồng hành của bạn với { $coach } được xóa chậm nhất vào { $erased }, hoặc sớm hơn nếu bạn muốn.
about-long-nothing = Hiện giờ mình không lưu lời nào và cũng không lưu lựa chọn nào của bạn. Mình chỉ trích lại một lần rồi thôi.
about-long-proof = Vẫn còn lại một bản ghi về những gì bạn đã cho phép và khi nào, không có tên bạn.
about-long-coach = Những gì mình lưu về bạn với vai trò coach, như tên và hồ sơ, không có thời hạn riêng ở đây.

about-must = Không. Ở đây mọi thứ đều tắt cho đến khi bạn đồng ý, và bạn có thể từ chối, tạm dừng hay dừng bất cứ lúc nào.
about-must-coach = Không. Bản tổng hợp chỉ được gửi nếu bạn muốn, và bạn có thể dừng bất cứ lúc nào.

about-nothing = Vậy thì không có gì xảy ra cả. Từ chối, bỏ qua hay không trả lời lúc nào cũng được, và mình không kể với ai.
about-nothing-reminder = Bạn đã cho phép mình nhắc lại một lần, một ngày sau lần hỏi thăm. Sau đó mình không nhắc về lần hỏi thăm ấy nữa.
about-nothing-gentle = Nếu qua vài lần hỏi thăm mình không nhận được gì, mình hỏi một lần xem bạn muốn tiếp tục thế nào, rồi mình tạm dừng.
about-nothing-noticed = Nếu bạn tắt “{ purpose-listed }” hoặc “{ purpose-notes }”, { $coach } có thể nhận ra điều đó.

about-share-how = Khi mình đã trích lại câu trả lời của bạn, bạn bấm “{ share }”. Bạn sẽ thấy đúng những gì { $coach } sẽ đọc, và chỉ khi bạn duyệt thì câu trả lời mới được chia sẻ. { $coach } sẽ nhận cùng bản tổng hợp tiếp theo, hoặc sớm hơn nếu { $coach } mở xem.
about-share-keep-first = Mình chỉ chia sẻ được những gì mình lưu, mà hiện việc lưu đang tắt. Bạn có thể bật ở “{ home-switches }”.
about-share-first = Trước hết cần có thỏa thuận. Cho đến khi bạn đồng ý, không có gì được chia sẻ.
about-share-over = Chặng đồng hành của bạn với { $coach } đã kết thúc, nên không chia sẻ thêm được nữa.

about-undo = Bạn có thể sửa hoặc xóa tin nhắn của bạn, hoặc xóa một câu trả lời ở đây. Khi đó mình cũng sửa hoặc xóa bản mình lưu.
about-undo-shared = Nếu bạn xóa một câu trả lời đã chia sẻ, mình cũng bỏ câu đó khỏi các tin mình đã gửi cho { $coach }. Những gì { $coach } đã đọc hay sao chép thì mình không rút lại được.
about-undo-none = Đến giờ mình chưa lưu câu trả lời nào của bạn.
about-undo-coach = Bạn có thể bỏ một lời nhắn trước khi gửi. Khi lời nhắn đã đến nơi thì mình không rút lại được.

about-delete = Bạn có thể xóa tất cả, hoặc chỉ một phần. Trước khi xóa bất cứ điều gì, mình hỏi lại một lần, vì xóa rồi thì không lấy lại được.
about-delete-left = Vẫn còn lại bản ghi về những gì bạn đã cho phép, không có tên bạn, và chính cuộc trò chuyện này, do { $platform } lưu giữ.
about-delete-coach = Mình có thể xóa những gì mình lưu về bạn với vai trò người được đồng hành. Với vai trò coach, ở đây vẫn còn tên, địa chỉ và các mã của bạn; về những thứ đó, bạn hãy hỏi những người vận hành mình.

about-language = Mình viết được bằng { $languages }. Hiện giờ mình đang dùng { $language }.
about-language-stranger = Trước khi bạn bắt đầu, mình dùng ngôn ngữ của cuộc trò chuyện này.

about-human = Mình là bot, và ở đây không có người nào trả lời.
about-human-coach = Bạn có thể liên hệ { $coach } như mọi khi. Mình không chuyển lời này đi.
about-human-contacts = Tổ chức của bạn nêu những người này để bạn liên hệ:

about-runs = Tổ chức của bạn vận hành mình.
about-runs-by = Bạn có thể hỏi: { $by }
about-runs-unnamed = Ở đây không ghi tên ai. Người đã giới thiệu mình với bạn có thể biết nên hỏi ai.
about-runs-software = Phần mềm này tên là Handrail, có mã nguồn mở.

about-cost = Bạn không mất phí khi dùng Handrail, và mình không nhận thanh toán.
about-cost-plan = Phí coaching do coach, người được đồng hành và có thể cả tổ chức của họ thỏa thuận với nhau.
about-cost-coach = Phí coaching của bạn do bạn, { $coach } và có thể cả tổ chức của bạn thỏa thuận với nhau.
about-cost-card = { $coach } viết về phí như sau:

about-next = Dự kiến lần tới: { $when }.
about-next-none = Hiện chưa có gì được lên lịch.
about-next-only = Mình chỉ chủ động nhắn về những việc bạn đã cho phép, và trong khung giờ bạn đã chọn.
about-next-notes = Trong khung giờ đó, lời nhắn từ { $coach } cũng có thể đến.
about-next-never = Mình không chủ động nhắn cho bạn. Muốn vậy thì trước hết cần bạn đồng ý.

about-prove = “biên nhận” cho thấy mọi điều bạn đã đồng ý hay từ chối, kèm ngày và nguyên văn. “bạn đang lưu gì” cho bạn tất cả dưới dạng tệp. “ai đã xem” cho bạn biết coach của bạn đã được xem điều gì, và khi nào.
about-prove-code = Mã nguồn của mình là mã mở. Trang docs/nevers.md ghi rõ, với mỗi lời hứa, đoạn mã giữ lời hứa đó và các bài kiểm thử tìm cách phá vỡ nó. Những người vận hành mình có thể kiểm tra bản ghi đồng ý: handrail ledger verify.

about-how = Coach đưa bạn một mã, và bạn gõ mã đó ở đây. Bạn chọn những gì mình được hỏi, và khi nào. Coach của bạn chỉ đọc những gì bạn đã xem trước và chia sẻ.
about-how-coach = Bạn gõ “mời” và đưa mã cho người được đồng hành. Người ấy chọn những gì mình được hỏi, và khi nào. Bạn chỉ đọc những gì họ đã xem trước và chia sẻ.

about-overview = Mình chưa rõ bạn muốn biết điều gì. Có phải một trong những câu này không?
