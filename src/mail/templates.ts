import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import type { MailKind } from '../directory/schema.ts'

interface Templates {
  /** The text part: nothing is escaped, nothing can be markup. */
  readonly text: (view: object) => string
  /** The HTML part: every value is escaped. */
  readonly html: (view: object) => string
}

// A name that a view lacks is an error, not an empty place in somebody's mail.
const known = { strict: true, knownHelpersOnly: true } as const

const partials = { layout: partial('layout'), button: partial('button'), copy: partial('copy') }

/** The templates of each kind of mail, compiled when the program starts. */
export const templates: Readonly<Record<MailKind, Templates>> = {
  invitation: { text: textTemplate('invitation'), html: htmlTemplate('invitation') },
  guest: { text: textTemplate('guest'), html: htmlTemplate('guest') },
  password: { text: textTemplate('password'), html: htmlTemplate('password') },
  test: { text: textTemplate('test'), html: htmlTemplate('test') },
}

function textTemplate(kind: MailKind): Templates['text'] {
  return Handlebars.compile<object>(read(`${kind}.text.hbs`), { noEscape: true, ...known })
}

function htmlTemplate(kind: MailKind): Templates['html'] {
  const template = Handlebars.compile<object>(read(`${kind}.html.hbs`), known)
  return (view) => template(view, { partials })
}

function partial(name: string): Handlebars.TemplateDelegate {
  return Handlebars.compile<object>(read(`${name}.html.hbs`), known)
}

function read(name: string): string {
  return readFileSync(new URL(`templates/${name}`, import.meta.url), 'utf8')
}
