# Words of crisis: people first. Never an assessment, never a category.
crisis-people = That sounds very hard. These people are there for you:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-emergency = If someone is in danger now, call { $phone }.
crisis-anywhere = For any country: findahelpline.com
crisis-bot = I am a bot. I don't watch over you, nobody was told, and I kept nothing of what you just wrote.
crisis-rests = I won't ask you anything by myself until you type “resume”.
crisis-coach = Would you like help with writing to { $coach } yourself?
crisis-coach-how = You could send this to { $coach } in your own chat or by phone, as it is or changed. I send nothing.
crisis-coach-example = Something is very hard for me right now. Can we talk today?
crisis-no = That's fine. The numbers stay here.
