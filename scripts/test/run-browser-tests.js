import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.js'
import { runTool } from './run-tool.js'

/**
 * Runs the tests in a browser and counts them; what fails outside of a test counts as one failure.
 *
 * @param {import('./run-tool.js').Place} place
 * @param {readonly string[]} [args] for the test runner
 * @returns {Promise<{ passed: number, failed: number, seconds: number }>}
 */
export async function runBrowserTests(place, args = []) {
  const folder = mkdtempSync(join(tmpdir(), 'roster-browser-tests-'))
  const report = join(folder, 'report.json')
  try {
    process.env['CHROMIUM'] = findChromium()
    process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = report
    const config = join('tests', 'e2e', 'playwright.config.ts')
    const { status, seconds } = await runTool(place, 'playwright', [
      'test',
      `--config=${config}`,
      '--reporter=list,json',
      ...args,
    ])
    const { passed, failed } = countsIn(report)
    return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, seconds }
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause))
    return { passed: 0, failed: 1, seconds: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} report */
function countsIn(report) {
  try {
    const { expected, flaky, unexpected } = JSON.parse(readFileSync(report, 'utf8')).stats
    return { passed: Number(expected), failed: Number(unexpected) + Number(flaky) }
  } catch {
    // The runner ended before it could write: its exit code says that it failed.
    return { passed: 0, failed: 1 }
  }
}
