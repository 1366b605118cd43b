# As palavras de um coach para um só cliente, e o que quer retomar com essa pessoa.
note-write = Uma nota para { $client }…
note-ask = Escreva sua nota para { $client } na próxima mensagem: curta e com as suas palavras.
note-preview = { $client } leria:
note-send = Enviar exatamente isto
note-discard = Não enviar
note-discarded = Não foi enviada nem guardada.
note-on-its-way = Vai para { $client } dentro dos horários dessa pessoa, se ela ainda quiser notas.
note-no = Não posso levar uma nota para lá agora. Nada foi enviado.
note-from = { $coach } escreveu para você:
note-off = Para desativar as notas, digite “minhas permissões”.
note-not-delivered = Não entregue: sua nota para { $client } ({ $day }). O chat dessa pessoa não aceitou.

bring-up = Falar disso na próxima vez
bring-up-done = Anotado, só para você. “meus clientes” mostra.
bring-up-heading = Para conversar
brought-up = Já conversamos
brought-up-done = Tirado da sua lista.
