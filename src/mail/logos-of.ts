import { findLogo, type Logo } from '../directory/company-logo.ts'
import type { Db } from '../directory/schema.ts'

/** Finds the logo of a company; null where it has none. */
export type FindLogo = (companyId: string) => Promise<Logo | null>

/** Looks a logo up once for all the mails of a delivery: ten thousand of them bear the same. */
export function logosOf(db: Db): FindLogo {
  const known = new Map<string, Promise<Logo | null>>()
  return (companyId) => {
    const found = known.get(companyId)
    if (found !== undefined) return found
    // A logo has up to 100 kB, and an installation any number of companies.
    if (known.size >= mostKept) known.clear()
    const looked = findLogo(db, companyId).then((logo) => logo ?? null)
    known.set(companyId, looked)
    return looked
  }
}

const mostKept = 50
