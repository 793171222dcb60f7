import { changeCompany as change } from '../../directory/change-company.ts'
import { company, companyChange } from '../contract/company.ts'
import { callerOf } from '../guard.ts'
import type { Route } from '../route.ts'

/** The company's settings; what is not said stays. */
export const changeCompany: Route = (server, { db }) => {
  server.patch(
    '/company',
    {
      config: { act: 'change-company' },
      schema: {
        summary: 'Change the company',
        tags: ['directory'],
        body: companyChange,
        response: { 200: company },
      },
    },
    (request) => change(db, callerOf(request).actor.companyId, request.body),
  )
}
