import { expect, test } from 'vitest'
import { roles } from '../../domain/role.ts'
import { readBoolean } from '../read-boolean.ts'
import { readRole } from '../read-role.ts'
import { booleanWords } from './boolean-words.ts'
import { roleWords } from './role-words.ts'

test.each(Object.entries(roleWords))('every word for a role is read in %s', (_, vocabulary) => {
  for (const role of roles) {
    for (const word of vocabulary[role].split(', ')) {
      const forms = [word, word.toUpperCase(), withoutAccents(word), ` ${word}`]
      expect(forms.map(readRole)).toEqual(forms.map(() => ({ value: role })))
    }
  }
})

test.each(Object.entries(booleanWords))('every yes and no is read in %s', (_, vocabulary) => {
  for (const truth of ['True', 'False'] as const) {
    for (const word of vocabulary[truth].split(', ')) {
      const forms = [word, word.toUpperCase(), word.toLowerCase(), withoutAccents(word)]
      expect(forms.map(readBoolean)).toEqual(forms.map(() => ({ value: truth === 'True' })))
    }
  }
})

test.each([
  ['TeilnehmerIn', 'Participant'],
  ['Teilnehmer*in', 'Participant'],
  ['Teilnehmer/Teilnehmerin', 'Participant'],
  ['participant·e', 'Participant'],
  ['Participant(e)', 'Participant'],
  ['invité.e', 'Guest'],
  ['Modérateur·rice', 'Moderator'],
  ['spectateur/trice', 'Spectator'],
  ['Moderatore/Moderatrice', 'Moderator'],
  ['invitato/a', 'Guest'],
  ['Administrador/a', 'Admin'],
  ['invitad@', 'Guest'],
])('a gendered form is read: %s', (word, role) => {
  expect(readRole(word)).toEqual({ value: role })
})

test.each([
  ['ein Gast', 'Guest'],
  ['die Moderatorin', 'Moderator'],
  ["l'administrateur", 'Admin'],
  ['L’invitée', 'Guest'],
  ['un’ospite', undefined],
  ['la participante', 'Participant'],
  ['the guest', 'Guest'],
  ['Guest/Admin', undefined],
  ['Hôte', undefined],
  ['Host', undefined],
])('the role %s is read as %s', (word, role) => {
  const reading = readRole(word)
  expect('value' in reading ? reading.value : undefined).toBe(role)
})

test.each(['O', 'X', '-', '2', 'zero', 'maybe', 'Mein', 'N/A', '0,5', '1.0'])(
  '%s is neither yes nor no, and nothing is suggested',
  (word) => {
    const reading = readBoolean(word)
    expect(reading).toMatchObject({ problem: { code: 'unknown-boolean' } })
    expect('problem' in reading && reading.problem.suggestion).toBeUndefined()
  },
)

test.each([
  ['Flase', 'False'],
  ['Wahrr', 'Wahr'],
  ['Flasch', 'Falsch'],
  ['Verdadeiro', 'Verdadero'],
])('%s suggests %s', (word, suggestion) => {
  expect(readBoolean(word)).toMatchObject({ problem: { suggestion } })
})

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}+/gu, '')
}
