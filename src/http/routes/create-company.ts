import { createKey } from '../../access/create-key.ts'
import { issuePasswordLink } from '../../access/password-links/issue-password-link.ts'
import { passwordLinkLife } from '../../domain/password-link-life.ts'
import { createCompany as create } from '../../directory/create-company.ts'
import { note } from '../audit/note.ts'
import { createdCompany, newCompany } from '../contract/company.ts'
import type { Route } from '../route.ts'

/** A company, its first administrator, their first key and a link to choose a password: all of it, or nothing. */
export const createCompany: Route = (server, { db, links, now }) => {
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
        const user = { companyId: company.id, userId: admin.id }
        const expiresAt = new Date(at.getTime() + passwordLinkLife.first)
        await issuePasswordLink(tx, { ...user, issuedAt: at, expiresAt })
        const link = links.password(user.companyId, user.userId, at)
        return { company, admin: admin.email, key, link }
      })
      note(request, { companyId: created.company.id })
      return reply.code(201).send(created)
    },
  )
}
