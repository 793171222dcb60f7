/**
 * Puts this program, started with these flags, in the place of the running process, which stays what it is to all
 * others: its number, its streams and its parent are the same. Where a process cannot be replaced (on Windows, in an
 * older Node, or where its parent speaks to it on a channel that would be lost) it just goes on.
 *
 * @param {readonly string[]} flags of Node; nothing happens without any
 */
export function startAgain(flags) {
  if (flags.length === 0 || process.channel || process.platform === 'win32') return
  process.execve?.(process.execPath, [
    process.execPath,
    ...flags,
    ...process.execArgv,
    ...process.argv.slice(1),
  ])
}
