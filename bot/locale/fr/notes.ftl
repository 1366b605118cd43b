# Les mots d'un coach pour une personne, et ce sur quoi un coach veut revenir.
note-write = Un mot à { $client } …
note-ask = Écrivez votre mot à { $client } dans votre prochain message : court, et avec vos mots. Je peux en transmettre { $count ->
    [one] un seul
   *[other] { $count } au plus
} par jour.
note-preview = { $client } lirait :
note-send = Envoyer exactement ceci
note-discard = Ne pas l'envoyer
note-discarded = Pas envoyé, et pas gardé.
note-on-its-way = Je le porte à { $client } dans ses horaires, si je le peux alors. Si je le peux ou non, je ne le dis pas.
note-enough = Je peux transmettre { $count ->
    [one] un seul mot
   *[other] { $count } mots au plus
} par jour à { $client }, et c'est atteint pour aujourd'hui. Celui-ci reste ici pour l'instant : demain, vous pourrez l'envoyer avec son bouton.
note-no = Je ne peux pas y porter de mot maintenant. Rien n'a été envoyé.
note-from = { $coach } vous a écrit :
note-off = Pour ne plus recevoir ces mots, écrivez « mes autorisations ».
note-not-delivered = Non remis : votre mot à { $client } du { $day }. Sa messagerie ne l'a pas pris.

bring-up = En parler la prochaine fois
bring-up-done = Noté, visible de vous uniquement. « mes clients » le montre.
bring-up-heading = À évoquer
brought-up = C'est fait
brought-up-done = Retiré de votre liste.
