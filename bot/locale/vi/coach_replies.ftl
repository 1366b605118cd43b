# Coach trả lời điều được chia sẻ ra sao, và cách một người trở thành coach.
read-thanks = Đã đọc, cảm ơn bạn
read-from = { $coach } đã đọc những gì bạn chia sẻ và gửi lời cảm ơn.
read-on-its-way = Mình sẽ báo cho { $client } một lần rằng bạn đã đọc và gửi lời cảm ơn: trong khung giờ của họ, nếu lúc đó mình được phép. Mình sẽ không cho bạn biết có báo được hay không.
notes-offer = { $coach } chỉ có thể trả lời bạn qua mình nếu bạn cho phép lời nhắn. Bạn cũng có thể để nguyên như hiện nay.
notes-offer-yes = Cho lời nhắn đến với tôi

coach-too = Bạn đến đây bằng mã của coach. Điều bạn vừa gõ dành cho những ai làm coach. Bạn có đồng hành với ai khác nữa không?
coach-too-yes = Có, tôi cũng là coach
coach-too-no = Không, tôi không phải coach
coach-too-left = Vậy mọi thứ vẫn như trước.
invite-profile-first = Trước khi đưa mã, bạn có thể viết hồ sơ của mình: người được đồng hành đọc hồ sơ trước khi đồng ý. Với một số thay đổi về sau, mình sẽ phải hỏi lại họ.
invite-profile = Viết hồ sơ của tôi trước
