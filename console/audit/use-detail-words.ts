import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../src/http/contract/audit.ts'
import { useMoment } from '../ui/moment.tsx'
import { audit } from '../words/audit.ts'
import { isActName } from './act-name.ts'

type Detail = AuditEntry['details'][string]

/**
 * What else the log says of an act, each as “name: value”; what it has no words for stands as it came. The operation of
 * a batch is left out: it is how the batch is called.
 */
export function useDetailWords(): (details: AuditEntry['details']) => readonly string[] {
  const { t } = useTranslation('audit')
  const valueWords = useValueWords()
  return (details) =>
    Object.entries(details).flatMap(([name, value]) => {
      if (name === 'operation') return []
      const said = valueWords(name, value)
      return said === '' ? [] : [`${isDetail(name) ? t(`details.${name}`) : name}: ${said}`]
    })
}

function useValueWords(): (name: string, value: Detail) => string {
  const { t, i18n } = useTranslation(['audit', 'directory', 'batch'])
  const moment = useMoment()
  const number = new Intl.NumberFormat(i18n.language)

  const plain = (value: Detail): string => {
    if (value === null) return ''
    if (typeof value === 'boolean') return t(value ? 'details.yes' : 'details.no')
    if (typeof value === 'number') return number.format(value)
    if (typeof value === 'string') return value
    if (Array.isArray(value)) return value.map(plain).join(', ')
    return JSON.stringify(value)
  }
  // A word that the console does not know is shown as it came.
  const worded = (area: string, value: Detail): string =>
    t(`${area}.${plain(value)}` as 'title', plain(value))
  const listed = (area: string, value: Detail) =>
    Array.isArray(value) ? value.map((one) => worded(area, one)).join(', ') : plain(value)
  const totals = (value: Detail) =>
    Object.entries(value !== null && typeof value === 'object' ? value : {})
      .filter(([name, count]) => name !== 'rows' && count !== 0)
      .map(([name, count]) => `${plain(count)} ${worded('batch:states', name)}`)
      .join(', ')

  return (name, value) => {
    switch (name) {
      case 'granted':
      case 'revoked':
        return listed('directory:permissions', value)
      case 'permissions':
        return value === null ? t('details.allPermissions') : listed('directory:permissions', value)
      case 'changed':
        return listed('fields', value)
      case 'openedBy':
        return worded('openedBy', value)
      case 'act':
        return isActName(value) ? t(`acts.${value}`) : plain(value)
      case 'state':
        return worded('batch:batchStates', value)
      case 'totals':
        return totals(value)
      case 'expiresAt':
        return typeof value === 'string' ? moment(value) : t('details.never')
      default:
        return plain(value)
    }
  }
}

function isDetail(name: string): name is keyof typeof audit.en.details {
  return Object.hasOwn(audit.en.details, name)
}
