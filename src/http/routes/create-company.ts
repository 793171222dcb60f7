import { createKey } from '../../access/create-key.ts'
import { createCompany as create } from '../../directory/create-company.ts'
import { note } from '../audit/note.ts'
import { createdCompany, newCompany } from '../contract/company.ts'
import type { Route } from '../route.ts'

/** A company, its first administrator, and their first key: all of it, or nothing. */
export const createCompany: Route = (server, { db, now }) => {
  server.post(
    '/companies',
    {
      config: { act: 'create-company' },
      schema: {
        summary: 'Create a company with its first administrator',
        tags: ['access'],
        body: newCompany,
        response: { 201: createdCompany },
      },
    },
    async (request, reply) => {
      const at = now()
      const created = await db.transaction().execute(async (tx) => {
        const { admin, ...company } = await create(tx, { ...request.body, now: at })
        const owner = { companyId: company.id, userId: admin.id, name: 'first key', now: at }
        const { key } = await createKey(tx, owner)
        return { company, admin: admin.email, key }
      })
      note(request, { companyId: created.company.id })
      return reply.code(201).send(created)
    },
  )
}
