import { Box, Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MailContent } from '../../src/http/contract/mail.ts'
import { mailPreview } from '../api/mails.ts'

/** A mail as its recipient sees it, as HTML or as text. Nothing in the HTML acts, and its links lead nowhere. */
export function MailViews({ mail }: { readonly mail: MailContent }) {
  const { t } = useTranslation('mail')
  const { id, to, text, language } = mail
  return (
    <Tabs key={id} defaultValue="html" className="mail-views">
      <Tabs.List aria-label={t('opened.views')}>
        <Tabs.Tab value="html">{t('opened.html')}</Tabs.Tab>
        <Tabs.Tab value="text">{t('opened.text')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="html" className="mail-view">
        <iframe title={t('opened.htmlOf', { to })} src={mailPreview(id)} sandbox="" />
      </Tabs.Panel>
      <Tabs.Panel value="text" className="mail-view">
        <Box
          component="section"
          className="mail-text"
          tabIndex={0}
          aria-label={t('opened.textOf', { to })}
        >
          <pre lang={language}>{text}</pre>
        </Box>
      </Tabs.Panel>
    </Tabs>
  )
}
