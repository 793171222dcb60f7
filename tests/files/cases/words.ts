import type { FileCase, FileCases } from '../file-case.ts'

function roles(title: string, words: readonly string[], read: readonly string[]): FileCase {
  return {
    title,
    operation: 'assign-users-to-rooms',
    source: {
      text: ['email;room;role', ...words.map((word) => `a@example.org;room 1;${word}`)].join('\n'),
    },
    expected: {
      rows: read.map((role) => (role.startsWith('!') ? [role] : ['a@example.org', 'room 1', role])),
    },
  }
}

function mails(title: string, words: readonly string[], read: readonly string[]): FileCase {
  const row = ['k@example.net', 'Kurt', 'room 1', 'Guest']
  return {
    title,
    operation: 'invite-guests',
    source: {
      text: [
        'email;name;room;role;send mail',
        ...words.map((word) => [...row, word].join(';')),
      ].join('\n'),
    },
    expected: {
      rows: read.map((answer) => (answer.startsWith('!') ? [answer] : [...row, answer])),
    },
  }
}

const six = ['Admin', 'Moderator', 'Participant', 'Guest', 'Spectator', 'No access']

/** Roles, and yes and no, in five languages. */
export const words: FileCases = {
  title: 'Roles, yes and no',
  introduction:
    'Understood in English, German, French, Italian and Spanish, without regard to case, accents and articles. An unknown word is a problem of its row, never silently *False*; the word that was probably meant is suggested in its language.',
  cases: [
    roles(
      'Roles in English',
      ['administrator', 'MODERATOR', 'the participant', 'guest', 'viewer', 'no access'],
      six,
    ),
    roles(
      'Roles in German',
      ['Administratorin', 'Moderator', 'Teilnehmer', 'Gast', 'Zuschauer', 'Kein Zugriff'],
      six,
    ),
    roles(
      'Roles in French',
      ['administrateur', 'modératrice', 'participante', 'un invité', 'spectateur', 'aucun accès'],
      six,
    ),
    roles(
      'Roles in Italian',
      ['amministratore', 'moderatrice', 'partecipante', 'ospite', 'spettatore', 'nessun accesso'],
      six,
    ),
    roles(
      'Roles in Spanish',
      ['administradora', 'moderador', 'participante', 'invitado', 'espectador', 'sin acceso'],
      six,
    ),
    roles(
      'Gendered forms',
      [
        'Teilnehmer:in',
        'Teilnehmer/-in',
        'TeilnehmerIn',
        'participant·e',
        'invité(e)',
        'invitado/a',
        'Moderatore/Moderatrice',
      ],
      ['Participant', 'Participant', 'Participant', 'Participant', 'Guest', 'Guest', 'Moderator'],
    ),
    roles(
      'Slips in a role: the word that was probably meant, in its language',
      ['Partcipant', 'Teilnhmer', 'Spettattore', 'Boss'],
      [
        '! unknown-role (Participant)',
        '! unknown-role (Teilnehmer)',
        '! unknown-role (Spettatore)',
        '! unknown-role',
      ],
    ),
    mails(
      'Yes and no as spreadsheets write them',
      ['TRUE', 'WAHR', 'VRAI', 'VERO', 'VERDADERO', 'FALSE', 'FALSCH', 'FAUX', 'FALSO'],
      ['True', 'True', 'True', 'True', 'True', 'False', 'False', 'False', 'False'],
    ),
    mails(
      'Yes and no as people write them',
      ['yes', 'Ja', 'oui', 'sì', 'sí', 'y', '1', 'no', 'nein', 'non', 'n', '0'],
      [
        'True',
        'True',
        'True',
        'True',
        'True',
        'True',
        'True',
        'False',
        'False',
        'False',
        'False',
        'False',
      ],
    ),
    mails(
      'What is neither yes nor no',
      ['maybe', 'x', '2', 'Flase', ''],
      [
        '! unknown-boolean',
        '! unknown-boolean',
        '! unknown-boolean',
        '! unknown-boolean (False)',
        '! missing-value',
      ],
    ),
  ],
}
