# Trả lời trong một luồng, trả lời trong biểu mẫu, và một biểu tượng cạnh câu hỏi.
reaction-met = Mình thấy bạn đã thả một biểu tượng ở đó, nhưng mình không đọc được nó như một câu trả lời. Một lời nhắn hay một nút bấm thì mình nhận được. Bạn không cần làm gì cả cũng được.
digest-replied = Mình không chuyển điều này cho ai và không giữ lại. Nếu bạn muốn nói với ai đó, mình có thể chuyển lời nhắn:
digest-replied-only = Mình không chuyển điều này cho ai và không giữ lại.
answer-in-form = Trả lời trong biểu mẫu
apart-ask = Điều bạn viết trong biểu mẫu này không hiện trong cuộc trò chuyện, trừ khi bạn muốn xem lại hoặc chia sẻ.
apart-words = Câu trả lời của tôi
apart-send = Gửi
apart-kept = Mình đã nhận câu trả lời của bạn từ biểu mẫu.
apart-not-kept = Mình đã đọc câu trả lời của bạn từ biểu mẫu, và không giữ lại.
home-hello = Chào bạn. Mình là Handrail, một bot.
home-code-ask = Nếu coach đã đưa bạn một mã, bạn có thể nhập ở đây. Mình sẽ trả lời trong cuộc trò chuyện của chúng ta.
home-code = Mã của tôi
home-code-send = Dùng mã này
home-coach = Tôi là coach
code-unreadable = Cái này trông không giống một mã. Mã gồm mười hai chữ cái và chữ số, như coach đã đưa cho bạn.
