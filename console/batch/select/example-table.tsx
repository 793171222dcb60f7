import { Table } from '@mantine/core'
import type { OperationDescription } from '../../../src/http/contract/operation.ts'
import { useShownLanguage } from '../../words/use-shown-language.ts'
import './select.css'

/** Rows as an operation takes them, under the names of its fields. */
export function ExampleTable(props: {
  readonly operation: OperationDescription
  readonly label: string
}) {
  const language = useShownLanguage()
  const { fields, examples } = props.operation
  return (
    <Table.ScrollContainer
      minWidth={0}
      type="native"
      scrollAreaProps={{ tabIndex: 0, role: 'region', 'aria-label': props.label }}
    >
      <Table
        fz="sm"
        verticalSpacing={4}
        withTableBorder
        withColumnBorders
        aria-label={props.label}
        className="roster-example"
      >
        <Table.Thead>
          <Table.Tr>
            {fields.map(({ field, label }) => (
              <Table.Th key={field} scope="col">
                {label[language]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {examples.map((cells) => (
            <Table.Tr key={cells.join()}>
              {fields.map(({ field }, at) => (
                <Table.Td key={field}>{cells[at]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
