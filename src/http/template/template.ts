import { fields } from '../../domain/fields.ts'
import type { Language } from '../../domain/language.ts'
import type { Operation } from '../../operations/operation.ts'

/** What a template is made of. */
export interface Template {
  readonly operation: Operation
  /** Of the columns' names, the choices and the help. */
  readonly language: Language
  /** The names of the company's rooms, which can be chosen. */
  readonly rooms: readonly string[]
}

/** The names of the columns, by which a filled-in template is understood when it is uploaded. */
export function titlesOf({ operation, language }: Omit<Template, 'rooms'>): readonly string[] {
  return operation.fields.map((field) => fields[field].label[language])
}
