# Comment un coach répond à ce qui est partagé, et comment on devient coach ici.
read-thanks = C'est lu, merci
read-from = { $coach } a lu ce que vous avez partagé et vous remercie.
read-on-its-way = Je dirai une seule fois à { $client } que vous l'avez lu et que vous remerciez : dans ses horaires, si j'en ai alors le droit. Je ne vous dirai pas si j'ai pu le faire.
notes-offer = { $coach } ne peut vous répondre par mon intermédiaire que si vous autorisez les petits mots. Vous pouvez aussi laisser les choses comme elles sont.
notes-offer-yes = Recevoir de petits mots

coach-too = Vous avez utilisé ici le code d'un coach. Ce que vous avez écrit s'adresse aux personnes qui accompagnent. Accompagnez-vous aussi quelqu'un ?
coach-too-yes = Oui, j'accompagne aussi
coach-too-no = Non, je n'accompagne pas
coach-too-left = Alors tout reste comme avant.
invite-profile-first = Avant de le transmettre, vous pouvez écrire votre profil : les personnes que vous accompagnez le lisent avant de donner leur accord. Après certains changements, je devrais leur redemander leur accord.
invite-profile = Écrire d'abord mon profil
