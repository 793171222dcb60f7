import { invitationDays } from '../domain/invitation.ts'
import type { Language } from '../domain/language.ts'

/** Everything that a mail says. Arguments are single lines; times are already written out. */
interface Sentences {
  /** Who invites is the company, or a person there. */
  readonly invitation: {
    readonly subject: (company: string, inviter?: string) => string
    readonly intro: (company: string, inviter?: string) => string
    readonly act: string
    readonly accept: string
    readonly validity: (until: string) => string
    readonly rooms: (count: number) => string
    readonly unexpected: string
  }
  readonly guest: {
    readonly subject: (company: string, rooms: readonly string[]) => string
    readonly greeting: (name: string) => string
    readonly intro: (company: string, count: number) => string
    readonly enter: string
    readonly validity: (count: number, from?: string, until?: string) => string
    readonly unexpected: string
  }
  readonly password: {
    readonly subject: (company: string) => string
    readonly intro: (company: string) => string
    readonly choose: string
    readonly validity: (until: string) => string
    readonly unexpected: string
  }
  readonly test: {
    readonly subject: (company: string) => string
    readonly intro: (company: string) => string
    readonly looks: string
    readonly unexpected: string
  }
  /** Of who may have told no name. */
  readonly greeting: (firstName: string, lastName: string) => string
  readonly copy: string
  readonly footer: (company: string, recipient: string) => string
}

