# Volver a encontrar las propias palabras, y llevárselas como una carta.
found-heading = Lo que encontré en tus palabras
found-near = No hay nada con esas palabras exactas, pero esto se acerca
found-none = No encontré nada sobre eso en lo que guardo para ti. Quizá lleve hasta ahí otra palabra, o un día o un mes: “mis palabras marzo”.
letter-button = Como carta para mí
letter-here = Aquí tienes tu carta. Se abre en cualquier navegador y desde ahí puedes imprimirla.
letter-label = Una carta para mí
letter-none = Todavía no hay aquí nada tuyo guardado que pueda ir en una carta.
letter-title = Una carta para mí
letter-intro = Lo que guardaste aquí, con tus propias palabras, semana a semana. Hecha el { $day }, solo para ti: quien tenga este archivo puede leerla.
letter-week = Semana del { $day }
letter-step = Un pequeño paso
letter-step-done = Un pequeño paso, hecho
