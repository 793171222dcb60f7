import type { FieldKind } from '../src/domain/field.ts'
import { fields } from '../src/domain/fields.ts'
import { roles } from '../src/domain/role.ts'
import { operations } from '../src/operations/index.ts'
import type { Operation } from '../src/operations/operation.ts'

/** The page about the operations, from what each says about itself (`npm run docs`). */
export function operationsDoc(): string {
  return [introduction, ...operations.map(section)].join('\n')
}

const introduction = `# Operations

Written by \`npm run docs\` from \`src/operations/\`; a test keeps it fresh. All fields are required. A source
with a header may have its columns in any order; without one they stand in the order given here.
`

function section({ name, label, summary, fields: names, examples }: Operation): string {
  const rows = names.map(
    (field) =>
      `| \`${field}\` | ${fields[field].label.en} | ${fields[field].label.de} | ${takes[fields[field].kind]} |`,
  )
  return `## ${label.en}

\`${name}\` · ${label.de}

${summary.en}

| field | English | German | what it takes |
|---|---|---|---|
${rows.join('\n')}

\`\`\`csv
${examples.map((cells) => cells.map(quoted).join(',')).join('\n')}
\`\`\`
`
}

const takes: Readonly<Record<FieldKind, string>> = {
  email: 'an email address',
  text: 'text',
  rooms: 'one room, or several separated by commas',
  role: roles.join(', '),
  boolean: 'True or False',
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell
}
