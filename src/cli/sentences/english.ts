import type { BatchState, RowState, Totals } from '../../domain/batch.ts'
import type { MappingReason } from '../../domain/mapping.ts'
import type { Mail } from '../../http/contract/mail.ts'
import { movingEnglish } from './moving-english.ts'

const number = (value: number) => value.toLocaleString('en')
const count = (value: number, one: string, many: string) =>
  `${number(value)} ${value === 1 ? one : many}`
const rows = (value: number) => count(value, 'row', 'rows')
const mails = (value: number) => count(value, 'mail', 'mails')
const users = (value: number) => count(value, 'user', 'users')

const batchStates: Readonly<Record<BatchState, string>> = {
  draft: 'draft',
  verified: 'verified',
  waiting: 'waiting',
  executing: 'executing',
  done: 'done',
  stopped: 'stopped',
  failed: 'failed',
}

const mailStates: Readonly<Record<Mail['state'], string>> = {
  held: 'held until somebody releases them',
  queued: 'still queued',
  sending: 'being sent',
  sent: 'sent',
  failed: 'failed',
  unknown: 'uncertain',
  withdrawn: 'withdrawn',
}

const rowStates: Readonly<Record<RowState, string>> = {
  ready: 'ready',
  unchanged: 'unchanged',
  error: 'with problems',
  done: 'done',
  failed: 'failed',
}

const reasons: Readonly<Record<MappingReason, string>> = {
  chosen: 'as you chose',
  name: 'by its name',
  'similar-name': 'guessed: a similar name',
  content: 'guessed by its content',
  position: 'guessed by its position',
  split: 'split from the full name',
}

const acts: Readonly<Record<string, (count: number) => string>> = {
  'invite-users': (rows) => `Invite ${count(rows, 'person', 'people')}`,
  'delete-users': (rows) => `Delete ${users(rows)}`,
  'assign-users-to-rooms': (rows) =>
    `Change the room roles of ${rows === 1 ? '1 row' : number(rows) + ' rows'}`,
  'remove-users-from-rooms': (rows) => `Remove ${users(rows)} from all rooms`,
  'invite-and-assign-users': (rows) => `Invite or assign ${count(rows, 'person', 'people')}`,
  'invite-guests': (rows) => `Invite ${count(rows, 'guest', 'guests')}`,
}

