# Dito em qualquer conversa. `locale` é a configuração CLDR de datas, horas e listas.
#
# Glossário: uma palavra por ideia, sempre a mesma. Tratamento por «você», português do Brasil.
#   coach        seu coach (ou só o nome)      client       cliente; para a pessoa, «você»
#   check-in     check-in                      small step   pequeno passo (passo)
#   permission   permissão (ativar, desativar) share        compartilhar
#   digest       resumo                        take back    retirar
#   engagement   coaching (seu coaching com …) agreement    acordo
#   receipt      comprovante                   choice       escolha (nunca «toque»)
#   hold         ter (o que tenho sobre você)  keep         guardar
#   erase        apagar                        delete       apagar a minha cópia; excluir mensagens
#   stop         parar                         pause, rest  pausa
#   resume       retomar                       pass         pular
#   preview      conferir                      by itself    por conta própria
#   times        horários                      day off      dia de folga
#   wins         conquistas                    strengths    pontos fortes
#   question     pergunta                      session      sessão
#   note         nota                          feedback     feedback
#   leave out    deixar de fora                drop         deixar de lado
#   operator     quem administra este bot      card         perfil
# Em português o 0 também é «one» no CLDR: por isso [one] diz o número, nunca «1».
locale = pt_BR
# Dates as sentences write them. CLDR names months and days; lists and buttons have short ones.
date-day = { $weekday }, { $day ->
        [1] 1º
       *[other] { $day }
    } de { $month }
date-day-year = { $weekday }, { $day ->
        [1] 1º
       *[other] { $day }
    } de { $month } de { $year }
date-year = { $day ->
        [1] 1º
       *[other] { $day }
    } de { $month } de { $year }
date-hour = { $hours ->
        [0] à
        [1] à
       *[other] às
    } { $hour }
date-moment = { $day }, { $hour }
date-weekday = { $number ->
       *[other] { $name }
    }
summary = Uma mensagem do Handrail
# How a name that is not plainly a name stands inside a sentence of the bot.
named = “{ $name }”
yes = Sim
no = Não
not-now = Agora não

hello =
    Olá. Sou o Handrail, um bot. Se você recebeu um código do seu coach, digite aqui.
    Se você é coach, digite “convidar”.
help-client = Você pode me escrever quando quiser, com as suas palavras.
help-today = Para hoje:
help-yours = O que é seu:
help-when = Quando escrevo para você:
help-everything = Tudo o que eu entendo
help-page = Minha página
help-coach = Como coach:
help-all = Estes são os meus comandos. Você pode digitar exatamente assim:
help-all-client =
    “início”, “meu passo”, “minhas conquistas”, “minhas palavras”, “minhas perguntas”, “sessão”, “feedback”
    “minhas palavras março”, “carta para mim”, “meus passos”, “meus pontos fortes”, “minha curva”, “caminhos”
    “minhas permissões”, “o que você tem sobre mim”, “quem viu isso”, “comprovante”, “quanto tempo você guarda”, “apagar”
    “mudar meus horários”, “o que vem agora”, “pausa até segunda”, “retomar”, “parar”, “idioma”, “sponsor”, “regras da minha organização”, “meu coach está fora”
help-all-coach = Como coach: “convidar”, “resumo”, “meus clientes”, “meu perfil”, “perguntas”, “sponsor”
too-long = Isso é mais do que consigo receber em uma mensagem ({ $limit } { $of ->
        [lines] linhas
       *[characters] caracteres
    }). Nada foi guardado. Você pode enviar em partes?
field-too-long = Um dos campos ficou mais longo do que consigo receber ({ $limit } { $of ->
        [lines] linhas
       *[characters] caracteres
    }). Nada mudou. Você pode deixar mais curto?
edit-too-long = Sua mensagem agora é mais longa do que consigo receber de uma vez ({ $limit } { $of ->
        [lines] linhas
       *[characters] caracteres
    }), então a minha cópia continua como era. Se você encurtar a mensagem, fico com as palavras novas; se excluir, apago a minha cópia também.
empty = Essa mensagem veio vazia. Escreva com as suas palavras ou digite “ajuda”.
stale = Esse botão não vale mais. Nada mudou. Digite “ajuda” para ver o que posso fazer.
already-done = Isso já está feito. Nada mudou.
trouble = Algo deu errado do meu lado, e nada foi salvo. Tente mais uma vez, por favor.
interrupted = Fui interrompido, e a minha resposta talvez não tenha chegado. O que você fez está salvo. Escreva de novo, e continuamos daí.
damaged = Algo que eu tinha guardado está danificado, e não consigo mais ler. Nada mudou. Quem administra este bot pode verificar; seu coach sabe quem é.
form-unreadable = Não consegui ler esse formulário. Nada mudou. Tente mais uma vez, por favor.
language-ask = Que idioma você prefere?
language-set = A partir de agora escrevo em português.

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = A sua organização talvez possa ler ou exportar os chats daqui.
