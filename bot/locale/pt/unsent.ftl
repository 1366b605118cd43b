# What was not sent, and why: said above the next answer.
unsent-thing = { $kind } ({ $day })
unsent-late = Não enviado: { $things }. Não consegui enviar dentro dos seus horários, e não envio com atraso.
unsent-changed = Não enviado: { $things }. O que você tinha aceitado mudou, e espero a sua nova resposta.
unsent-away = Não enviado: { $things }. Eu tinha sido removido deste espaço de trabalho.
unsent-broken = Não entregue: { $things }. Não consegui ler tudo.
unsent-refused = Não entregue: { $things }. Este chat não aceitou.
unsent-sponsor = Não enviado: { $things }. Não passou por e-mail.
unsent-halted = Não enviado: { $things }. A sua organização tinha pausado o que eu envio por conta própria.
halted-now = A sua organização pausou o que eu envio por conta própria. Enquanto durar, nada chega sem que você escreva primeiro. Continuo respondendo, e o que você permitiu fica como está.
restored-ask = Fui restaurado a partir de uma cópia de segurança de { $day }. Talvez eu não saiba mais o que você mudou desde então: seus dias e horários, sobre o que pergunto, seu idioma. Por isso não vou escrever por conta própria até você dar uma olhada. Quando estiver como você quer, digite “retomar”.
