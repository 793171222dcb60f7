import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CreatedKey } from '../../src/http/contract/key.ts'
import { keysQuery } from '../api/account.ts'
import { CreateKey } from '../forms/create-key.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { KeyEntry } from './key-entry.tsx'
import { ShownKey } from './shown-key.tsx'

/** One's own API keys: what there are, and a form for a new one, which is shown this once. */
export function ApiKeys() {
  const { t } = useTranslation('account')
  const { data: keys = [], error, refetch, isSuccess } = useQuery(keysQuery)
  const [isMaking, setIsMaking] = useState(false)
  const [made, setMade] = useState<CreatedKey | null>(null)
  return (
    <Stack gap="md">
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {isSuccess && keys.length === 0 && <Text>{t('keys.none')}</Text>}
      {keys.length > 0 && (
        <ul className="roster-plain-list">
          {keys.map((key) => (
            <KeyEntry key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
      {made !== null && <ShownKey made={made} onHide={() => setMade(null)} />}
      {isMaking ? (
        <CreateKey
          onCreated={(key) => {
            setMade(key)
            setIsMaking(false)
          }}
          onCancel={() => setIsMaking(false)}
        />
      ) : (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setMade(null)
              setIsMaking(true)
            }}
          >
            {t('keys.new')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
