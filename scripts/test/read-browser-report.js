import { readFileSync } from 'node:fs'

/**
 * What Playwright's report in JSON says.
 *
 * @param {string} file path of the report
 * @returns {{ passed: number, failedTests: readonly string[], unsteadyTests: readonly string[] }} one line for each
 * test; an unsteady one passed at its second attempt and is counted as passed
 */
export function readBrowserReport(file) {
  const tests = parsed(file).suites.flatMap((suite) => testsIn(suite))
  const named = (/** @type {string} */ status) =>
    tests.filter((test) => test.status === status).map(({ name }) => name)
  const unsteadyTests = named('flaky')
  return {
    passed: named('expected').length + unsteadyTests.length,
    failedTests: named('unexpected'),
    unsteadyTests,
  }
}

/**
 * @typedef {{ title: string, file: string, line: number, tests: readonly { status: string }[] }} Spec
 * @typedef {{ specs: readonly Spec[], suites?: readonly Suite[] }} Suite
 */

/**
 * @param {Suite} suite
 * @returns {{ name: string, status: string }[]}
 */
function testsIn({ specs, suites = [] }) {
  return [
    ...specs.flatMap(({ title, file, line, tests }) =>
      tests.map(({ status }) => ({ name: `tests/e2e/${file}:${line} › ${title}`, status })),
    ),
    ...suites.flatMap((suite) => testsIn(suite)),
  ]
}

/**
 * @param {string} file
 * @returns {{ suites: readonly Suite[] }}
 */
function parsed(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The runner ended before it could write: its exit code says that it failed.
    return { suites: [] }
  }
}
