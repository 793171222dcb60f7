import { findCompany } from '../../directory/find-company.ts'
import { company } from '../contract/company.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** One's own company. */
export const showCompany: Route = (server, { db }) => {
  server.get(
    '/company',
    {
      config: { act: 'show-company' },
      schema: { summary: 'The company', tags: ['directory'], response: { 200: company } },
    },
    (request) => findCompany(db, callerOf(request).actor.companyId),
  )
}
