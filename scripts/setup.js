// Runs before `npm start` and `npm test` on whatever Node the machine has, so: plain JavaScript, no packages.
import { existsSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConsole, isConsoleBuilt } from './setup/build-console.js'
import { install } from './setup/install.js'
import { missingPackages } from './setup/missing-packages.js'
import { oneAtATime } from './setup/one-at-a-time.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const dev = process.argv.includes('--dev')

try {
  if (isIncomplete()) await oneAtATime(join(root, '.setup-lock'), setUp)
} catch (cause) {
  const reason = cause instanceof Error ? cause.message : String(cause)
  console.error(`\nRoster could not be set up in ${root}\n${reason}`)
  process.exitCode = 1
}

function isIncomplete() {
  return missingPackages(root, { dev }).length > 0 || !isConsoleBuilt(root)
}

// Whoever held the lock before may have done all or some of it.
async function setUp() {
  if (missingPackages(root, { dev }).length > 0) await installPackages()
  if (!isConsoleBuilt(root)) {
    console.error('Building the console. This takes a few seconds.')
    buildConsole(root)
  }
}

async function installPackages() {
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
