import { Readable } from 'node:stream'
import type { Client } from '../client.ts'
import { commandHere, shellQuoted } from '../command-here.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { untilAtRest } from '../run/follow-batch.ts'
import { plain } from '../show/plain.ts'
import { howToGetIn } from './how-to-get-in.ts'
import type { Prepared } from './serve-until-interrupted.ts'

/**
 * Fills an empty data folder with an example company, by the same API and operations as everybody's. What is
 * there already is left alone, so that an interrupted first start is completed by the next one.
 */
export async function addExampleCompany(context: Context, client: Client): Promise<Prepared> {
  const { words } = context
  const key = await createCompany(client)
  const [me, doors] = [await client.me(), await client.doors()]
  const { company, email } = me
  if (company.name !== example.name && doors.example?.company !== company.name) {
    const lines = [words.demoForeign(plain(company.name)), ...howToGetIn(context, me)]
    return { lines, document: { company: company.name } }
  }
  if ((await count(client.list('users'))) === 1) await addPeople(context, client)

  const [users, rooms] = [await count(client.list('users')), await count(client.list('rooms'))]
  const command = commandHere(context.flags)
  return {
    lines: [
      ...(doors.example === null ? [] : [words.openExample]),
      words.demoCompany(company.name, email, users, rooms),
      key === null ? words.anotherKey(`${command} keys create --name laptop`) : words.apiKey(key),
      '',
      words.tryThis,
      `  cd ${shellQuoted(process.cwd())}`,
      `  ${command} users list`,
      `  echo 'joan@example.org,Joan,Clarke' | ${command} run invite-users --verify`,
    ],
    document: { company: company.name, admin: email, ...(key === null ? {} : { key }) },
  }
}

const example = { name: 'Example', admin: 'admin@example.org', example: true }

const rooms: readonly (readonly [name: string, defaultRole: string | null])[] = [
  ['room 1', null],
  ['room 2', null],
  ['room 3', null],
  ['Foyer', 'Spectator'],
]

const people = `email,first name,last name,rooms,role
katherine@example.org,Katherine,Johnson,"room 1,room 2",Moderator
dorothy@example.org,Dorothy,Vaughan,room 1,Participant
mary@example.org,Mary,Jackson,room 1,Participant
hedy@example.org,Hedy,Lamarr,room 2,Participant
konrad@example.org,Konrad,Zuse,room 2,Spectator
radia@example.org,Radia,Perlman,room 3,Admin
tim@example.org,Tim,Berners-Lee,room 3,Participant
margaret@example.org,Margaret,Hamilton,"room 1,room 3",Participant
`

const guests = `email,name,rooms,role,send mail
emil@example.net,Emil,Foyer,Guest,False
`

/** Answers the administrator's key, or null where there is a company already. */
async function createCompany(client: Client): Promise<string | null> {
  try {
    await client.me()
    return null
  } catch (error) {
    if (!hasCode(error, 'no-company-yet')) throw error
    return (await client.createCompany(example)).key
  }
}

async function addPeople(context: Context, client: Client): Promise<void> {
  for (const [name, defaultRole] of rooms) {
    await client.createRoom(name, defaultRole).catch((error: unknown) => {
      if (!hasCode(error, 'room-exists')) throw error
    })
  }
  await execute(context, client, { operation: 'invite-and-assign-users', text: people })
  await execute(context, client, { operation: 'invite-guests', text: guests })
}

async function execute(
  context: Context,
  client: Client,
  { operation, text }: { readonly operation: string; readonly text: string },
): Promise<void> {
  const source = { name: 'example.csv', read: () => Readable.from([Buffer.from(text)]) }
  const { batch } = await client.createBatch({ operation }, source)
  const { digest, confirm } = await client.verify(batch)
  const started = await client.execute(batch, { digest: digest ?? '', confirm })
  await untilAtRest(context, client, started)
}

async function count(pages: AsyncIterable<readonly unknown[]>): Promise<number> {
  let items = 0
  for await (const page of pages) items += page.length
  return items
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Failure && error.code === code
}
