# Tìm lại lời của chính mình, và mang theo như một lá thư.
found-heading = Những gì mình tìm thấy trong lời của bạn
found-near = Không có đúng những chữ đó, nhưng đoạn này gần giống
found-none = Mình không tìm thấy gì về điều đó trong những gì mình lưu cho bạn. Bạn có thể thử một từ khác, hoặc một ngày hay một tháng: “lời của tôi tháng 3”.
letter-button = Thành lá thư gửi chính tôi
letter-here = Thư của bạn đây. Trình duyệt nào cũng mở được, và bạn có thể in ra từ đó.
letter-label = Lá thư gửi chính tôi
letter-none = Ở đây chưa lưu gì của bạn để đưa vào thư.
letter-title = Lá thư gửi chính tôi
letter-intro = Những gì bạn đã lưu ở đây, bằng lời của chính bạn, theo từng tuần. Lập ngày { $day }, chỉ dành cho bạn: ai có tệp này đều đọc được.
letter-week = Tuần từ { $day }
letter-step = Một bước nhỏ
letter-step-done = Một bước nhỏ, đã làm xong
