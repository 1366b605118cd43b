# The mails themselves: they hold these sentences, two addresses, and nothing else.
mail-subject = Há algo esperando por você
mail-waiting = Há algo esperando por você. Este link abre:
mail-link-subject = O seu link
mail-link-text = Aqui está o link que você pediu:
mail-link-lasts = Ele vale uma vez, por 15 minutos. Depois disso, a página a que ele leva envia um novo para você.
mail-not-asked = Se você não pediu, pode ignorar este e-mail. Sem o link, nada acontece.
mail-stop-here = Não quer mais receber estes e-mails? Aqui você desliga tudo: { $link }

# Where a mail program's own button, or the last line of a mail, leads.
mail-stop-title = Sem mais e-mails
mail-stop-ask = Isto desliga tudo. Você não vai receber mais e-mails até pedir de novo.
mail-stop-button = Desligar tudo
mail-stopped = Tudo está desligado. Você não vai receber mais e-mails até pedir de novo.

# Said about mail: what it is called, and what an erase leaves there.
platform-mail = e-mail
erased-chat-mail-all = Excluí tudo o que estava na sua página, também o que você escreveu lá. Esta resposta desaparece até amanhã. Os e-mails que enviei a você não contêm nada disso: continuam na sua caixa de correio até você excluir.
erased-chat-mail-part = Excluí da sua página as minhas próprias mensagens sobre isso. Os e-mails que enviei a você não contêm nada disso: continuam na sua caixa de correio até você excluir.
erased-chat-mail-kept = Excluí da sua página as minhas próprias mensagens sobre isso. O resto da página continua lá por até 90 dias depois de cada mensagem. Os e-mails que enviei a você não contêm nada disso: continuam na sua caixa de correio até você excluir.
