# Mots de détresse : d'abord des personnes. Jamais un jugement, jamais une étiquette.
crisis-people = Cela semble très dur. Ces personnes sont là pour vous :
crisis-contact = { $name } : { $phone }
crisis-contact-hours = { $name } : { $phone } ({ $hours })
crisis-emergency = Si quelqu'un est en danger maintenant, appelez le { $phone }.
crisis-anywhere = Pour tout pays : findahelpline.com
crisis-bot = Je suis un robot. Je ne veille pas sur vous, personne n'a été prévenu, et je n'ai rien gardé de ce que vous venez d'écrire.
crisis-rests = Je ne vous demanderai rien de moi-même avant que vous écriviez « reprendre ».
crisis-coach = Voulez-vous de l'aide pour écrire vous-même à { $coach } ?
crisis-coach-how = Vous pourriez dire ceci à { $coach } dans votre propre messagerie ou par téléphone, tel quel ou autrement. Je n'envoie rien.
crisis-coach-example = Quelque chose est très dur pour moi en ce moment. Pouvons-nous parler aujourd'hui ?
crisis-no = C'est très bien. Les numéros restent ici.
