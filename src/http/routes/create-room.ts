import { createRoom as create } from '../../directory/create-room.ts'
import { note } from '../audit/note.ts'
import { newRoom, room } from '../contract/directory.ts'
import { callerOf } from '../guard.ts'
import { idempotently } from '../idempotently.ts'
import type { Route } from '../route.ts'

/** A new room. */
export const createRoom: Route = (server, services) => {
  server.post(
    '/rooms',
    {
      config: { act: 'create-room', idempotent: true },
      schema: {
        summary: 'Create a room',
        tags: ['directory'],
        body: newRoom,
        response: { 201: room },
      },
    },
    async (request, reply) => {
      const { companyId } = callerOf(request).actor
      const created = await idempotently(request, reply, services, {
        status: 201,
        answer: room,
        asked: () => request.body,
        act: () => create(services.db, { companyId, ...request.body, now: services.now() }),
      })
      note(request, { subject: { kind: 'room', id: created.id } })
      return reply.code(201).send(created)
    },
  )
}
