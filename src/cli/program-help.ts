import { settings } from '../config/config.ts'

const exitCodes = `
Exit codes:
  0    every row is done or unchanged
  1    an unexpected failure
  2    usage, or the input cannot be read or mapped
  3    the verification found problems, and nothing was executed
  4    executed, but some rows have problems or failed
  5    a confirmation was needed and not given
  130  interrupted by Ctrl-C (143: by SIGTERM); “roster batches resume” goes on`

/** What the help of `roster` says around its list of commands. */
export const programHelp = {
  summary:
    'Change many users, rooms and guests at once: choose an operation, bring a file, verify, execute.',
  after: `
Which server: the one of ROSTER_URL, with ROSTER_API_KEY, unless --data names a folder; else one of its
own on the database of ROSTER_DATABASE_URL; else the one that serves the data folder, which is started
for the command unless it already runs.

Examples:
  roster init --company "Example" --admin admin@example.org
  roster rooms create "room 1"
  roster run invite-users people.csv
  roster run delete-users leavers.xlsx --verify --report problems.csv --only problems
${exitCodes}

Environment:
${environment()}`,
}

/** For the help of single commands. */
export const exitCodesHelp = exitCodes

function environment(): string {
  return settings
    .map(({ name, default: value, description }) => {
      const text = value === null ? description : `${description} Default: ${value}`
      return `  ${name}\n${wrap(text, 94, '      ')}`
    })
    .join('\n')
}

function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, indent + line].join('\n')
}
