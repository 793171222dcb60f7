import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTool } from './run-tool.js'

/**
 * Runs all tests and counts them. The counts are vitest's own; what fails outside of a test (a file that cannot be
 * loaded, an error that nobody awaited, a run that was cut off) counts as one failure more.
 *
 * @param {import('./run-tool.js').Place} place
 * @returns {Promise<{ passed: number, failed: number, seconds: number }>}
 */
export async function runTests(place) {
  const folder = mkdtempSync(join(tmpdir(), 'roster-tests-'))
  const report = join(folder, 'report.json')
  try {
    const { status, seconds } = await runTool(place, 'vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    const { passed, failed } = countsIn(report)
    return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} report */
function countsIn(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) }
  } catch {
    // vitest ended before it could write: its exit code says that it failed.
    return { passed: 0, failed: 1 }
  }
}
