# A primeira conversa: duas perguntas leves e uma resposta clara a uma preocupação com privacidade.
first-offer = Duas primeiras perguntas
first-hope = O que você espera disto?
first-worry = Há algo nisto que preocupa você?
first-hint = Responda com as suas palavras ou pule, se preferir.
first-done = Era tudo o que eu queria perguntar por agora.
worry-sees = { $coach } só lê o que você conferiu e compartilhou, palavra por palavra. Ninguém fica sabendo quando você responde, nem se responde.
worry-kept = Aqui, escolher uma resposta ou preencher um formulário revela menos do que escrever. Só guardo o que você permite, criptografado.
worry-stop = Você pode sair a qualquer momento: digite “pausa até segunda”, “parar”, ou “apagar” para apagar tudo.
