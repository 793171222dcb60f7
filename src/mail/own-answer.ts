import type { Language, Localised } from '../domain/language.ts'

/**
 * What Roster itself says of a mail where no server has. The outbox keeps the code, so that everybody reads it
 * in their own language; what a server said is kept, and shown, in its words.
 */
const sentences = {
  recalled: {
    en: 'It was recalled before it left. Its links are still valid.',
    de: 'Sie wurde zurückgerufen, bevor sie versandt war. Ihre Links gelten weiterhin.',
  },
  'link-ended': {
    en: 'Not sent: its link was valid until {detail} only.',
    de: 'Nicht gesendet: Ihr Link galt nur bis {detail}.',
  },
  imported: {
    en: 'It had not left when this installation was exported, and was not sent after the import: whoever still needs it asks again.',
    de: 'Sie war noch nicht versandt, als diese Installation exportiert wurde, und wurde nach dem Import nicht gesendet: Wer sie noch braucht, fordert sie neu an.',
  },
  'record-lost': {
    en: 'The server that sends mails ended between handing this one over and recording the answer: it may have left. It is not sent again by itself.',
    de: 'Der Server, der Mails sendet, endete zwischen der Übergabe dieser Mail und dem Festhalten der Antwort: Sie kann versandt sein. Von selbst wird sie nicht noch einmal gesendet.',
  },
  'answer-lost': {
    en: 'The mail server had the whole mail, and then did not answer ({detail}): it may have left. It is not sent again by itself.',
    de: 'Der Mailserver hatte die ganze Mail und hat dann nicht geantwortet ({detail}): Sie kann versandt sein. Von selbst wird sie nicht noch einmal gesendet.',
  },
} as const satisfies Readonly<Record<string, Localised>>

export type OwnAnswer = keyof typeof sentences

/** The code as the outbox keeps it. */
export function ownAnswer(code: OwnAnswer, detail = ''): string {
  return `${mark}${code} ${detail}`.trim()
}

/** An answer of the outbox as people read it. */
export function describeAnswer(answer: string, language: Language): string {
  const [, code, detail = ''] = shape.exec(answer) ?? []
  if (code === undefined || !isOwn(code)) return answer
  return sentences[code][language].replace('{detail}', () => detail)
}

const mark = 'roster:'
const shape = /^roster:([a-z-]+)(?: (.*))?$/su

function isOwn(code: string): code is OwnAnswer {
  return Object.hasOwn(sentences, code)
}
