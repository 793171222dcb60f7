import v8 from 'node:v8'

/** The commands that run for as long as the machine does, and hold batches of any size. */
const SERVING = new Set(['serve', 'demo'])

/**
 * How large the part of the heap may become in which all objects begin. By itself it grows to four times as much
 * while a million rows pass through, and is hardly faster for it.
 */
const YOUNG_GENERATION = '--max-semi-space-size=16'

/**
 * By how much the rest may grow before it is cleaned again. By itself a heap of this size doubles, and more: what
 * passes through then stays for long beside what is needed.
 */
const GROWTH = '--heap-growing-percent=50'

/**
 * Flags that Node needs from its first moment on, so that the server stays small; what somebody has chosen stays. A word
 * of a short command that looks like a command that serves costs it a thirtieth of a second, and nothing else.
 *
 * @param {readonly string[]} args of the command line
 * @returns {readonly string[]} none where they are set already, or not needed
 */
export function missingFlags(args) {
  if (!isServing(args)) return []
  const chosen = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ')
  return /--max[-_]semi[-_]space[-_]size/u.test(chosen) ? [] : [YOUNG_GENERATION]
}

/**
 * Sets what can be set in a process that runs.
 *
 * @param {readonly string[]} args of the command line
 */
export function keepHeapSmall(args) {
  if (isServing(args)) v8.setFlagsFromString(GROWTH)
}

/** @param {readonly string[]} args */
function isServing(args) {
  return args.some((arg) => SERVING.has(arg))
}
