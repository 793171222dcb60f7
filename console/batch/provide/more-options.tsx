import { Button, Collapse, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../src/domain/language.ts'

/** What is seldom wanted: another language for the people who are invited than the company's. */
export function MoreOptions(props: {
  readonly language: Language | null
  readonly onLanguage: (language: Language | null) => void
}) {
  const { t } = useTranslation('steps')
  const [isOpen, { toggle }] = useDisclosure(props.language !== null)
  const panel = useId()
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        color="gray"
        onClick={toggle}
        aria-expanded={isOpen}
        aria-controls={panel}
        leftSection={
          <IconChevronRight
            size={16}
            aria-hidden
            className="roster-chevron"
            data-is-open={isOpen || undefined}
          />
        }
      >
        {t('options')}
      </Button>
      <Collapse expanded={isOpen} id={panel}>
        <Select
          mt="xs"
          maw={320}
          label={t('language.label')}
          description={t('language.description')}
          data={[
            { value: companyLanguage, label: t('language.company') },
            ...languages.map((value) => ({ value, label: t(`language.${value}`) })),
          ]}
          value={props.language ?? companyLanguage}
          onChange={(value) =>
            props.onLanguage(languages.find((language) => language === value) ?? null)
          }
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
      </Collapse>
    </div>
  )
}

const companyLanguage = 'company'

const languages: readonly Language[] = ['en', 'de']
