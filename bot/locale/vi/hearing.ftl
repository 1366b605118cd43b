# What is said about hearing: asked back, asked once more, undone, asked later.
undone = Được rồi, mình bỏ qua việc này. Không có gì thay đổi.
undone-nothing = Lúc này không có gì đang chờ, và không có gì thay đổi.
did-you-mean = Ý bạn là “{ $command }” phải không?
did-you-mean-not = Nếu đó là điều bạn muốn kể, bạn gửi lại giúp mình nhé.
consent-doubt = Việc này cần bạn trả lời rõ là có hoặc không, nên mình hỏi lại một lần nữa. Chưa có gì được bật.
consent-left = Mình để nguyên như cũ: chưa có gì được bật. Bạn đổi lúc nào cũng được ở “{ home-switches }”.
or-instead = Hoặc ý bạn là:
stop-instead = Đừng nhắn cho tôi nữa
times-instead = Đổi giờ của tôi
step-instead = Quay lại bước nhỏ
crisis-today = Hết hôm nay, mình không trích lại và không lưu gì bạn viết ở đây. Các số ở trên vẫn còn đó.
later-nothing = Lúc này không có câu hỏi nào để hỏi lại sau.
later-not-again = Câu này mình đã dời một lần rồi, nên mình dừng ở đây. Bạn viết lúc nào cũng được.
later-planned = Mình sẽ hỏi lại vào { $day }, không sớm hơn.
later-today = Hôm nay mình sẽ hỏi lại: { $day }.
later-hello = Bạn đã nhờ mình hỏi lại câu này:
later-instead = Lúc đó hỏi lại tôi