/** What the command line says in English. */
export const english = {
  moving: movingEnglish,
  number,
  rows,
  mails,
  batchStates,
  rowStates,
  reasons,
  cause: 'Cause',
  fieldsInOrder: 'Fields, in order',
  yes: 'Yes',
  no: 'No',
  none: '(none)',
  nothing: (things: string) => `There are no ${things}.`,
  things: { users: 'users', rooms: 'rooms', guests: 'guests', mails: 'mails', batches: 'batches' },
  columns: {
    email: 'Email',
    name: 'Name',
    status: 'Status',
    rooms: 'Rooms',
    defaultRole: 'Default role',
    users: 'Users',
    guests: 'Guests',
    room: 'Room',
    role: 'Role',
    link: 'Link',
    to: 'To',
    kind: 'Kind',
    state: 'State',
    subject: 'Subject',
    batch: 'Batch',
    operation: 'Operation',
    source: 'Source',
    count: 'Rows',
    created: 'Created',
    key: 'Key',
    may: 'May',
    lastUsed: 'Last used',
    expires: 'Expires',
    problem: 'Problem',
    firstLine: 'First line',
  },

  starting: 'Starting Roster …',
  seeHelp: (command: string) => `“${command} --help” says more.`,
  unreachable: (url: string, reason: string) =>
    `The server at ${url} cannot be reached (${reason}). Is it running, and is the address right?`,
  triesAgain: (why: string, seconds: number) =>
    `${why} Trying again for up to ${seconds} seconds …`,
  notRoster: (url: string) =>
    `What answers at ${url} is not Roster, or something between here and there answers for it. Check ROSTER_URL.`,
  unexpected: (message: string) => `Something unexpected happened: ${message}`,
  interrupted: 'Interrupted.',
  nothingExecuted: 'Interrupted. Nothing was executed.',
  noKey: 'ROSTER_URL is set, but ROSTER_API_KEY is not. Set both, or neither.',
  keyIsSomebody:
    'With ROSTER_URL the API key says who acts: leave out --as and --company, or use another key.',
  folderSilent: (folder: string) =>
    `Another Roster has the data folder ${folder} open, but does not answer. End it, or choose another folder with --data.`,
  folderServed: (folder: string, url: string) =>
    `The data folder ${folder} is already served at ${url}.`,
  portTaken: (port: number) =>
    `The port ${port} is already used by another program. Choose another with ROSTER_PORT (0: any free one).`,

  nameCommand: 'Name a command.',
  cannotListen: (address: string, reason: string) =>
    `The server cannot listen at ${address}: ${reason}. Check ROSTER_HOST and ROSTER_PORT.`,
  databaseFull: (connections: number) =>
    `The database takes no more connections. A server opens up to ${connections} of them (ROSTER_CONNECTIONS): lower that for all servers, or raise max_connections of the database.`,
  databaseUnusable: (reason: string) =>
    `The database that ROSTER_DATABASE_URL names cannot be used: ${reason}.`,

  noSource:
    'Name a file, or pipe the data in: “roster run OPERATION people.csv” or “… | roster run OPERATION -”.',
  noFile: (file: string) => `There is no file ${file}.`,
  isFolder: (file: string) => `${file} is a folder, not a file.`,
  unreadable: (file: string, reason: string) => `The file ${file} cannot be read: ${reason}.`,
  changedMeanwhile: (file: string) =>
    `The file ${file} was changed while it was read; nothing was executed. Run it again once it is complete.`,
  inputTooLarge: (limit: number) =>
    `The input is larger than ${number(limit)} bytes. Split it, or raise ROSTER_MAX_BYTES.`,
  unwritable: (file: string, reason: string) =>
    `The report cannot be written to ${file}: ${reason}.`,
  reportEnding: (file: string) => `The report ${file} must end in .csv or .xlsx.`,
  reportLost: (file: string, reason: string, batch: string) =>
    `The report could not be written to ${file} (${reason}); the batch itself is not affected. Get it with “roster batches report ${batch} FILE”.`,
  reportWritten: (file: string) => `The report is in ${file}.`,
  workbookNeedsFile: 'A workbook cannot be shown here: name a file that ends in .xlsx.',

  unknownCommand: (name: string, near: string | undefined, commands: string) =>
    `There is no command “${name}”.${near === undefined ? '' : ` Did you mean “${near}”?`} The commands are: ${commands}.`,
  unknownOperation: (name: string, near: string | undefined, operations: string) =>
    `There is no operation “${name}”.${near === undefined ? '' : ` Did you mean “${near}”?`} The operations are: ${operations}.`,
  unknownField: (name: string, near: string | undefined, fields: string) =>
    `--map: there is no field “${name}” here.${near === undefined ? '' : ` Did you mean “${near}”?`} The fields are: ${fields}.`,
  noFieldAndColumn: (text: string) =>
    `--map needs FIELD=COLUMN, such as email=#1 or firstName="Given name", not “${text}”.`,
  fieldTwice: (field: string) => `--map names a column for ${field} twice.`,
  badDelimiter: (text: string) =>
    `--delimiter needs one character, such as “,”, “;”, “|” or tab, not “${text}”.`,
  badEncoding: (text: string, names: string) =>
    `--encoding: “${text}” is not an encoding that Roster knows. Those are: ${names}.`,
  badFirstLine: (text: string) =>
    `--first-line needs the number of a line, counted from 1, not “${text}”.`,
  asBeforeAndOtherwise:
    '--as-before maps the columns as the last time: leave out --map, --ignore and --full-name.',
  nothingRemembered:
    'No mapping is remembered for these columns. Say how they are meant with --map FIELD=COLUMN; once the rows are verified, that is remembered.',
  missing: (value: string) => `--${value} needs a value.`,

  source: (parts: readonly string[]) => parts.join(', '),
  standardInput: 'standard input',
  delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'pipes' } as Readonly<
    Record<string, string>
  >,
  separatedBy: (delimiter: string) => `separated by ${delimiter}`,
  header: (header: boolean): string => (header ? 'with a header' : 'without a header'),
  sheet: (sheet: string) => `sheet “${sheet}”`,
  leftOut: (columns: string) => `Left out: ${columns}`,
  notStored: (columns: string) => `Not stored, because they look like passwords: ${columns}`,
  split: (column: string) =>
    `The names in “${column}” are split into first and last name; not so: --no-full-name`,
  takeAllRows: 'Take them as well: --all-rows',
  remembered: (mapping: string, at: string, by: string | null) =>
    `Remembered for these columns (${at}${by === null ? '' : `, ${by}`}): ${mapping}. Use it: --as-before`,
  changeMapping:
    'Another mapping: --map FIELD=COLUMN, --ignore COLUMN, --full-name COLUMN, --header, --no-header.',

  uploading: 'Reading',
  verifying: 'Verifying',
  executing: 'Executing',
  waits: {
    batch: 'Waiting for its turn: one batch of the company is executed at a time.',
    server:
      'Waiting for a server: all that execute batches are at work for others, or none is running.',
    still:
      'Nothing has moved for some seconds. If the server that was at work has ended, another goes on within half a minute; nothing is lost, and nothing is done twice.',
  },
  stopping: 'Stopping at the next chunk … (once more: leave at once)',
  rate: (rowsPerSecond: number) => `${number(Math.round(rowsPerSecond))} rows/s`,
  left: (seconds: number) => {
    const whole = Math.max(1, Math.round(seconds))
    if (whole < 60) return `${whole} s left`
    return `${Math.floor(whole / 60)} min ${whole % 60} s left`
  },
  totals: (totals: Totals) => {
    const states = (['ready', 'done', 'unchanged', 'error', 'failed'] as const)
      .filter((state) => totals[state] > 0)
      .map((state) => `${number(totals[state])} ${rowStates[state]}`)
    return `${rows(totals.rows)}: ${[...states, ...(totals.mails > 0 ? [mails(totals.mails)] : [])].join(', ')}`
  },
  moreGroups: (kinds: number) =>
    `… and ${count(kinds, 'more kind', 'more kinds')} of problem. “--report FILE” lists every row.`,
  accepting: (cells: number) => `Accepting ${count(cells, 'suggestion', 'suggestions')}:`,
  suggestionsWait: 'Accept the suggestions with --accept-suggestions.',
  skipWaits: (ready: number) => `Execute what is ready (${rows(ready)}) with --skip-errors.`,
  stoppedByProblems: 'Nothing was executed, because rows have problems.',
  onlyVerified: 'Verified; nothing was executed.',
  question: (operation: string, { ready, mails: toMail }: Totals) => {
    const act = acts[operation]?.(ready) ?? `Execute ${rows(ready)}`
    return `${act}${toMail > 0 ? `, ${mails(toMail)}` : ''}? This cannot be undone.`
  },
  typeNumber: (guard: string, asked: number) => `${guard} Type ${asked} to go on.`,
  notTheNumber: (asked: number) => `Type ${asked}, or press Ctrl-C.`,
  unconfirmed: 'Nothing was executed: it was not confirmed.',
  cannotAsk: (question: string, guards: readonly string[]) =>
    [
      'Nothing was executed: it needs a confirmation, and there is no terminal to ask.',
      question,
      ...guards,
      'Confirm with --yes.',
    ].join(' '),
  guard: (asked: number, what: 'deletions' | 'mails') =>
    what === 'deletions'
      ? `That deletes a large part of the company: ${users(asked)}.`
      : `That sends ${mails(asked)}.`,
  ended: { done: 'Done.', stopped: 'Stopped.', failed: 'Failed.' },
  batchNamed: (batch: string) => `Batch ${batch}`,
  goOn: (command: string, batch: string) => `Go on with: ${command} batches resume ${batch}`,
  endedBy: (cause: string) => `Because: ${cause}`,
  mailsLeft: (left: readonly (readonly [Mail['state'], number])[], command: string) => {
    const parts = left.map(([state, value]) => `${number(value)} ${mailStates[state]}`)
    return `Mails that are not known to have left: ${parts.join(', ')}. Which: ${command} mails list`
  },
  stopAsked: (batch: string) => `The batch ${batch} stops at the next chunk.`,
  isAtRest: (batch: string, state: BatchState) => `The batch ${batch} is ${batchStates[state]}.`,

  companyMissing: 'Name the company: roster init --company NAME --admin EMAIL',
  companyMade: (company: string, admin: string) =>
    `The company “${company}” is there, and its administrator ${admin}.`,
  openOnce: (link: string) => `Open this once to choose a password and sign in: ${link}`,
  toBeOpenedOnce: 'To be opened once, within a day, to choose a password and sign in:',
  keys: 'API keys',
  allPermissions: 'all that its user may',
  never: 'never',
  noDate: (text: string) => `“${text}” is no date such as 2027-01-31.`,
  keyDeleted: 'The key is deleted, and so are the sessions that were opened with it.',
  keyShownOnce: 'The API key, shown this once:',
  roomMade: (room: string) => `The room “${room}” is there.`,

  servedAt: {
    all: (url: string) => `Roster is at ${url}`,
    web: (url: string) =>
      `Roster is at ${url} (role web: batches are executed, and mails delivered, by servers with the role worker or all)`,
    worker: (url: string) =>
      `Roster works in the background (role worker: it executes batches and delivers mails); ${url}/ready says how it is`,
  },
  roleNeedsDatabase: (role: string) =>
    `The role ${role} is for one of several servers on one ROSTER_DATABASE_URL, which is not set. The database in the data folder has one server, with the role all.`,
  delivering: 'Delivering mails … (Ctrl-C: leave them to the next start)',
  stopsWith: 'Ctrl-C stops it.',
  stopped: 'Stopped.',
  noCompanyYet: (link: string) =>
    `There is no company yet. Make it in a browser, within a day: ${link}`,
  orInit: 'Or here: roster init --company NAME --admin EMAIL',
  demoCompany: (company: string, admin: string, userCount: number, roomCount: number) =>
    `The example company “${company}”: ${users(userCount)}, ${count(roomCount, 'room', 'rooms')}, administrator ${admin}`,
  demoForeign: (company: string) =>
    `This data folder holds the company “${company}”; the example company was not added.`,
  openExample: 'Open it on this machine and click “Sign in to the example company”.',
  apiKey: (key: string) => `API key: ${key}  (keep it: it is shown this once)`,
  anotherKey: (command: string) => `Another API key: ${command}`,
  noPasswordYet: (admin: string, command: string) =>
    `${admin} has no password yet. A link to choose one: ${command}`,
  signInWith: (command: string) => `Or sign in with an API key. A new one: ${command}`,
  refusedKey: (url: string) =>
    `The server at ${url} does not know the key in ROSTER_API_KEY. “roster keys create” makes a new one there.`,
  outputLost: (reason: string) => `Standard output cannot be written: ${reason}.`,
  tryThis: 'Try, in another terminal:',
}
