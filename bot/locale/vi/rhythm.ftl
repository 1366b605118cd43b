# Giờ giấc trong tay người dùng: gõ, xem lại, và chỉ tính sau khi đồng ý.
rhythm-understood = Mình hiểu là:
rhythm-line-days = { $days }, { $every }
rhythm-line-window = Từ { $from } đến { $to }, giờ { $zone }
rhythm-line-quiet = Yên lặng từ { $from } đến { $to }
rhythm-line-off = Ngày nghỉ: { $days }
rhythm-line-span = { $first } đến { $last }
rhythm-line-holidays = Không vào ngày lễ: { $country }
rhythm-weeks = { $weeks ->
    [1] mỗi tuần
    [2] hai tuần một lần
   *[other] { $weeks } tuần một lần
}
rhythm-suggested = { $coach } gợi ý { $days }, { $every }. Bạn quyết định.
rhythm-more = Thêm …
rhythm-more-ask = Khi nào mình nên yên lặng?
rhythm-covers = Các lần hỏi thăm và lời nhắn của coach đến vào những ngày này. Một bước, câu hỏi về buổi gặp, lời nhắc hay lời báo kết thúc đến vào ngày riêng, trong cùng khung giờ. Câu hỏi bạn dời lại sẽ đến đúng lúc bạn đã nói.
rhythm-quiet-from = Yên lặng từ
rhythm-quiet-to = Yên lặng đến
rhythm-quiet-none = Không có giờ yên lặng
rhythm-off = Ngày nghỉ
rhythm-off-example = 24 tháng 12, 27 tháng 12 đến 3 tháng 1
rhythm-holidays = Không nhắn vào ngày lễ của
rhythm-holidays-example = Việt Nam
rhythm-bad-quiet = Giờ yên lặng của bạn không chừa lúc nào để mình viết. Bạn đổi một trong hai nhé.
rhythm-bad-off = Mình không đọc được những ngày nghỉ đó. Ví dụ: “24 tháng 12, 27 tháng 12 đến 3 tháng 1”.
rhythm-bad-holidays = Mình không biết ngày lễ của nước đó. Bạn cũng có thể để trống.
rhythm-none-left = Vậy thì không còn ngày nào. Nếu bạn muốn mình yên lặng, gõ “nghỉ đến thứ hai” hoặc “dừng”.

travel-ask = Có vẻ đồng hồ của bạn đang theo giờ { $place }. Mình viết cho bạn theo giờ { $home }. Giờ của bạn có nên chuyển theo không?
travel-move = Chuyển sang giờ { $place }
travel-stay = Giữ giờ { $home }
travel-moved = Đã chuyển. Mình sẽ viết vào:
travel-stayed = Vẫn giữ giờ { $home }. Mình sẽ không hỏi lại về { $place }.

rested = Mình tạm dừng. Mình sẽ không tự nhắn cho bạn đến khi bạn gõ “tiếp tục”.

next-no-check-in = Chưa có lời hỏi thăm nào được lên lịch. Mình chỉ viết trước ở những gì bạn đã cho phép.
