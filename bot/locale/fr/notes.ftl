# Les mots d'un coach pour une personne, et ce sur quoi un coach veut revenir.
note-write = Un petit mot à { $client } …
note-ask = Écrivez votre petit mot à { $client } dans votre prochain message : court, et à votre façon. Je peux en transmettre { $count ->
    [one] un seul
   *[other] { $count } au plus
} par jour.
note-preview = { $client } lirait :
note-send = Envoyer exactement ceci
note-discard = Ne pas l'envoyer
note-discarded = Il n'est ni envoyé, ni gardé.
note-on-its-way = Je le remettrai à { $client } dans ses horaires, si j'en ai alors le droit. Je ne vous dirai pas si j'ai pu le faire.
note-enough = Je peux transmettre { $count ->
    [one] un seul petit mot
   *[other] { $count } petits mots au plus
} par jour à { $client }, et cette limite est atteinte pour aujourd'hui. Celui-ci reste ici pour l'instant : vous pourrez l'envoyer demain avec son bouton.
note-no = Je ne peux pas remettre de petit mot à cette personne pour le moment. Rien n'a été envoyé.
note-from = { $coach } vous a écrit :
note-off = Pour ne plus recevoir de petits mots, écrivez « mes autorisations ».
note-not-delivered = Non remis : votre petit mot à { $client } du { $day }. Sa messagerie ne l'a pas accepté.

bring-up = En parler la prochaine fois
bring-up-done = C'est noté, rien que pour vous. Vous le retrouverez dans « mes accompagnements ».
bring-up-heading = À évoquer
brought-up = Déjà évoqué
brought-up-done = C'est retiré de votre liste.
