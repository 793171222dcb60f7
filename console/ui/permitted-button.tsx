import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../src/domain/permission.ts'
import { useMay } from '../api/use-may.ts'

/**
 * A button for who has the permission; for all others it stays, does nothing, and says what is missing.
 * @param props.obstacle why nobody can press it just now, in a sentence
 * @param props.renderRoot makes it a link, for those who may follow it
 * @param props.download makes it one to what is downloaded from there
 */
export function PermittedButton(
  props: ButtonProps & {
    readonly needs: Permission
    readonly obstacle?: string | undefined
    readonly children: ReactNode
    readonly onClick?: () => void
    readonly download?: string
    readonly renderRoot?: (props: Record<string, unknown>) => ReactNode
  },
) {
  const { needs, obstacle, onClick, renderRoot, download, ...button } = props
  const { t } = useTranslation('directory')
  const may = useMay(needs)
  if (may && obstacle === undefined && download !== undefined) {
    return <Button {...button} component="a" href={download} download />
  }
  if (may && obstacle === undefined) {
    return <Button {...button} {...(onClick && { onClick })} {...(renderRoot && { renderRoot })} />
  }
  const missing = t('needsPermission', { permission: t(`permissions.${needs}`) })
  const reason = may ? obstacle : missing
  return (
    <Tooltip label={reason} multiline maw={280} events={onEverything}>
      <Button {...button} data-disabled aria-disabled aria-description={reason} />
    </Tooltip>
  )
}

const onEverything = { hover: true, focus: true, touch: true }
