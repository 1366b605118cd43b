# Mots de détresse : d'abord des personnes. Jamais un jugement, jamais une étiquette.
crisis-people = Cela semble très dur. Ces personnes peuvent vous écouter :
crisis-harm = Avant que quelqu'un ne soit blessé, vous pouvez en parler. Ces personnes peuvent vous écouter :
crisis-contact = { $name } : { $phone }
crisis-contact-hours = { $name } : { $phone } ({ $hours })
crisis-home = Si quelqu'un vous fait du mal à la maison :
crisis-emergency = Si quelqu'un est en danger maintenant, appelez le { $phone }.
crisis-anywhere = Pour tous les pays : findahelpline.com
crisis-bot = Je suis un robot. Personne ne suit cette conversation, personne n'a été prévenu, et je n'ai rien gardé de ce que vous venez d'écrire.
crisis-rests = Je n'écrirai plus de moi-même avant que vous choisissiez « { crisis-go-on } » ou que vous écriviez « reprendre ».
crisis-go-on = Continuer comme avant
crisis-still = Je ne garde rien de cela et je n'en transmets rien. Ces personnes peuvent vous écouter : { $people }. Si quelqu'un est en danger maintenant : { $phone }.
crisis-quiet = Au cas où ce moment serait difficile, ces personnes peuvent vous écouter : { $people }. Si quelqu'un est en danger maintenant : { $phone }.
crisis-coach = Voulez-vous de l'aide pour écrire vous-même à { $coach } ?
crisis-coach-how = Vous pourriez envoyer ceci à { $coach } dans votre conversation habituelle, ou le dire par téléphone, tel quel ou à votre façon. Je n'envoie rien.
crisis-coach-example = Je traverse quelque chose de très dur en ce moment. Pouvons-nous nous parler aujourd'hui ?
crisis-no = D'accord. Les numéros restent ici.
