import { z } from 'zod'
import { fieldKinds } from '../../domain/field.ts'

export const fieldName = z.enum([
  'email',
  'firstName',
  'lastName',
  'rooms',
  'role',
  'name',
  'sendMail',
])

const localised = z.object({ en: z.string(), de: z.string() })

/** One of the six, as the catalogue describes it: enough to draw its form, help and template. */
export const operationDescription = z.object({
  operation: z.string().describe('Its name in addresses and on the command line.'),
  label: localised,
  summary: localised.describe('What a row does, in a sentence.'),
  fields: z
    .array(
      z.object({
        field: fieldName,
        label: localised,
        kind: z.enum(fieldKinds).describe('What its cells are, so that a form can help.'),
        maxLength: z.int(),
        values: z.array(z.string()).nullable().describe('The words it takes, where they are few.'),
      }),
    )
    .describe('All required, in positional order.'),
  deletesUsers: z.boolean().describe('It deletes users: how many has to be confirmed.'),
  examples: z.array(z.array(z.string())).describe('Rows of cells in positional order.'),
})

export const operationList = z.object({ operations: z.array(operationDescription) })

export type OperationDescription = z.infer<typeof operationDescription>
