import { expect, it } from 'vitest'
import { json } from '../http/support/start-server.ts'
import { workplace, type Workplace } from './support/roster.ts'

const password = 'tiefblaue Amseln'

/** Serves, and answers what was printed until the server was ready, and where it is. */
async function serve(place: Workplace, port = '0') {
  const running = place.start(['serve'], { env: { ROSTER_PORT: port } })
  await running.says('Ctrl-C stops it.')
  const [, url = ''] = /^Roster is at (\S+)$/mu.exec(running.out()) ?? []
  return {
    url,
    out: running.out(),
    async stop() {
      running.signal('SIGTERM')
      await running.ended
    },
  }
}

function post(url: string, path: string, body: object, link?: string): Promise<Response> {
  const headers = link === undefined ? {} : { 'roster-link': link.split('/').at(-1) ?? '' }
  return fetch(`${url}/api/v1${path}`, json('POST', body, headers))
}

it('the first start prints a link to make the first company; the next one prints nothing of the kind', async () => {
  await using place = await workplace()
  const first = await serve(place)
  const [, link] =
    /^There is no company yet\. Make it in a browser, within a day: (\S+)$/mu.exec(first.out) ?? []
  expect(link).toMatch(/^http:\/\/localhost:\d+\/set-up\/[\w-]{72}$/)
  expect(first.out).toContain('Or here: roster init --company NAME --admin EMAIL')
  const names = { firstName: 'Ada', lastName: 'Lovelace', language: 'en' }
  const said = { company: 'Engines', email: 'ada@example.org', password, ...names }
  expect((await post(first.url, '/set-up', said, link)).status).toBe(201)
  await first.stop()

  const second = await serve(place)
  expect(second.out).not.toContain('/set-up/')
  expect(second.out).not.toContain('password-link')
  await second.stop()
}, 90_000)

it('init prints a link besides the key, and who has no password yet is told how to get one', async () => {
  await using place = await workplace()
  const made = await place.roster(['init', '--company', 'Example', '--admin', 'admin@example.org'])
  expect(made.out).toMatch(/^roster_\S+\n$/u)
  const [, first] =
    /^Open this once to choose a password and sign in: (\S+)$/mu.exec(made.err) ?? []

  const server = await serve(place)
  expect(server.out).toContain('admin@example.org has no password yet. A link to choose one: ')
  expect(server.out).toContain('password-link admin@example.org')
  expect(server.out).toContain('Or sign in with an API key. A new one: ')
  const printed = await place.roster(['password-link', 'admin@example.org'])
  expect(printed).toMatchObject({ exit: 0 })
  const link = printed.out.trim()
  expect(link).toMatch(/^http:\/\/localhost:\d+\/password\/[\w-]{72}$/)

  expect((await post(server.url, '/password-link', { password }, first)).status).toBe(410)
  expect((await post(server.url, '/password-link', { password }, link)).status).toBe(201)
  const shown = { email: 'admin@example.org', password }
  expect((await post(server.url, '/session', shown)).status).toBe(201)
  await server.stop()

  const unknown = await place.roster(['password-link', 'nobody@example.org'])
  expect(unknown).toMatchObject({ exit: 2, out: '' })
  expect(unknown.err).toContain('There is no user nobody@example.org.')
}, 90_000)
