# Petits mots : une phrase neutre, ni question ni bouton. Jamais gaie : il peut y avoir du difficile au-dessus.
small-thanks-1 = Je vous en prie.
small-thanks-2 = Avec plaisir.
small-thanks-3 = De rien.
small-hello-1 = Bonjour.
small-hello-2 = Bonjour, je suis là.
small-hello-3 = Bonsoir.
small-fine-1 = D'accord.
small-fine-2 = Entendu.
small-fine-3 = Très bien.
small-laugh-1 = Je suis là.
small-laugh-2 = D'accord, je suis là.
small-laugh-3 = Je suis toujours là.
small-bye-1 = Au revoir.
small-bye-2 = À la prochaine.
small-bye-3 = D'accord. Au revoir.
