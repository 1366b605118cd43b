# Les réponses dans un fil, les réponses dans un formulaire, et un emoji à côté d'une question.
reaction-met = Je vois que vous avez mis un emoji à cet endroit, mais je ne peux pas le lire comme une réponse. Un mot ou un bouton me parvient. Ni l'un ni l'autre n'est nécessaire.
digest-replied = Je n'ai transmis cela à personne, et je ne l'ai pas gardé. Si c'est pour quelqu'un, je peux lui remettre un petit mot :
digest-replied-only = Je n'ai transmis cela à personne, et je ne l'ai pas gardé.
answer-in-form = Répondre dans un formulaire
apart-ask = Ce que vous écrivez dans ce formulaire n'apparaît pas dans notre conversation, sauf si vous demandez à le voir ou si vous le partagez.
apart-words = Votre réponse
apart-send = Envoyer
apart-kept = J'ai votre réponse du formulaire.
apart-not-kept = J'ai lu votre réponse du formulaire. Je ne l'ai pas gardée.
home-hello = Bonjour. Je suis Handrail, un robot.
home-code-ask = Si votre coach vous a donné un code, vous pouvez l'écrire ici. Je réponds dans notre conversation.
home-code = Votre code
home-code-send = Utiliser ce code
home-coach = Je suis coach
code-unreadable = Cela ne ressemble pas à un code. Un code, ce sont douze lettres et chiffres, comme votre coach vous l'a donné.
