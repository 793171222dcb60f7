import { ApiError } from '../api/client.ts'

/** One of the companies that address and password fit. */
export interface CompanyToChoose {
  readonly id: string
  readonly name: string
}

/** The companies to choose from, where a sign-in was refused because there are several; null otherwise. */
export function companiesIn(error: unknown): readonly CompanyToChoose[] | null {
  if (!(error instanceof ApiError) || error.code !== 'company-choice') return null
  return JSON.parse(String(error.details['choices'])) as readonly CompanyToChoose[]
}
