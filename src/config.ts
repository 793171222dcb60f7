import path from 'node:path'
import { z } from 'zod'

/** A setting of the environment that says something it cannot mean; `message` says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly variable: string

  constructor(variable: string, message: string) {
    super(message)
    this.variable = variable
  }
}

/** What the program is told by its environment. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Without a slash at its end; null: the address at which the server listens. */
  readonly publicUrl: string | null
  readonly databaseUrl: string | null
  readonly secret: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly maxBytes: number
  readonly maxRows: number
  /** Percent of the company's users; more deletions need a confirmation. */
  readonly confirmDeletions: number
  /** Mails; more need a confirmation. */
  readonly confirmMails: number
  /** Null: `warn` for a server, `error` for a single command. */
  readonly log: LogLevel | null
  /** The server that the command line uses, and its key. */
  readonly url: string | null
  readonly apiKey: string | null
  /** An absolute path. */
  readonly data: string
}

/** One variable of the environment: for people, and for `readConfig`. */
export interface Setting {
  readonly name: `ROSTER_${string}`
  /** What holds when it is not set; null: nothing. */
  readonly default: string | null
  readonly description: string
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

type LogLevel = (typeof logLevels)[number]

interface Reading<Value> extends Setting {
  readonly schema: z.ZodType<Value, string>
  /** Ends the sentence “ROSTER_X must be …”. */
  readonly must: string
}

const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/u)
    .transform(Number)
    .pipe(z.int().min(least).max(most))

const address = (...protocols: readonly string[]) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''))

const webAddress = address('http:', 'https:').transform((text) => text.replace(/\/+$/u, ''))

const readings = {
  port: {
    name: 'ROSTER_PORT',
    default: '3000',
    description: 'The port of the server; 0 takes any free one.',
    schema: count(0, 65_535),
    must: 'a port number from 0 to 65535',
  },
  host: {
    name: 'ROSTER_HOST',
    default: '127.0.0.1',
    description:
      'The address at which the server listens; 0.0.0.0 listens at all of the machine’s.',
    schema: z.string().regex(/^[\w.:-]+$/u),
    must: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
  },
  publicUrl: {
    name: 'ROSTER_PUBLIC_URL',
    default: null,
    description:
      'Where people reach the server from outside; the links in mails begin with it. Unless set, the address that the server prints.',
    schema: webAddress,
    must: 'an address that begins with http:// or https://',
  },
  databaseUrl: {
    name: 'ROSTER_DATABASE_URL',
    default: null,
    description:
      'A PostgreSQL database (15 or later) to use instead of the embedded one: postgres://user:password@host/name.',
    schema: address('postgres:', 'postgresql:'),
    must: 'an address that begins with postgres://',
  },
  secret: {
    name: 'ROSTER_SECRET',
    default: null,
    description:
      'The installation’s key, at least 32 characters, from which its links are made; the same for all of its servers. Unless set, a key is kept in the data folder.',
    schema: z.string().min(32),
    must: 'at least 32 characters long',
  },
  smtpUrl: {
    name: 'ROSTER_SMTP_URL',
    default: null,
    description:
      'The mail server: smtp://user:password@host:587 or smtps://… Without it, mails are kept as .eml files in the data folder.',
    schema: address('smtp:', 'smtps:'),
    must: 'an address that begins with smtp:// or smtps://',
  },
  mailFrom: {
    name: 'ROSTER_MAIL_FROM',
    default: 'Roster <roster@localhost>',
    description: 'The sender of mails.',
    schema: z.string().regex(/^[^\r\n]*[^\s@]@[^\s@][^\r\n]*$/u),
    must: 'a sender such as “Roster <roster@example.org>”',
  },
  maxBytes: {
    name: 'ROSTER_MAX_BYTES',
    default: '200000000',
    description: 'The largest source, in bytes.',
    schema: count(1, 100_000_000_000),
    must: 'a number of bytes from 1 to 100000000000',
  },
  maxRows: {
    name: 'ROSTER_MAX_ROWS',
    default: '2000000',
    description: 'The most rows of a source.',
    schema: count(1, 100_000_000),
    must: 'a number of rows from 1 to 100000000',
  },
  confirmDeletions: {
    name: 'ROSTER_CONFIRM_DELETIONS',
    default: '20',
    description: 'Deleting more than this percentage of the company’s users needs a confirmation.',
    schema: count(0, 100),
    must: 'a percentage from 0 to 100, without the sign',
  },
  confirmMails: {
    name: 'ROSTER_CONFIRM_MAILS',
    default: '1000',
    description: 'Sending more mails than this with one batch needs a confirmation.',
    schema: count(0, 1_000_000_000),
    must: 'a number of mails from 0 to 1000000000',
  },
  log: {
    name: 'ROSTER_LOG',
    default: null,
    description: `How much is logged on standard error: ${logLevels.join(', ')}. Unless set, warn for a server and error for single commands.`,
    schema: z.enum(logLevels),
    must: `one of ${logLevels.join(', ')}`,
  },
  url: {
    name: 'ROSTER_URL',
    default: null,
    description: 'The server that the command line uses, together with ROSTER_API_KEY.',
    schema: webAddress,
    must: 'an address that begins with http:// or https://',
  },
  apiKey: {
    name: 'ROSTER_API_KEY',
    default: null,
    description: 'The API key with which the command line speaks to ROSTER_URL.',
    schema: z.string().regex(/^[\x21-\x7e]+$/u),
    must: 'a key as “roster keys create” shows it',
  },
  data: {
    name: 'ROSTER_DATA',
    default: './data',
    description: 'The data folder, unless --data names one.',
    schema: z.string().transform((folder) => path.resolve(folder)),
    must: 'a folder',
  },
} satisfies { readonly [Key in keyof Config]: Reading<NonNullable<Config[Key]>> }

/** Every variable of the environment that the program reads, in the order in which to document them. */
export const settings: readonly Setting[] = Object.values(readings)

/**
 * Reads the configuration from the environment. A variable that is empty counts as not set.
 *
 * @throws ConfigError with a sentence, for the first variable that cannot be what it says
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return Object.freeze({
    port: required(env, readings.port),
    host: required(env, readings.host),
    publicUrl: read(env, readings.publicUrl),
    databaseUrl: read(env, readings.databaseUrl),
    secret: read(env, readings.secret),
    smtpUrl: read(env, readings.smtpUrl),
    mailFrom: required(env, readings.mailFrom),
    maxBytes: required(env, readings.maxBytes),
    maxRows: required(env, readings.maxRows),
    confirmDeletions: required(env, readings.confirmDeletions),
    confirmMails: required(env, readings.confirmMails),
    log: read(env, readings.log),
    url: read(env, readings.url),
    apiKey: read(env, readings.apiKey),
    data: required(env, readings.data),
  })
}

type Environment = Readonly<Record<string, string | undefined>>

function required<Value>(env: Environment, reading: Reading<Value> & { default: string }): Value {
  return parse(reading, env[reading.name]?.trim() || reading.default)
}

function read<Value>(env: Environment, reading: Reading<Value>): Value | null {
  const text = env[reading.name]?.trim()
  return text === undefined || text === '' ? null : parse(reading, text)
}

// The value itself is not repeated: it may hold a password.
function parse<Value>({ name, schema, must }: Reading<Value>, text: string): Value {
  const result = schema.safeParse(text)
  if (result.success) return result.data
  throw new ConfigError(name, `${name} must be ${must}. Correct it, or unset it.`)
}
