import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const HEARTBEAT_MS = 1000
// Ten missed heartbeats: a busy machine may be late, a dead process is for ever.
const ABANDONED_MS = 10 * HEARTBEAT_MS

/**
 * Does the work while no other process does. A folder is the lock, since making one is atomic on every file system;
 * its time is the heartbeat of whoever holds it, so the lock of a killed process is taken over.
 *
 * @param {string} lock the path of the folder
 * @param {() => Promise<void>} work
 * @throws {Error} with a sentence for people when the folder cannot be made
 */
export async function oneAtATime(lock, work) {
  for (let isFirst = true; !take(lock); isFirst = false) {
    if (isFirst) console.error('Another process is installing the packages here: waiting for it.')
    await setTimeout(200 + Math.random() * 200)
    if (isAbandoned(lock)) release(lock)
  }
  const heartbeat = setInterval(() => beat(lock), HEARTBEAT_MS)
  try {
    await work()
  } finally {
    clearInterval(heartbeat)
    release(lock)
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    mkdirSync(lock)
    return true
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return false
    throw new Error(
      `Packages are missing, and this folder cannot be written to (${String(codeOf(cause))}): make it writable ` +
        'for this user, or run "npm ci" in it once as a user who may.',
      { cause },
    )
  }
}

/** @param {string} lock */
function isAbandoned(lock) {
  const stat = statSync(lock, { throwIfNoEntry: false })
  return stat !== undefined && Date.now() - stat.mtimeMs > ABANDONED_MS
}

/** @param {string} lock */
function beat(lock) {
  try {
    utimesSync(lock, new Date(), new Date())
  } catch (cause) {
    // Somebody cleaned the folder: the work goes on all the same.
    if (!hasCode(cause, 'ENOENT')) throw cause
  }
}

/** @param {string} lock */
function release(lock) {
  rmSync(lock, { recursive: true, force: true })
}

/**
 * @param {unknown} cause
 * @param {string} code
 */
function hasCode(cause, code) {
  return codeOf(cause) === code
}

/** @param {unknown} cause */
function codeOf(cause) {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined
}
