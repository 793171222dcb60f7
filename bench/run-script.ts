import { execFile, type ExecFileException } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Runs a script of this folder in a process of its own, so that its time and memory are those of nothing else.
 * @param script its path, from this folder
 * @param request its only argument
 * @returns what it printed, as JSON
 * @throws Error with what it complained about
 */
export async function runScript<Answer>(
  script: string,
  request: unknown,
  env: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const options = { env: { ...process.env, ...env }, maxBuffer: 1e8 }
  return await new Promise<Answer>((resolve, reject) => {
    const answer = (error: ExecFileException | null, stdout: string, stderr: string) => {
      if (error === null) resolve(JSON.parse(stdout) as Answer)
      else reject(new Error(`bench/${script} failed: ${stderr}`))
    }
    const child = execFile(process.execPath, [file, JSON.stringify(request)], options, answer)
    process.once('exit', () => child.kill())
  })
}
