import { spawn } from 'node:child_process'

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGWINCH'])

/**
 * Becomes, as far as a process can, another one: same arguments, same streams, its exit code or signal as
 * our own. The child leads its own session, so a Ctrl-C reaches this process only and is passed on exactly
 * once, just as a signal that was sent to this process alone.
 *
 * @param {string} node the executable
 * @param {readonly string[]} args its arguments
 */
export function runWith(node, args) {
  const child = spawn(node, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Windows would open a second console window, and delivers Ctrl-C to all of the console's programs.
    detached: process.platform !== 'win32',
  })
  child.on('error', (cause) => {
    console.error(`roster: ${node} does not run on this machine (${cause.message}).`)
    console.error('Install Node 24 or later from https://nodejs.org and run the command again.')
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => end(code, signal))
  if (process.platform !== 'win32') passSignalsTo(child)
}

/**
 * Ends this process together with the one that called `runWith`, even where that one was killed outright:
 * a child in its own session would otherwise live on, unseen.
 */
export function endWithParent() {
  if (!process.channel) return
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  process.channel.unref()
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignalsTo(child) {
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal))
  process.on('SIGTSTP', () => {
    child.kill('SIGSTOP')
    process.kill(process.pid, 'SIGSTOP')
  })
  process.on('SIGCONT', () => child.kill('SIGCONT'))
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function end(code, signal) {
  if (!signal) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}
