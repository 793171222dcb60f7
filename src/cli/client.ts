import type { IncomingMessage } from 'node:http'
import { emailKey } from '../domain/email.ts'
import type {
  Batch,
  Execution,
  MappingChoiceBody,
  NewBatch,
  Progress,
  Row,
  RowPage,
} from '../http/contract/batch.ts'
import type { CreatedCompany } from '../http/contract/company.ts'
import type { Guest, Room, User, UserPage } from '../http/contract/directory.ts'
import type { CreatedKey, Key, NewKey } from '../http/contract/key.ts'
import type { Mail, MailPage } from '../http/contract/mail.ts'
import type { Me } from '../http/contract/me.ts'
import type { OperationDescription } from '../http/contract/operation.ts'
import type { Doors, HandedLink } from '../http/contract/session.ts'
import type { Connection } from './connection.ts'
import type { Form } from './multipart.ts'
import { readEvents } from './read-events.ts'

/** The HTTP API, typed; everything throws `Failure` with what the server said. */
export type Client = ReturnType<typeof apiClient>

/** What a list can be of; each is also its path, and the key of its pages. */
export interface Lists {
  readonly users: User
  readonly rooms: Room
  readonly guests: Guest
  readonly mails: Mail
  readonly batches: Batch
}

// Large pages for complete lists, small enough to hold a few in memory.
const pageSize = 500

export function apiClient(connection: Connection) {
  const post = <Reply>(path: string, json?: unknown, signal?: AbortSignal) =>
    connection.json<Reply>({ method: 'POST', path, json, ...(signal && { signal }) })

  async function* pages<Page extends { readonly next: string | null }>(
    path: string,
    query: Readonly<Record<string, string | number | undefined>> = {},
  ): AsyncGenerator<Page> {
    let cursor: string | undefined
    do {
      const page: Page = await connection.json({
        path,
        query: { limit: pageSize, ...query, cursor },
      })
      yield page
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
  }

  return {
    connection,

    async operations(): Promise<readonly OperationDescription[]> {
      const { operations } = await connection.json<{
        readonly operations: readonly OperationDescription[]
      }>({ path: 'operations' })
      return operations
    },

    /** Everything of a list, or what contains a text, page by page. */
    async *list<Name extends keyof Lists>(
      name: Name,
      query: { readonly search?: string } = {},
    ): AsyncGenerator<readonly Lists[Name][]> {
      type Page = { readonly [Key in Name]: readonly Lists[Name][] } & {
        readonly next: string | null
      }
      for await (const page of pages<Page>(name, { ...query })) yield page[name]
    },

    me: () => connection.json<Me>({ path: 'me' }),
    doors: () => connection.json<Doors>({ path: 'session' }),

    createCompany: (json: {
      name: string
      admin: string
      language?: string | undefined
      example?: boolean
    }) =>
      connection.json<CreatedCompany>({
        method: 'POST',
        path: 'companies',
        json,
        repeatable: false,
      }),
    /** By which the first company is made in a browser. */
    createSetUpLink: () => post<HandedLink>('installation/set-up-links'),
    /** By which the user chooses a password. */
    createPasswordLink: (email: string) =>
      post<HandedLink>('installation/password-links', { email }),
    createKey: (json: NewKey) =>
      connection.json<CreatedKey>({ method: 'POST', path: 'keys', json, repeatable: false }),
    async keys(): Promise<readonly Key[]> {
      const { keys } = await connection.json<{ readonly keys: readonly Key[] }>({ path: 'keys' })
      return keys
    },
    async deleteKey(id: string): Promise<void> {
      const path = `keys/${encodeURIComponent(id)}`
      const reply = await connection.stream({ method: 'DELETE', path, repeatable: false })
      reply.resume()
    },
    createRoom: (name: string, defaultRole: string | null) =>
      post<Room>('rooms', { name, defaultRole }),

    /** The file is read as it is sent; its text never lies in memory as a whole. */
    async createBatch(fields: NewBatch, file: Form['file']): Promise<Batch> {
      const texts = Object.entries(fields)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
      const form = { fields: Object.fromEntries(texts), file }
      return await connection.json<Batch>({ method: 'POST', path: 'batches', form })
    },

    batch: (id: string) => connection.json<Batch>({ path: batchPath(id) }),
    map: (id: string, json: MappingChoiceBody) =>
      connection.json<Batch>({ method: 'PUT', path: batchPath(id, '/mapping'), json }),
    verify: (id: string) => post<Batch>(batchPath(id, '/verification')),
    acceptSuggestions: (id: string) => post<Batch>(batchPath(id, '/suggestions')),
    execute: (id: string, execution: Execution) =>
      post<Batch>(batchPath(id, '/execution'), execution),
    stop: (id: string, signal?: AbortSignal) =>
      post<Batch>(batchPath(id, '/stop'), undefined, signal),
    resume: (id: string) => post<Batch>(batchPath(id, '/resume')),

    /** How many mails of a batch are in a state. */
    async countMails(batch: string, state: Mail['state']): Promise<number> {
      const query = { batch, state, limit: 1 }
      return (await connection.json<MailPage>({ path: 'mails', query })).total
    },

    async *rows(id: string, state?: 'problems'): AsyncGenerator<readonly Row[]> {
      for await (const page of pages<RowPage>(batchPath(id, '/rows'), { state })) yield page.rows
    },

    /** Ends when the batch is at rest, or when the connection ends. */
    async *events(id: string, signal?: AbortSignal): AsyncGenerator<Progress> {
      const reply = await connection.stream({
        path: batchPath(id, '/events'),
        accept: 'text/event-stream',
        ...(signal && { signal }),
      })
      for await (const data of readEvents(reply, 'progress')) yield JSON.parse(data)
    },

    /** All that is known about the user with this address, as a document. */
    async personalData(email: string): Promise<IncomingMessage> {
      const key = emailKey(email.trim())
      let id = email
      for await (const { users } of pages<UserPage>('users', { search: email.trim() })) {
        id = users.find((user) => emailKey(user.email) === key)?.id ?? id
      }
      const path = `users/${encodeURIComponent(id)}/data`
      return await connection.stream({ path, accept: 'application/json' })
    },

    report: (
      id: string,
      { format, rows }: { readonly format: string; readonly rows: 'all' | 'problems' },
    ): Promise<IncomingMessage> =>
      connection.stream({
        path: batchPath(id, '/report'),
        query: { format, state: rows === 'problems' ? rows : undefined },
        accept: '*/*',
      }),
  }
}

function batchPath(id: string, act = ''): string {
  return `batches/${encodeURIComponent(id)}${act}`
}
