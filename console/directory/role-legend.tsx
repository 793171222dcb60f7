import { Badge, Card, Group, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../src/domain/role.ts'
import { allowed, roles, type Right } from './roles.ts'
import './role-legend.css'

/** What each role allows in a room; the room’s default role is marked. */
export function RoleLegend({ defaultRole }: { readonly defaultRole: Role | null }) {
  const title = useId()
  const { t } = useTranslation('directory')
  return (
    <Card withBorder padding="md" component="section" aria-labelledby={title} maw={480}>
      <Title order={2} size="h5" id={title}>
        {t('roles.title')}
      </Title>
      <Table
        className="role-legend"
        aria-labelledby={title}
        horizontalSpacing={4}
        verticalSpacing={4}
        my="xs"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">
              <VisuallyHidden>{t('roles.role')}</VisuallyHidden>
            </Table.Th>
            {rights.map((right) => (
              <Table.Th key={right} scope="col">
                {t(`roles.${right}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {roles.map((role) => (
            <RoleRow key={role} role={role} isDefault={role === defaultRole} />
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" className="roster-quiet">
        {t('roles.legend')}
      </Text>
    </Card>
  )
}

const rights: readonly Right[] = allowed.Admin

function RoleRow({ role, isDefault }: { readonly role: Role; readonly isDefault: boolean }) {
  const { t } = useTranslation('directory')
  const { t: common } = useTranslation('frame')
  const may: readonly Right[] = allowed[role]
  return (
    <Table.Tr data-default={isDefault || undefined}>
      <Table.Th scope="row">
        <Group gap={6}>
          {common(`roles.${role}`)}
          {isDefault && (
            <Badge size="xs" variant="filled" tt="none">
              {t('roles.default')}
            </Badge>
          )}
        </Group>
      </Table.Th>
      {rights.map((right) => (
        <Table.Td key={right}>
          {may.includes(right) ? (
            <IconCheck size={16} role="img" aria-label={t('roles.yes')} />
          ) : (
            <IconMinus
              size={16}
              role="img"
              aria-label={t('roles.no')}
              className="role-legend-denied"
            />
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}
