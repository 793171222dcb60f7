import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The header of a column that is no column of the source; seen only where there is something to tell apart. */
export function WordHeader(props: { readonly word: 'line' | 'outcome' | 'leaveOutHeader' }) {
  const { t } = useTranslation('grid')
  if (props.word !== 'line') return <VisuallyHidden>{t(props.word)}</VisuallyHidden>
  return <span className="roster-grid-title">{t('line')}</span>
}
