import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OperationDescription } from '../../../src/http/contract/operation.ts'
import { useShownLanguage } from '../../words/use-shown-language.ts'
import './select.css'

/** The fields that each row needs, in order, and what their cells may say. */
export function RequiredFields(props: { readonly operation: OperationDescription }) {
  const { t } = useTranslation('steps')
  const language = useShownLanguage()
  const lists = new Intl.ListFormat(language, { type: 'disjunction' })
  return (
    <Text component="dl" size="sm" className="roster-fields">
      {props.operation.fields.map(({ field, label, kind, values, maxLength }) => (
        <div key={field} className="roster-field">
          <dt>{label[language]}</dt>
          <dd className="roster-quiet">
            {values === null ? t(`kinds.${kind}`, { maxLength }) : lists.format(values)}
          </dd>
        </div>
      ))}
    </Text>
  )
}
