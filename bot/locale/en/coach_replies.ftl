# How a coach answers what was shared, and how somebody becomes a coach.
read-thanks = Read, thank you
read-from = { $coach } has read what you shared, and says thank you.
read-on-its-way = I'll tell { $client } once that you have read it and say thank you: in their hours, if I may at that time. I won't tell you whether I could.
notes-offer = { $coach } can answer you through me only if you allow notes. You can also leave it as it is.
notes-offer-yes = Let notes reach me

coach-too = You came here with a code from your coach. What you wrote is for people who coach. Do you coach someone, too?
coach-too-yes = I coach, too
coach-too-no = No, I don't coach
coach-too-left = Then everything stays as it was.
invite-profile-first = Before you pass it on, you can write your profile: clients read it before they agree. After some later changes I have to ask them again.
invite-profile = Write my profile first