/** The sentences of the mails in every language that the product speaks. */
export const sentences: Readonly<Record<Language, Sentences>> = {
  en: {
    invitation: {
      subject: (company, inviter) =>
        `${inviter ? `${inviter} of ${company}` : company} invites you`,
      intro: (company, inviter) =>
        `${inviter ? `${inviter} of ${company}` : company} has invited you to meet online.`,
      act: 'To accept the invitation, choose a password:',
      accept: 'Accept the invitation',
      validity: (until) =>
        `The link is valid for ${invitationDays} days, until ${until}, and works once.`,
      rooms: (count) => (count === 1 ? 'Your room:' : 'Your rooms:'),
      unexpected:
        'You did not expect this? Then you can ignore this mail: as long as you choose no password, nothing happens, and the link expires by itself.',
    },
    guest: {
      subject: (company, [first = '', ...others]) =>
        others.length === 0
          ? `Your guest link for ${first} at ${company}`
          : `Your guest links for ${others.length + 1} rooms at ${company}`,
      greeting: (name) => `Hello ${name},`,
      intro: (company, count) =>
        count === 1
          ? `${company} has invited you to a room. Your personal guest link opens it; you need no account.`
          : `${company} has invited you to ${count} rooms. Each has a personal guest link that opens it; you need no account.`,
      enter: 'Enter the room',
      validity: (count, from, until) => {
        const link = count === 1 ? 'The link is' : 'The links are'
        const own = `Please keep ${count === 1 ? 'it' : 'them'} to yourself: whoever has a link can enter as you.`
        if (from && until) return `${link} valid from ${from} until ${until}. ${own}`
        if (until) return `${link} valid until ${until}. ${own}`
        if (from) return `${link} valid from ${from}. ${own}`
        return `${link} valid until further notice. ${own}`
      },
      unexpected: 'You did not expect this? Then you can ignore this mail: nothing happens.',
    },
    password: {
      subject: (company) => `Choose a password for ${company}`,
      intro: (company) =>
        `Somebody asked for a link to choose a password for your account at ${company}. If it was you, here it is:`,
      choose: 'Choose a password',
      validity: (until) => `The link is valid until ${until} and works once.`,
      unexpected:
        'It was not you? Then you can ignore this mail: your account stays as it is, and the link expires by itself.',
    },
    test: {
      subject: (company) => `Test mail of ${company}`,
      intro: (company) => `You asked for this mail to see whether the mails of ${company} arrive.`,
      looks: 'They do, and this is how they look. There is nothing else to do.',
      unexpected: 'You did not expect this? Then you can ignore this mail: nothing happens.',
    },
    greeting: (firstName) => (firstName === '' ? 'Hello,' : `Hello ${firstName},`),
    copy: 'If the button does not work, copy this address into your browser:',
    footer: (company, recipient) => `Sent to ${recipient} on behalf of ${company}.`,
  },
  de: {
    invitation: {
      subject: (company, inviter) =>
        `${inviter ? `${inviter} von ${company}` : company} lädt Sie ein`,
      intro: (company, inviter) =>
        `${inviter ? `${inviter} von ${company}` : company} hat Sie zu Online-Treffen eingeladen.`,
      act: 'Um die Einladung anzunehmen, wählen Sie ein Passwort:',
      accept: 'Einladung annehmen',
      validity: (until) =>
        `Der Link gilt ${invitationDays} Tage, bis zum ${until}, und funktioniert einmal.`,
      rooms: (count) => (count === 1 ? 'Ihr Raum:' : 'Ihre Räume:'),
      unexpected:
        'Sie haben das nicht erwartet? Dann können Sie diese Mail ignorieren: Solange Sie kein Passwort wählen, geschieht nichts, und der Link läuft von selbst ab.',
    },
    guest: {
      subject: (company, [first = '', ...others]) =>
        others.length === 0
          ? `Ihr Gastlink für ${first} bei ${company}`
          : `Ihre Gastlinks für ${others.length + 1} Räume bei ${company}`,
      greeting: (name) => `Guten Tag ${name},`,
      intro: (company, count) =>
        count === 1
          ? `${company} hat Sie in einen Raum eingeladen. Ihr persönlicher Gastlink öffnet ihn; ein Konto brauchen Sie nicht.`
          : `${company} hat Sie in ${count} Räume eingeladen. Jeder hat einen persönlichen Gastlink, der ihn öffnet; ein Konto brauchen Sie nicht.`,
      enter: 'Raum betreten',
      validity: (count, from, until) => {
        const link = count === 1 ? 'Der Link gilt' : 'Die Links gelten'
        const own = `Bitte behalten Sie ${count === 1 ? 'ihn' : 'sie'} für sich: Wer einen Link hat, kann an Ihrer Stelle eintreten.`
        if (from && until) return `${link} vom ${from} bis zum ${until}. ${own}`
        if (until) return `${link} bis zum ${until}. ${own}`
        if (from) return `${link} ab dem ${from}. ${own}`
        return `${link} bis auf Weiteres. ${own}`
      },
      unexpected:
        'Sie haben das nicht erwartet? Dann können Sie diese Mail ignorieren: Es geschieht nichts.',
    },
    password: {
      subject: (company) => `Ein Passwort für ${company} wählen`,
      intro: (company) =>
        `Jemand hat einen Link angefordert, um ein Passwort für Ihr Konto bei ${company} zu wählen. Wenn Sie das waren, ist er hier:`,
      choose: 'Passwort wählen',
      validity: (until) => `Der Link gilt bis zum ${until} und funktioniert einmal.`,
      unexpected:
        'Das waren Sie nicht? Dann können Sie diese Mail ignorieren: Ihr Konto bleibt, wie es ist, und der Link läuft von selbst ab.',
    },
    test: {
      subject: (company) => `Testmail von ${company}`,
      intro: (company) =>
        `Sie haben diese Mail angefordert, um zu sehen, ob die Mails von ${company} ankommen.`,
      looks: 'Sie kommen an, und so sehen sie aus. Mehr ist nicht zu tun.',
      unexpected:
        'Sie haben das nicht erwartet? Dann können Sie diese Mail ignorieren: Es geschieht nichts.',
    },
    greeting: (firstName, lastName) => {
      const name = `${firstName} ${lastName}`.trim()
      return name === '' ? 'Guten Tag,' : `Guten Tag ${name},`
    },
    copy: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
    footer: (company, recipient) => `Gesendet an ${recipient} im Auftrag von ${company}.`,
  },
}
