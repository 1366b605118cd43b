# Os horários nas mãos da pessoa: digitados, mostrados de volta, e só valem com um sim.
rhythm-understood = Entendi:
rhythm-line-days = Dias: { $days }, { $every }
rhythm-line-window = Entre { $from } e { $to }, horário de { $zone }
rhythm-line-quiet = Silêncio de { $from } a { $to }
rhythm-line-off = Dias de folga: { $days }
rhythm-line-span = de { $first } a { $last }
rhythm-line-holidays = Sem mensagens nos feriados de: { $country }
rhythm-weeks = { $weeks ->
    [1] toda semana
    [2] a cada duas semanas
   *[other] a cada { $weeks } semanas
}
rhythm-suggested = { $coach } sugere { $days }, { $every }. Você decide.
rhythm-more = Mais…
rhythm-more-ask = Quando devo ficar em silêncio?
rhythm-covers = Os check-ins e as notas do seu coach chegam nestes dias. Um passo, uma pergunta sobre a sessão, um lembrete ou o aviso do fim tem um dia próprio, nos mesmos horários. Uma pergunta que você deixou para depois chega quando você pediu.
rhythm-quiet-from = Silêncio a partir de
rhythm-quiet-to = Silêncio até
rhythm-quiet-none = Sem horas de silêncio
rhythm-off = Dias de folga
rhythm-off-example = 24 de dezembro, 27 de dezembro a 3 de janeiro
rhythm-holidays = Sem mensagens nos feriados de
rhythm-holidays-example = Brasil
rhythm-bad-quiet = Suas horas de silêncio não deixam nenhum momento em que eu possa escrever. Mude um dos dois horários, por favor.
rhythm-bad-off = Não consegui ler esses dias de folga. Por exemplo: “24 de dezembro, 27 de dezembro a 3 de janeiro”.
rhythm-bad-holidays = Não conheço os feriados desse país. Você também pode deixar vazio.
rhythm-none-left = Assim não sobraria nenhum dia. Se quiser que eu fique em silêncio, digite “pausa até segunda” ou “parar”.

travel-ask = Seu relógio parece estar agora no horário de { $place }. Escrevo para você no horário de { $home }. Devo mudar os seus horários?
travel-move = Mudar para o horário de { $place }
travel-stay = Continuar no horário de { $home }
travel-moved = Seus horários mudaram. Veja quando vou escrever:
travel-stayed = Tudo continua no horário de { $home }. Não vou perguntar de novo sobre { $place }.

rested = Tudo bem, faço uma pausa. Não vou escrever por conta própria até você digitar “retomar”.

next-no-check-in = Não há nenhum check-in planejado. Só escrevo por conta própria quando se trata de algo que você permitiu.
