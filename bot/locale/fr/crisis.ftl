# Mots de détresse : d'abord des personnes. Jamais un jugement, jamais une étiquette.
crisis-people = Cela semble très dur. Ces personnes peuvent vous écouter :
crisis-harm = Avant que quelqu'un soit blessé, vous pouvez en parler. Ces personnes écoutent :
crisis-contact = { $name } : { $phone }
crisis-contact-hours = { $name } : { $phone } ({ $hours })
crisis-home = Si quelqu'un vous fait du mal à la maison :
crisis-emergency = Si quelqu'un est en danger maintenant, appelez le { $phone }.
crisis-anywhere = Pour tout pays : findahelpline.com
crisis-bot = Je suis un robot. Personne ne surveille cette conversation, personne n'a été prévenu, et je n'ai rien gardé de ce que vous venez d'écrire.
crisis-rests = Je n'écrirai plus par moi-même avant que vous choisissiez « { crisis-go-on } » ou que vous écriviez « reprendre ».
crisis-go-on = Continuer comme avant
crisis-still = Je ne garde rien de cela et n'en transmets rien. Ces personnes peuvent vous écouter : { $people }. Si quelqu'un est en danger maintenant : { $phone }.
crisis-quiet = Si ce moment est difficile, ces personnes peuvent vous écouter : { $people }. Si quelqu'un est en danger maintenant : { $phone }.
crisis-coach = Voulez-vous de l'aide pour écrire vous-même à { $coach } ?
crisis-coach-how = Vous pourriez dire ceci à { $coach } dans votre propre messagerie ou par téléphone, tel quel ou autrement. Je n'envoie rien.
crisis-coach-example = Quelque chose est très dur pour moi en ce moment. Pouvons-nous parler aujourd'hui ?
crisis-no = C'est très bien. Les numéros restent ici.
