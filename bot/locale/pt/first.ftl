# A primeira conversa: duas perguntas leves e uma resposta clara a uma preocupação com privacidade.
first-offer = Duas primeiras perguntas
first-hope = O que você espera disto?
first-worry = Há algo nisto que preocupa você?
first-hint = Com as suas palavras, se quiser. Tudo bem pular.
first-done = Era tudo o que eu queria perguntar por agora.
worry-sees = Quem vê o quê: { $coach } só lê o que você viu antes e compartilhou, palavra por palavra. Ninguém fica sabendo quando você responde, nem se responde.
worry-kept = Escolher uma resposta ou preencher um formulário diz menos do que palavras. Só guardo o que você permite, criptografado.
worry-stop = Você pode sair a qualquer momento: “pausa até segunda”, “parar”, ou “apagar” para tudo.
