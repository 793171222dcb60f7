import { z } from 'zod'

/**
 * A moment that somebody chooses, with whatever offset. In UTC it must have a year of four digits as well: another could
 * be stored, and then be shown to nobody.
 */
export const moment = z.iso.datetime({ offset: true }).superRefine((input, context) => {
  const year = new Date(input).getUTCFullYear()
  if (year < 1970 || year > 9999) {
    context.addIssue({ code: 'invalid_format', format: 'datetime', input })
  }
})
