import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.js'
import { readBrowserReport } from './read-browser-report.js'
import { runTool } from './run-tool.js'

/**
 * Runs the tests in a browser and counts them; what fails outside of a test counts as one failure. A test that fails
 * is tried once more by the runner (`retries` in its settings).
 *
 * @param {import('./run-tool.js').Place} place
 * @param {readonly string[]} [args] for the test runner
 * @returns {Promise<import('./run-tests.js').Outcome>}
 */
export async function runBrowserTests(place, args = []) {
  const folder = mkdtempSync(join(tmpdir(), 'roster-browser-tests-'))
  const file = join(folder, 'report.json')
  try {
    process.env['CHROMIUM'] = findChromium()
    process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = file
    const config = join('tests', 'e2e', 'playwright.config.ts')
    const { status, seconds } = await runTool(place, 'playwright', [
      'test',
      `--config=${config}`,
      '--reporter=list,json',
      ...args,
    ])
    const { passed, failedTests, unsteadyTests } = readBrowserReport(file)
    const fellOver = status !== 0 && failedTests.length === 0
    return {
      passed,
      failedTests: fellOver ? ['something outside of a test'] : failedTests,
      unsteadyTests,
      seconds,
    }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    return { passed: 0, failedTests: [message], unsteadyTests: [], seconds: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
