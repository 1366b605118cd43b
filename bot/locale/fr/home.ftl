# Une page sur soi-même : pour qui est accompagné, coach, les deux, ou ni l'un ni l'autre.
home-heading = Votre page
home-about = J'accompagne des personnes entre leurs séances de coaching. Je demande comment ça va aux moments qu'elles choisissent, et je ne transmets que ce qu'elles partagent.
home-nothing-yet = Je n'écris à personne en premier, et je ne garde que ce que vous autorisez.
home-with = Avec { $coach }, jusqu'au { $until }
home-not-agreed = Rien n'est convenu ici en ce moment, donc je n'écris pas de moi-même.
home-stopped = Tout est arrêté. Je n'écrirai pas de moi-même avant que vous écriviez « reprendre ».
home-steps = Vos petits pas :
home-step-with = Un petit pas, avec { $coach }
home-wins = Ce que j'ai fait
home-strengths = Mes forces
home-curve = Ma courbe
home-all-steps = Tous mes petits pas en cours
home-coaching = En tant que coach
home-digest-next = Votre prochain récapitulatif, si quelque chose a été partagé : { $when }
home-digest-off = Vous ne recevez de récapitulatif que si vous le demandez.
home-invite = Un code à transmettre
home-clients = Mes accompagnements
home-digest = Ce qui a été partagé
home-card = Mon profil
home-all = Tout cela vous appartient, et vous pouvez le changer :
home-agreement = Notre accord
home-switches = Mes autorisations
home-times = Mes horaires
home-pause = Pause …
home-resume = Reprendre
home-hold = Que gardez-vous ?
home-receipt = Mon reçu
home-erase = Effacer …
home-question = Une question est en attente. Vous pouvez y répondre dans la conversation :
home-shared = { $shares ->
    [one] Une réponse est partagée avec votre coach.
   *[other] { $shares } réponses sont partagées avec votre coach.
}
home-waiting = { $shares ->
    [one] L'une d'elles n'a pas encore été montrée à votre coach.
   *[other] { $shares } d'entre elles n'ont pas encore été montrées à votre coach.
}
coming-step-prompt = { $when } : à propos de votre petit pas
coming-later = { $when } : la question que vous avez remise à plus tard
coming-session-prep = { $when } : avant votre séance
coming-session-after = { $when } : après votre séance
coming-ending = { $when } : un message pour annoncer que l'accompagnement se termine bientôt
coming-reminder = { $when } : un rappel, si je n'ai pas eu de vos nouvelles ici d'ici là
