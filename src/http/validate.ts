import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import type { $ZodIssue, $ZodRawIssue } from 'zod/v4/core'
import type { Language } from '../domain/language.ts'

/** A request that is not as its schema says. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  readonly issues: readonly $ZodIssue[]

  constructor(issues: readonly $ZodIssue[]) {
    super('The request is not as its schema says.')
    this.issues = issues
  }
}

/** Holds requests against their schemas. Fastify's own seam; the routes never see what is wrong. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const result = schema.safeParse(data, { reportInput: true })
    return result.success
      ? { value: result.data }
      : { error: new InvalidInput(result.error.issues) }
  }

/** The value as the schema reads it. @throws InvalidInput */
export function parse<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const result = schema.safeParse(data, { reportInput: true })
  if (!result.success) throw new InvalidInput(result.error.issues)
  return result.data
}

/** What is wrong with it, and where: `digest: …; confirm.mails: …`. */
export function describeIssues(issues: readonly $ZodIssue[], language: Language): string {
  return issues
    .slice(0, shownIssues)
    .map(nearest)
    .map((issue) => [issue.path.join('.'), sentence(issue, language)].filter(Boolean).join(': '))
    .join('; ')
}

const shownIssues = 5

/** Of what may be written in several ways: what is wrong in the way that it comes nearest to. */
function nearest(issue: $ZodIssue): $ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const [way] = issue.errors.toSorted((a, b) => distance(a) - distance(b) || depth(b) - depth(a))
  const [first] = way ?? []
  if (first === undefined) return issue
  return nearest({ ...first, path: [...issue.path, ...first.path] })
}

// A key that is missing or unknown says that another way was meant; a value that does not fit says little.
function distance(issues: readonly $ZodIssue[]): number {
  return issues.filter(({ code }) => code === 'unrecognized_keys' || code === 'invalid_type').length
}

function depth(issues: readonly $ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length))
}

const locales = { en: z.locales.en().localeError, de: z.locales.de().localeError }

function sentence(issue: $ZodIssue, language: Language): string {
  const length = lengthSentence(issue, language)
  if (length !== null) return length
  // The same issue, before it had a message: only its type says otherwise.
  const text = locales[language](issue as $ZodRawIssue)
  return (typeof text === 'string' ? text : text?.message) ?? issue.message
}

/** Of a text that is empty or too long; zod's own speak of strings and of `<=`. */
function lengthSentence(issue: $ZodIssue, language: Language): string | null {
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) {
    return { en: 'must not be empty', de: 'darf nicht leer sein' }[language]
  }
  if (issue.code !== 'too_big' || issue.origin !== 'string') return null
  return {
    en: `may have ${issue.maximum} characters at most`,
    de: `darf höchstens ${issue.maximum} Zeichen haben`,
  }[language]
}
