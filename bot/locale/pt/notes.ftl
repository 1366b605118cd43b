# As palavras de um coach para um só cliente, e o que quer retomar com essa pessoa.
note-write = Uma nota para { $client }…
note-ask = Escreva sua nota para { $client } na próxima mensagem: curta e com as suas palavras. Posso receber { $count ->
    [one] { $count } nota
   *[other] { $count } notas
} por dia.
note-preview = { $client } leria:
note-send = Enviar exatamente isto
note-discard = Não enviar
note-discarded = Não foi enviada nem guardada.
note-on-its-way = Entrego a nota a { $client } nos horários dessa pessoa, se eu puder nesse momento. Não digo a você se pude.
note-enough = Posso receber { $count ->
    [one] { $count } nota
   *[other] { $count } notas
} por dia para { $client }, e o limite de hoje foi atingido. Esta fica aqui por enquanto: amanhã você pode enviá-la com o botão dela.
note-no = Não posso entregar uma nota ali agora. Nada foi enviado.
note-from = { $coach } escreveu para você:
note-off = Para desativar as notas, digite “minhas permissões”.
note-not-delivered = Não entregue: sua nota para { $client } ({ $day }). O chat dessa pessoa não aceitou.

bring-up = Retomar na próxima vez
bring-up-done = Marcado, só para você. Está em “meus clientes”.
bring-up-heading = Para retomar
brought-up = Tirar da lista
brought-up-done = Tirado da sua lista.
