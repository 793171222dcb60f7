// Runs before `npm start` and `npm test` on whatever Node the machine has, so: plain JavaScript, no packages.
import { existsSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './setup/install.js'
import { missingPackages } from './setup/missing-packages.js'
import { oneAtATime } from './setup/one-at-a-time.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const dev = process.argv.includes('--dev')

try {
  if (missingPackages(root, { dev }).length > 0) await oneAtATime(join(root, '.setup-lock'), setUp)
} catch (cause) {
  const reason = cause instanceof Error ? cause.message : String(cause)
  console.error(`\nRoster could not be set up in ${root}\n${reason}`)
  process.exitCode = 1
}

async function setUp() {
  // Whoever held the lock before may have installed everything.
  if (missingPackages(root, { dev }).length === 0) return
  console.error(
    'Installing the packages that Roster needs. This happens once and may take a minute.',
  )
  await install(root, { dev })
  const missing = missingPackages(root, { dev })
  if (missing.length > 0)
    console.error(`Not available here, going on without: ${missing.join(', ')}`)
  preferNodeThatRuns()
}

/** The bundled Node needs glibc. Where it cannot run, it must not stand before the machine's own in the path. */
function preferNodeThatRuns() {
  const bundled = join(root, 'node_modules', '.bin', 'node')
  if (!existsSync(bundled) || process.platform === 'win32') return
  if (spawnSync(bundled, ['--version']).status !== 0) rmSync(bundled)
}
