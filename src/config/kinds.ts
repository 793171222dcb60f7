import { z } from 'zod'

/** A whole number within these bounds, both included. */
export const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/u)
    .transform(Number)
    .pipe(z.int().min(least).max(most))

/** An address with one of these protocols (`https:`). */
export const address = (...protocols: readonly string[]) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''))

/** A web address without a slash at its end. */
export const webAddress = address('http:', 'https:').transform((text) => text.replace(/\/+$/u, ''))

/** `true` or `false`. */
export const truth = z.enum(['true', 'false']).transform((text) => text === 'true')
