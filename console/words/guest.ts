import { words } from './words.ts'

/** What is changed of a guest. */
export const guest = words({
  en: {
    change: 'Change {{email}} in {{room}}',
    delete: 'Delete {{email}} from {{room}}',
    changeTitle: 'Change the guest {{email}}',
    changeText: 'In the room “{{room}}”. What is changed holds at once; the link stays the same.',
    name: 'Name',
    nameHint: 'Under this name the guest is seen in the room.',
    nameMissing: 'Enter a name.',
    role: 'Role',
    validFrom: 'Valid from',
    validFromHint: 'In your local time. Empty: at once.',
    validUntil: 'Valid until',
    validUntilHint: 'In your local time. Empty: without end.',
    endsBeforeStart: 'The end must be later than the beginning.',
    changed: '{{name}} was saved.',
    deleteTitle: 'Delete this guest?',
    deleteText:
      '{{name}} ({{email}}) may no longer enter the room “{{room}}”. The link stops working at once, and a mail with it that has not left is withdrawn.',
    deleteOther: 'Links of the same person to other rooms stay.',
    deleteButton: 'Delete guest',
    deleted: '{{name}} was deleted.',
  },
  de: {
    change: '{{email}} in {{room}} ändern',
    delete: '{{email}} aus {{room}} löschen',
    changeTitle: 'Den Gast {{email}} ändern',
    changeText: 'Im Raum „{{room}}“. Was geändert wird, gilt sofort; der Link bleibt derselbe.',
    name: 'Name',
    nameHint: 'Unter diesem Namen ist der Gast im Raum zu sehen.',
    nameMissing: 'Hier fehlt ein Name.',
    role: 'Rolle',
    validFrom: 'Gültig ab',
    validFromHint: 'In der eigenen Ortszeit. Leer: sofort.',
    validUntil: 'Gültig bis',
    validUntilHint: 'In der eigenen Ortszeit. Leer: ohne Ende.',
    endsBeforeStart: 'Das Ende muss nach dem Beginn liegen.',
    changed: '{{name}} wurde gespeichert.',
    deleteTitle: 'Diesen Gast löschen?',
    deleteText:
      '{{name}} ({{email}}) darf nicht mehr in den Raum „{{room}}“. Der Link gilt sofort nicht mehr, und eine Mail damit, die noch nicht hinausging, wird zurückgezogen.',
    deleteOther: 'Links derselben Person zu anderen Räumen bleiben.',
    deleteButton: 'Gast löschen',
    deleted: '{{name}} wurde gelöscht.',
  },
})
