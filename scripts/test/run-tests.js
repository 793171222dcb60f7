import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTestReport } from './read-test-report.js'
import { runTool } from './run-tool.js'

/**
 * How a run of tests ended: `failedTests` and `unsteadyTests` have one line for each test, its file first. An unsteady
 * test failed beside others and passed when it was run once more.
 *
 * @typedef {{ passed: number, failedTests: readonly string[], unsteadyTests: readonly string[], seconds: number }} Outcome
 */

/**
 * Runs all tests and counts them. The counts are vitest's own; what fails outside of a test (a file that cannot be
 * loaded, an error that nobody awaited, a run that was cut off) counts as one failure more.
 *
 * A file with a failed test is run once more, alone: the tests start servers, kill processes and wait for deadlines,
 * and a machine that is busy for a moment must not look like a fault. What passes only then is named as unsteady.
 *
 * @param {import('./run-tool.js').Place} place
 * @returns {Promise<Outcome>}
 */
export async function runTests(place) {
  const first = await runFiles(place, [])
  const few = first.failedFiles.length > 0 && first.failedFiles.length <= AT_MOST
  if (!few) return outcome(first, { failedTests: first.failedTests })
  console.log(`\nOnce more, alone: ${first.failedFiles.join(', ')}\n`)
  const second = await runFiles(place, ['--maxWorkers=1', ...first.failedFiles])
  const { failedTests } = second
  const unsteadyTests = first.failedTests.filter((test) => !failedTests.includes(test))
  return outcome(first, { failedTests, unsteadyTests, seconds: first.seconds + second.seconds })
}

/** Beyond it the fault is no passing moment. */
const AT_MOST = 10

const OUTSIDE = 'something outside of a test'

/**
 * @param {import('./run-tool.js').Place} place
 * @param {readonly string[]} args for vitest
 */
async function runFiles(place, args) {
  const folder = mkdtempSync(join(tmpdir(), 'roster-tests-'))
  const file = join(folder, 'report.json')
  try {
    const { status, seconds } = await runTool(place, 'vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ])
    const { passed, failedFiles, failedTests } = readTestReport(file, place.root)
    const fellOver = status !== 0 && failedTests.length === 0
    return { passed, failedFiles, failedTests: fellOver ? [OUTSIDE] : failedTests, seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {{ passed: number, seconds: number }} first
 * @param {{ failedTests: readonly string[], unsteadyTests?: readonly string[], seconds?: number }} end
 * @returns {Outcome}
 */
function outcome(first, { failedTests, unsteadyTests = [], seconds = first.seconds }) {
  return { passed: first.passed + unsteadyTests.length, failedTests, unsteadyTests, seconds }
}
