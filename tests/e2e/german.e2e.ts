import { row } from './support/journey.ts'
import { expect, test } from './support/test.ts'

test.use({ locale: 'de-DE' })

test('a batch goes all its way in German, from a file that Excel wrote to the outbox', async ({
  page,
  company,
}) => {
  await company.addRooms('Raum 1', 'Raum 2')
  await page.goto('/batch-operations')
  await page.getByRole('combobox', { name: 'Select batch operation' }).click()
  await page.getByRole('option', { name: 'Benutzer einladen und zuordnen' }).click()
  await expect(page.getByText('Teilnehmer').first()).toBeVisible()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Datei auswählen' }).press('Enter')
  await (
    await choosing
  ).setFiles({
    name: 'Einladungen.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list.join('\r\n'), 'latin1'),
  })
  await expect(page.getByText('Einladungen.csv')).toBeVisible()
  await expect(page.getByRole('button', { name: /Windows-1252/u })).toBeVisible()
  await expect(row(page, 'jürgen@example.org')).toContainText('Müller')

  await page.getByRole('button', { name: 'Verify data' }).click()
  const overview = page.getByRole('region', { name: 'Übersicht' })
  await expect(overview.getByText('2 Zeilen haben Probleme.')).toBeVisible()
  await page.getByRole('button', { name: /^Ersetzen durch „Raum 2“/u }).click()
  await expect(overview.getByText('1 Zeile hat ein Problem.')).toBeVisible()
  await page.getByRole('button', { name: /^Ersetzen durch …: unbekannte Rolle „Zuhörer“/u }).click()
  await page.getByRole('combobox', { name: /statt „Zuhörer“/u }).fill('Zuschauer')
  await page.getByRole('button', { name: 'In 1 Zeile ersetzen' }).click()
  await expect(overview.getByText('Keine Zeile hat ein Problem.')).toBeVisible()
  await expect(
    overview.getByText(
      '3 Personen werden eingeladen, 3 Rollen werden in Räumen vergeben und 3 Mails werden gesendet.',
    ),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Execute operation' }).click()
  const question = page.getByRole('dialog', {
    name: '„Benutzer einladen und zuordnen“ ausführen?',
  })
  await expect(question.getByText(/lassen sich nicht rückgängig machen/u)).toBeVisible()
  await question.getByRole('button', { name: 'Execute operation' }).click()
  const result = page.getByRole('region', { name: 'Ergebnis' })
  await expect(result.getByText(/^3 Personen wurden eingeladen/u)).toBeVisible()
  await expect(row(page, 'anna@example.org')).toContainText('Erledigt')

  await result.getByRole('link', { name: 'Zu den Benutzern' }).click()
  await expect(page.getByRole('row', { name: /anna@example.org/u })).toContainText(
    'Raum 2 · Zuschauer',
  )
  await page.getByRole('link', { name: 'Postausgang' }).click()
  await expect(page.getByText('3 Mails')).toBeVisible()
})

const list = [
  'E-Mail-Adresse;Vorname;Nachname;Raum;Rolle',
  'jürgen@example.org;Jürgen;Müller;Raum 1;Teilnehmer',
  'björn@example.org;Björn;Strauß;Raun 2;Moderator',
  'anna@example.org;Anna;Grün;Raum 2;Zuhörer',
]
