/** Words of field support that no metadata holds. */
export interface Messages {
  readonly waitingOnYou: string;
  readonly waitingOnUs: string;
  readonly mine: string;
  readonly others: string;
  readonly all: string;
  /** A case whose person is not known. */
  readonly nobody: string;
}

const en: Messages = {
  waitingOnYou: 'Waiting on you',
  waitingOnUs: 'Waiting on us',
  mine: 'Assigned to me',
  others: 'Assigned to others',
  all: 'All open cases',
  nobody: 'No person named',
};

const es: Messages = {
  waitingOnYou: 'Esperamos su respuesta',
  waitingOnUs: 'Nos toca responder',
  mine: 'Asignados a mí',
  others: 'Asignados a otras personas',
  all: 'Todos los casos abiertos',
  nobody: 'Sin persona indicada',
};

/** The words in a language such as `es` or `es_MX`; English where there are none. */
export function messagesIn(language: string): Messages {
  return /^es\b|^es_/i.test(language) ? es : en;
}
