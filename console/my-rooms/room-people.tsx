import { Card, Group, ScrollArea, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenedRoom } from '../../src/http/contract/my-room.ts'

/** Who may enter a room, each with the role there. */
export function RoomPeople(props: { readonly people: NonNullable<OpenedRoom['users']> }) {
  const { t } = useTranslation('rooms-of-mine')
  const { t: common } = useTranslation('frame')
  return (
    <Card withBorder component="section" aria-labelledby="people-heading">
      <Title order={2} size="h5" id="people-heading">
        {t('others')}
      </Title>
      <Text size="sm" className="roster-quiet" mb="sm">
        {t('othersText')}
      </Text>
      {props.people.length === 0 && <Text size="sm">{t('noOthers')}</Text>}
      <ScrollArea.Autosize mah={360} type="auto" viewportProps={scrollable}>
        <ul className="roster-plain-list" aria-labelledby="people-heading">
          {props.people.map(({ name, role }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- several people may bear one name
            <Group component="li" key={at} justify="space-between" wrap="nowrap" gap="sm" py={2}>
              <Text size="sm" className="roster-break">
                {name}
              </Text>
              <Text size="sm" className="roster-quiet">
                {common(`roles.${role}`)}
              </Text>
            </Group>
          ))}
        </ul>
      </ScrollArea.Autosize>
    </Card>
  )
}

// Whoever uses the keyboard scrolls, too.
const scrollable = { tabIndex: 0 }
