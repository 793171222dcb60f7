import { fields } from '../src/domain/fields.ts'
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
    (field) => `| \`${field}\` | ${fields[field].label.en} | ${fields[field].label.de} |`,
  )
  return `## ${label.en}

\`${name}\` · ${label.de}

${summary.en}

| field | English | German |
|---|---|---|
${rows.join('\n')}

\`\`\`csv
${examples.map((cells) => cells.map(quoted).join(',')).join('\n')}
\`\`\`
`
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell
}
