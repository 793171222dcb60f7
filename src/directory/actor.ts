import type { Language } from '../domain/language.ts'

/** The user on whose behalf something happens. */
export interface Actor {
  readonly companyId: string
  readonly userId: string
  readonly email: string
  readonly language: Language
}
