import { SimpleGrid, Text, UnstyledButton } from '@mantine/core'
import type { OperationDescription } from '../../../src/http/contract/operation.ts'
import { useShownLanguage } from '../../words/use-shown-language.ts'
import './select.css'

/** All operations at a glance, for whoever has not decided yet. */
export function OperationCards(props: {
  readonly operations: readonly OperationDescription[]
  readonly onSelect: (operation: string) => void
}) {
  const language = useShownLanguage()
  return (
    <SimpleGrid type="container" cols={{ base: 1, '36rem': 2 }} spacing="sm">
      {props.operations.map(({ operation, label, summary }) => (
        <UnstyledButton
          key={operation}
          className="roster-operation"
          onClick={() => props.onSelect(operation)}
        >
          <Text component="span" fw={600} display="block">
            {label[language]}
          </Text>
          <Text component="span" size="sm" className="roster-quiet">
            {summary[language]}
          </Text>
        </UnstyledButton>
      ))}
    </SimpleGrid>
  )
}
