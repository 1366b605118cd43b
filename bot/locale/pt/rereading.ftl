# Reencontrar as próprias palavras, e levá-las como uma carta.
found-heading = O que encontrei nas suas palavras
found-near = Não há exatamente essas palavras, mas isto chega perto
found-none = Não encontrei nada sobre isso no que guardo para você. Talvez outra palavra ajude, ou um dia ou um mês: “minhas palavras março”.
letter-button = Como uma carta para mim
letter-here = Aqui está a sua carta. Ela abre em qualquer navegador, e você pode imprimir a partir dele.
letter-label = Uma carta para mim
letter-none = Ainda não há nada seu guardado aqui que possa entrar em uma carta.
letter-title = Uma carta para mim
letter-intro = O que você guardou aqui, com as suas próprias palavras, semana a semana. Feita em { $day }, só para você: quem tiver este arquivo pode ler.
letter-week = Semana de { $day }
letter-step = Um pequeno passo
letter-step-done = Um pequeno passo, feito
