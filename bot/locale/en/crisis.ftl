# Words of crisis: people first. Never an assessment, never a category.
crisis-people = That sounds very hard. These people listen:
crisis-harm = Before anyone gets hurt, you can talk to someone. These people listen:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-home = If someone is hurting you at home:
crisis-emergency = If someone is in danger now, call { $phone }.
crisis-anywhere = For any country: findahelpline.com
crisis-bot = I'm a bot. Nobody is watching this chat, nobody was told, and I kept nothing of what you just wrote.
crisis-rests = I won't write first until you press “{ crisis-go-on }” or type “resume”.
crisis-go-on = Go on as before
crisis-still = I keep nothing of this, and pass nothing on. These people listen: { $people }. If someone is in danger now: { $phone }.
crisis-quiet = In case things are hard right now, these people listen: { $people }. If someone is in danger now: { $phone }.
crisis-coach = Would you like help with writing to { $coach } yourself?
crisis-coach-how = You could send this to { $coach } in your own chat or by phone, as it is or changed. I don't send anything.
crisis-coach-example = Something is very hard for me right now. Can we talk today?
crisis-no = That's fine. The numbers stay here.
