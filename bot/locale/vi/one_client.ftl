# One client as their coach sees them, and the end of it.
clients-type = Hoặc gõ một cái tên để xem người đó đã chia sẻ gì.
clients-pick = Khách hàng
clients-pick-open = Mở
client-until = Chặng đồng hành của hai người ở đây kéo dài đến { $until }.
client-next = Buổi gặp tới: { $moment }
client-since = Từ buổi gặp ngày { $day }
client-before = Trước buổi gặp ngày { $day }
client-noted = Bạn đã ghi lại điều này để nhắc đến.
client-nothing = Lúc này ở đây không có gì của người đó để đọc. Điều đó không nói lên gì về họ.
client-which = Có nhiều người mang tên này. Bạn muốn nói đến ai?
client-unknown = Với tên đó, không có gì mình có thể cho bạn xem. Điều đó không nói lên gì về bất kỳ ai.
client-brief = Cho buổi gặp …
goodbye =
    Chặng đồng hành của bạn với { $coach } ở đây đã kết thúc: { $coach } đã khép lại. Mình sẽ không nhắn thêm về việc này.
    Những gì mình đã lưu vẫn là của bạn đến { $erased }. Bạn có thể mang theo, hoặc gõ “xóa”. Nếu muốn biết thêm về việc này, bạn nên hỏi { $coach }.
goodbye-gone =
    Chặng đồng hành của bạn ở đây đã kết thúc: mình không còn kết nối với không gian làm việc của coach. Mình sẽ không nhắn thêm về việc này.
    Những gì mình đã lưu vẫn là của bạn đến { $erased }. Bạn có thể mang theo, hoặc gõ “xóa”.
client-suggest = Gợi ý câu hỏi …
client-suggest-which = Bạn gợi ý bộ câu hỏi nào cho { $client }? Người đó thấy ai gợi ý, và tự quyết định.
client-suggested = Mình sẽ hỏi { $client } từ “{ $title }” nếu người đó chưa tự chọn. Người đó thấy đây là gợi ý của bạn và có thể đổi bất cứ lúc nào. Mình không cho bạn biết họ chọn gì.
more-own = Điều gì khiến bạn chọn { $mark }?
client-numbered = { $client } ({ $number })
