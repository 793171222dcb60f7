import { fields } from '../../domain/fields.ts'
import { roles } from '../../domain/role.ts'
import type { FieldName } from '../../domain/field.ts'
import { operations } from '../../operations/index.ts'
import type { Operation } from '../../operations/operation.ts'
import { operationList, type OperationDescription } from '../contract/operation.ts'
import type { Route } from '../route.ts'

/** The catalogue: enough of each operation to draw its form, help and template. */
export const listOperations: Route = (server) => {
  server.get(
    '/operations',
    {
      // It holds no secret, and the command line shows it before there is a company.
      config: { act: 'list-operations' },
      schema: { summary: 'The operations', tags: ['operations'], response: { 200: operationList } },
    },
    () => ({ operations: operations.map(describe) }),
  )
}

function describe({ name, label, summary, ...operation }: Operation): OperationDescription {
  return {
    operation: name,
    label,
    summary,
    fields: operation.fields.map((field) => ({
      field,
      label: fields[field].label,
      kind: fields[field].kind,
      maxLength: fields[field].maxLength,
      values: words[field] ?? null,
    })),
    deletesUsers: operation.deletesUsers === true,
    examples: operation.examples.map((cells) => [...cells]),
  }
}

const words: Readonly<Partial<Record<FieldName, string[]>>> = {
  role: [...roles],
  sendMail: ['True', 'False'],
}
