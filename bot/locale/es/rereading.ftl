# Volver a encontrar las propias palabras, y llevárselas como una carta.
found-heading = Esto es lo que encontré en tus palabras
found-near = No están esas palabras exactas, pero sí algo parecido
found-none = No encontré nada sobre eso en lo que guardo para ti. Quizá ayude otra palabra, un día o un mes: “mis palabras marzo”.
letter-button = Como una carta para mí
letter-here = Aquí tienes tu carta. Se abre en cualquier navegador, y desde ahí puedes imprimirla.
letter-label = Una carta para mí
letter-none = Todavía no hay aquí nada tuyo guardado que pueda ir en una carta.
letter-title = Una carta para mí
letter-intro = Lo que guardaste aquí, con tus propias palabras, semana a semana. Hecha el { $day }, solo para ti: quien tenga este archivo puede leerlo.
letter-week = Semana del { $day }
letter-step = Un pequeño paso
letter-step-done = Un pequeño paso, hecho
