import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Doors } from '../../src/http/contract/session.ts'
import { without } from '../ui/without.ts'
import { companiesIn, type CompanyToChoose } from './companies-in.ts'
import type { Entrance } from './use-entrance.ts'

/**
 * Which company somebody has to choose: their address and password fit several, or they come from the provider and are
 * a user of several. Null: none.
 */
export function useCompanyChoice(doors: Doors | undefined, entrance: Entrance): Choice | null {
  const search = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const { enter, tried, error, reset } = entrance
  const fitting = companiesIn(error)
  if (fitting !== null && tried !== undefined && 'email' in tried) {
    return {
      companies: fitting,
      error: null,
      onChoose: (company) => enter({ ...tried, company }),
      onOther: reset,
    }
  }
  const provided = doors?.singleSignOn?.companies ?? null
  if (search.with !== 'company' || provided === null) return null
  return {
    companies: provided,
    error,
    onChoose: (company) => enter({ singleSignOn: true, company }),
    onOther: () => {
      reset()
      void navigate({ to: '/sign-in', search: without(search, 'with'), replace: true })
    },
  }
}

interface Choice {
  readonly companies: readonly CompanyToChoose[]
  readonly error: unknown
  readonly onChoose: (company: string) => void
  readonly onOther: () => void
}
