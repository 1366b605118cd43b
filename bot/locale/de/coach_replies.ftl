# Wie ein Coach auf Geteiltes antwortet, und wie jemand zum Coach wird.
read-thanks = Gelesen, danke
read-from = { $coach } hat gelesen, was Sie geteilt haben, und sagt danke.
read-on-its-way = Ich richte { $client } einmal aus, dass Sie es gelesen haben und danke sagen: in den dort gewählten Zeiten, wenn ich es dann darf. Ob ich es konnte, sage ich Ihnen nicht.
notes-offer = { $coach } kann Ihnen durch mich nur antworten, wenn Sie Notizen erlauben. Sie können es auch so lassen, wie es ist.
notes-offer-yes = Notizen empfangen

coach-too = Sie sind mit einem Code von Ihrem Coach hier. Was Sie geschrieben haben, ist für Menschen, die coachen. Coachen Sie auch selbst jemanden?
coach-too-yes = Ja, ich coache auch
coach-too-no = Nein, ich coache nicht
coach-too-left = Dann bleibt alles, wie es war.
invite-profile-first = Bevor Sie ihn weitergeben, können Sie Ihr Profil schreiben: Klientinnen und Klienten lesen es, bevor sie zusagen. Nach manchen späteren Änderungen muss ich sie noch einmal fragen.
invite-profile = Zuerst mein Profil schreiben
