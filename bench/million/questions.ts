import type { Pool } from 'pg'

/** What is asked: a name, and a path of the API. */
export type Question = readonly [name: string, path: string]

/** Every reading route, with the searches, sorts and pages that cost most. */
export async function questions(pool: Pool): Promise<readonly Question[]> {
  const one = async (statement: string) => {
    const { rows } = await pool.query<{ it: string }>(statement)
    return rows[0]?.it ?? ''
  }
  const company = await one(`select id as it from companies where name = 'Million'`)
  const of = `company_id = '${company}'`
  const user = await one(
    `select id as it from users where ${of} and email_key = 'person500000@example.org'`,
  )
  const room = await one(`select id as it from rooms where ${of} and name = 'Room 5001'`)
  const openRoom = await one(`select id as it from rooms where ${of} and name = 'Room 5000'`)
  const mail = await one(`select id as it from mails where ${of} order by id offset 500000 limit 1`)
  const done = await one(`select id as it from batches where ${of} and state = 'done'`)
  const verified = await one(`select id as it from batches where ${of} and state <> 'done'`)
  const sorts = (path: string, names: readonly string[]): Question[] =>
    names.flatMap((sort) =>
      ['asc', 'desc'].map((order): Question => [
        `${path} by ${sort} ${order}`,
        list(path, { sort, order }),
      ]),
    )
  const searches = (
    path: string,
    words: readonly string[],
    query: Record<string, string> = {},
  ): Question[] =>
    words.map((search) => [
      `${path} search “${search}” ${Object.values(query).join(' ')}`,
      list(path, { search, ...query }),
    ])
  const words = ['lovelace', 'person777777@', 'Müller', 'Öztürk 77', 'not there']
  return [
    ...sorts('/users', ['email', 'first-name', 'last-name', 'status']),
    ...searches('/users', words),
    ...searches('/users', words, { sort: 'last-name' }),
    [
      '/users deep page',
      list('/users', { cursor: cursor(['email', 'asc', 'person500000@example.org']) }),
    ],
    [
      '/users deep page by last name',
      list('/users', {
        sort: 'last-name',
        cursor: cursor(['last-name', 'asc', 'lovelace 500000', 'ada', 'person500000@example.org']),
      }),
    ],
    ['/users/:user', `/users/${user}`],
    ['/users/:user/data', `/users/${user}/data`],
    ...sorts('/rooms', ['name', 'default-role', 'users', 'guests']),
    ...searches('/rooms', ['room 77', 'not there']),
    ['/rooms/:room', `/rooms/${room}`],
    ['/rooms/:room/members', `/rooms/${room}/members`],
    ['members by default role', `/rooms/${openRoom}/members`],
    ...searches(`/rooms/${openRoom}/members`, words),
    ...sorts('/guests', ['email', 'name', 'room', 'role']),
    ...searches('/guests', ['number 77', 'room 5001', 'not there']),
    ['/guests of a room', list('/guests', { room })],
    ['/mails', list('/mails', {})],
    ...['sent', 'queued', 'sending', 'failed', 'held', 'withdrawn', 'unknown'].map(
      (state): Question => [`/mails ${state}`, list('/mails', { state })],
    ),
    ['/mails of a batch', list('/mails', { batch: done })],
    ['/mails failed of a batch', list('/mails', { batch: done, state: 'failed' })],
    ['/mails of a kind', list('/mails', { kind: 'guest' })],
    ...searches('/mails', words),
    ...searches('/mails', ['lovelace', 'not there'], { state: 'failed' }),
    ['/mails/:mail', `/mails/${mail}`],
    ['/mails/:mail/html', `/mails/${mail}/html`],
    ['/audit-log', '/audit-log'],
    ['/audit-log of an act', list('/audit-log', { act: 'delete-room' })],
    ...searches('/audit-log', ['admin', 'lovelace 777777', 'not there']),
    ['/audit-log/export', '/audit-log/export'],
    ['/batches', '/batches'],
    ['/batches/:batch done', `/batches/${done}`],
    ['/batches/:batch verified', `/batches/${verified}`],
    ...[done, verified].flatMap((batch, index): Question[] => {
      const of = ['done', 'verified'][index]
      const rows = (name: string, query: Record<string, string>): Question => [
        `rows of ${of}: ${name}`,
        list(`/batches/${batch}/rows`, query),
      ]
      return [
        rows('first', {}),
        rows('offset 900,000', { offset: '900000' }),
        rows('problems', { state: 'problems' }),
        rows('done or ready', { state: index === 0 ? 'done' : 'ready' }),
        rows('unchanged', { state: 'unchanged' }),
        rows('search common', { search: 'person' }),
        rows('search rare', { search: 'person777777@' }),
        rows('search accent', { search: 'müller 77' }),
        rows('unknown room', { problem: 'unknown-room' }),
        rows('cell says Lobby', { field: 'rooms', value: 'Lobby' }),
        rows('left out', { leftOut: 'true' }),
      ]
    }),
    ['report of problems', `/batches/${verified}/report?state=problems`],
    ['report csv', `/batches/${done}/report`],
    ['report xlsx', `/batches/${done}/report?format=xlsx`],
    ['template', '/operations/assign-users-to-rooms/template'],
    ['template csv', '/operations/assign-users-to-rooms/template?format=csv'],
    ['/operations', '/operations'],
    ['/company', '/company'],
    ['/me', '/me'],
    ['/me/data', '/me/data'],
    ['/my-rooms', '/my-rooms'],
    ...searches('/my-rooms', ['room 77']),
    ['/my-rooms/:room', `/my-rooms/${openRoom}`],
    ['/keys', '/keys'],
    ['/sessions', '/sessions'],
    ['/openapi.json', '/openapi.json'],
  ]
}

function cursor(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

function list(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams({ limit: '100', ...query }).toString()}`
}
