import { expect, it } from 'vitest'
import { doors } from '../../src/http/contract/session.ts'
import { workplace } from './support/roster.ts'

it('the example company opens without a key while the demo serves it, and only then', async () => {
  await using place = await workplace()

  /** Runs a server, and asks it for its doors. */
  async function visit(command: 'demo' | 'serve', env: Readonly<Record<string, string>> = {}) {
    const running = place.start([command], { env: { ROSTER_PORT: '0', ...env } })
    await running.says('Ctrl-C stops it.')
    const [, url] = /^Roster is at (\S+)$/mu.exec(running.out()) ?? []
    const answer = await fetch(`${url}/api/v1/session`)
    const { example } = doors.parse(await answer.json())
    running.signal('SIGTERM')
    const { out } = await running.ended
    return { example, out }
  }

  const offered = { company: 'Example', email: 'admin@example.org' }
  const click = 'Open it on this machine and click “Sign in to the example company”.'
  for (const time of ['first', 'second']) {
    const demo = await visit('demo')
    expect([time, demo.example]).toEqual([time, offered])
    expect(demo.out).toContain(click)
  }

  const serve = await visit('serve')
  expect(serve.example).toBeNull()
  expect(serve.out).toContain('Or sign in with an API key. A new one: ')
  expect(serve.out).toContain('keys create --name console')
  expect(serve.out).not.toContain(click)
}, 120_000)
