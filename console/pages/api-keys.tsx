import { Badge, Box, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { keysQuery } from '../api/company.ts'
import { CreateKey } from '../forms/create-key.tsx'
import { DeleteKey } from '../forms/delete-key.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Moment } from '../ui/moment.tsx'

/** One's own API keys: a short list, and a form for a new one. */
export function ApiKeys() {
  const { t } = useTranslation('settings')
  const { data: keys = [], error, refetch, isSuccess } = useQuery(keysQuery)
  return (
    <Stack gap="md">
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {isSuccess && keys.length === 0 && <Text>{t('keys.none')}</Text>}
      {keys.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing="xs" aria-label={t('keys.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('keys.name')}</Table.Th>
                <Table.Th>{t('keys.created')}</Table.Th>
                <Table.Th>{t('keys.lastUsed')}</Table.Th>
                <Table.Th>{t('keys.act')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {keys.map((key) => (
                <Table.Tr key={key.id}>
                  <Table.Td className="roster-break">
                    <Box miw={150}>
                      {key.name}{' '}
                      {key.current && (
                        <Badge variant="light" tt="none" miw="max-content">
                          {t('keys.current')}
                        </Badge>
                      )}
                    </Box>
                  </Table.Td>
                  <Table.Td>
                    <Moment at={key.createdAt} />
                  </Table.Td>
                  <Table.Td>
                    {key.lastUsedAt === null ? t('keys.neverUsed') : <Moment at={key.lastUsedAt} />}
                  </Table.Td>
                  <Table.Td>
                    <DeleteKey apiKey={key} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <CreateKey />
    </Stack>
  )
}
