import type { z } from 'zod'
import { clientReadings } from './client-readings.ts'
import { ConfigError } from './config-error.ts'
import { limitReadings } from './limit-readings.ts'
import { mailReadings } from './mail-readings.ts'
import { serverReadings } from './server-readings.ts'
import type { Reading, Setting } from './setting.ts'
import { singleSignOnReadings } from './single-sign-on-readings.ts'
import { storeReadings } from './store-readings.ts'

const readings = {
  ...serverReadings,
  ...storeReadings,
  ...mailReadings,
  ...singleSignOnReadings,
  ...limitReadings,
  ...clientReadings,
}

type Readings = typeof readings

/** What the program is told by its environment: null where a variable is not set and nothing holds instead. */
export type Config = {
  readonly [Key in keyof Readings]:
    | z.output<Readings[Key]['schema']>
    | (Readings[Key]['default'] extends string ? never : null)
}

/** Every variable of the environment that the program reads, in the order in which to document them. */
export const settings: readonly Setting[] = Object.values(readings)

/**
 * Reads the configuration from the environment. A variable that is empty counts as not set.
 *
 * @throws ConfigError with a sentence, for the first variable that cannot be what it says
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values = Object.entries(readings).map(([key, reading]) => [key, read(env, reading)])
  return Object.freeze(Object.fromEntries(values) as Config)
}

function read(
  env: Readonly<Record<string, string | undefined>>,
  reading: Reading<unknown>,
): unknown {
  const text = env[reading.name]?.trim() || reading.default
  return text === null ? null : parse(reading, text)
}

// The value itself is not repeated: it may hold a password.
function parse({ name, schema, must }: Reading<unknown>, text: string): unknown {
  const result = schema.safeParse(text)
  if (result.success) return result.data
  throw new ConfigError(name, `${name} must be ${must}. Correct it, or unset it.`)
}
