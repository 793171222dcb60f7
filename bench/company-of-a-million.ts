import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir } from 'node:fs/promises'
import { Pool } from 'pg'
import { ensureCompany } from './million/ensure-company.ts'
import type { Cost } from './million/serve.ts'
import { readings } from './million/readings.ts'

/*
 * Asks every reading route about a company of a million users (made by `million/seed.ts` where the database has none: a few
 * minutes), and says how long each answer takes, what it
 * costs the server and the database, and how long the server's thread was blocked.
 *
 *   node bench/company-of-a-million.ts DATABASE_URL POSTMASTER_PID [PATTERN] [FROM]
 */
const [url = '', postmaster = '', pattern = '', from = ''] = process.argv.slice(2)
let skipping = from !== ''
const key = await ensureCompany(url, {
  users: 1_000_000,
  rooms: 10_000,
  guests: 100_000,
  auditEntries: 100_000,
  others: 50,
})
const pool = new Pool({ connectionString: url })
const child = fork(new URL('million/serve.ts', import.meta.url), [url])
const [base] = (await once(child, 'message')) as [string]
console.log('| what | ms (median of 3) | first | server CPU | database CPU | block | MB | answer |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |')
for (const [name, path, asKey = key] of await readings(pool)) {
  if (from !== '' && name === from) skipping = false
  if (skipping || !`${name} ${path}`.includes(pattern)) continue
  await tell('begin')
  const database = await databaseTime()
  const times: number[] = []
  let said = ''
  for (let time = 0; time < 3; time++) {
    const start = performance.now()
    const answer = await fetch(path.startsWith('http') ? path : base + path, {
      headers: { authorization: `Bearer ${asKey}` },
    })
    let bytes = 0
    let head = ''
    for await (const chunk of answer.body ?? []) {
      bytes += chunk.length
      if (head.length < 300_000) head += Buffer.from(chunk).toString('latin1')
    }
    times.push(performance.now() - start)
    const total = /"total":(\d+)/.exec(head)?.[1]
    said = `${answer.status} ${total ?? ''} ${bytes} B`
    if (times[0]! > 8_000) break
  }
  const used = (await databaseTime()) - database
  const cost = (await tell('end of request')) as Cost
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  const [ms, first, cpu, db] = [
    median,
    times[0] ?? 0,
    cost.processor / times.length,
    used / times.length,
  ].map((n) => n.toFixed(0))
  console.log(
    `| ${name} | ${ms} | ${first} | ${cpu} | ${db} | ${cost.longestBlock.toFixed(0)} | ${cost.memory.toFixed(0)} | ${said} |`,
  )
}
child.send('end')
await once(child, 'exit')
await pool.end()

async function tell(what: string): Promise<unknown> {
  child.send(what)
  return (await once(child, 'message'))[0]
}

/** Processor time of the postmaster and of all its children, those that ended included, in milliseconds. */
async function databaseTime(): Promise<number> {
  let ticks = 0
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent, utime = 0, stime = 0, cutime = 0, cstime = 0] = [
      0,
      fields[1],
      fields[11],
      fields[12],
      fields[13],
      fields[14],
    ]
    if (pid === postmaster) ticks += utime + stime + cutime + cstime
    else if (String(parent) === postmaster) ticks += utime + stime
  }
  return ticks * 10
}
