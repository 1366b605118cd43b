# Giờ giấc trong tay người dùng: gõ, xem lại, và chỉ tính sau khi đồng ý.
rhythm-understood = Mình hiểu như sau:
rhythm-line-days = Vào { $days }, { $every }
rhythm-line-window = Từ { $from } đến { $to }, giờ { $zone }
rhythm-line-quiet = Yên lặng từ { $from } đến { $to }
rhythm-line-off = Ngày nghỉ: { $days }
rhythm-line-span = { $first } đến { $last }
rhythm-line-holidays = Không nhắn vào ngày lễ của: { $country }
rhythm-weeks = { $weeks ->
    [1] mỗi tuần
    [2] hai tuần một lần
   *[other] { $weeks } tuần một lần
}
rhythm-suggested = { $coach } gợi ý { $days }, { $every }. Bạn quyết định.
rhythm-more = Thêm …
rhythm-more-ask = Bạn muốn mình yên lặng khi nào?
rhythm-covers = Lời hỏi thăm và lời nhắn của coach đến vào những ngày này. Lời nhắc về bước nhỏ, câu hỏi về buổi gặp, lời nhắc lại hay tin báo sắp kết thúc đến vào ngày riêng, trong cùng khung giờ. Câu hỏi bạn hẹn lại thì đến đúng lúc bạn đã nói.
rhythm-quiet-from = Yên lặng từ
rhythm-quiet-to = Yên lặng đến
rhythm-quiet-none = Không có giờ yên lặng
rhythm-off = Ngày nghỉ
rhythm-off-example = 24 tháng 12, 27 tháng 12 đến 3 tháng 1
rhythm-holidays = Không nhắn vào ngày lễ của
rhythm-holidays-example = Việt Nam
rhythm-bad-quiet = Với giờ yên lặng này, không còn lúc nào để mình nhắn. Bạn đổi lại một trong các giờ đó nhé.
rhythm-bad-off = Mình không đọc được những ngày nghỉ đó. Ví dụ: “24 tháng 12, 27 tháng 12 đến 3 tháng 1”.
rhythm-bad-holidays = Mình không biết ngày lễ của nước đó. Bạn cũng có thể để trống.
rhythm-none-left = Vậy thì không còn ngày nào. Nếu bạn muốn mình yên lặng, hãy gõ “tạm dừng đến thứ hai” hoặc “dừng”.

travel-ask = Có vẻ đồng hồ của bạn đang theo giờ { $place }. Mình nhắn cho bạn theo giờ { $home }. Bạn có muốn mình chuyển giờ của bạn theo không?
travel-move = Chuyển sang giờ { $place }
travel-stay = Giữ theo giờ { $home }
travel-moved = Giờ của bạn đã được chuyển. Mình sẽ nhắn vào:
travel-stayed = Giờ của bạn vẫn theo giờ { $home }. Mình sẽ không hỏi lại về { $place }.

rested = Được rồi, mình tạm dừng. Mình sẽ không chủ động nhắn cho đến khi bạn gõ “tiếp tục”.

next-no-check-in = Chưa có lời hỏi thăm nào được lên lịch. Mình chỉ chủ động nhắn về những việc bạn đã cho phép.
