import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/**
 * What vitest's report in JSON says. A file that could not be loaded has no failed test in the report and is named by
 * its path.
 *
 * @param {string} file path of the report
 * @param {string} root path of the project
 * @returns {{ passed: number, failedFiles: readonly string[], failedTests: readonly string[] }} paths from the root,
 * and one line for each failed test
 */
export function readTestReport(file, root) {
  const report = parsed(file)
  const failed = report.testResults.filter(({ status }) => status === 'failed')
  return {
    passed: report.numPassedTests,
    failedFiles: failed.map(({ name }) => relative(root, name)),
    failedTests: failed.flatMap(({ name, assertionResults }) => {
      const path = relative(root, name)
      const tests = assertionResults.filter(({ status }) => status === 'failed')
      return tests.length === 0 ? [path] : tests.map(({ fullName }) => `${path} › ${fullName}`)
    }),
  }
}

/**
 * @param {string} file
 * @returns {{ numPassedTests: number, testResults: readonly { name: string, status: string, assertionResults: readonly { fullName: string, status: string }[] }[] }}
 */
function parsed(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // vitest ended before it could write: its exit code says that it failed.
    return { numPassedTests: 0, testResults: [] }
  }
}
