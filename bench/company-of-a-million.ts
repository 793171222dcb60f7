import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Pool } from 'pg'
import { median } from './measure.ts'
import { ensureCompany } from './million/ensure-company.ts'
import { questions, type Question } from './million/questions.ts'
import type { Cost } from './million/serve.ts'
import { postgresSeconds, postmasterOf } from './processor-seconds.ts'

/**
 * `node bench/company-of-a-million.ts DATABASE_URL [PATTERN]`: asks every reading route, or those whose name or path
 * contains the pattern, about a company of a million users, which is made where the database has none (a few minutes).
 * Says how long each answer takes, what it costs the server and the database, and how long the server's thread was
 * blocked.
 */
const [, , url = '', pattern = ''] = process.argv

// In milliseconds. What takes so long is asked once.
const longEnough = 8_000

// A page of a list is smaller; an export need not be kept.
const mostOfHead = 300_000

const key = await ensureCompany(url, {
  users: 1_000_000,
  rooms: 10_000,
  guests: 100_000,
  auditEntries: 100_000,
  others: 50,
})
const pool = new Pool({ connectionString: url })
const postmaster = await postmasterOf(pool)
const server = fork(new URL('million/serve.ts', import.meta.url), [url])
const [base] = (await once(server, 'message')) as [string]
console.log('| what | ms (median of 3) | first | server CPU | database CPU | block | MB | answer |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |')
for (const question of await questions(pool)) {
  const [name, path] = question
  if (`${name} ${path}`.includes(pattern)) console.log(await measured(question))
}
server.send('end')
await once(server, 'exit')
await pool.end()

/** A line of the table. */
async function measured([name, path]: Question): Promise<string> {
  await tell(server, 'begin')
  const before = postgresSeconds(postmaster)
  const times: number[] = []
  let said = ''
  while (times.length < 3 && (times[0] ?? 0) < longEnough) {
    const start = performance.now()
    said = await ask(path)
    times.push(performance.now() - start)
  }
  const database = ((postgresSeconds(postmaster) ?? 0) - (before ?? 0)) * 1_000
  const cost = (await tell(server, 'end of request')) as Cost
  const figures = [
    median(times),
    times[0] ?? 0,
    cost.processor / times.length,
    database / times.length,
    cost.longestBlock,
    cost.memory,
  ]
  return `| ${[name, ...figures.map((figure) => figure.toFixed(0)), said].join(' | ')} |`
}

/** @returns what came, in short: status, how many there are in all, and how many bytes */
async function ask(path: string): Promise<string> {
  const headers = { authorization: `Bearer ${key}` }
  const answer = await fetch(base + path, { headers })
  let bytes = 0
  let head = ''
  for await (const block of answer.body ?? []) {
    bytes += block.length
    if (head.length < mostOfHead) head += Buffer.from(block).toString('latin1')
  }
  return `${answer.status} ${/"total":(\d+)/u.exec(head)?.[1] ?? ''} ${bytes} B`
}

async function tell(process: ChildProcess, what: string): Promise<unknown> {
  process.send(what)
  return (await once(process, 'message'))[0]
}
