import { words } from './words.ts'

/** The ways in: sign-in, passwords, invitations, guest links. */
export const doors = words({
  en: {
    email: 'Email',
    password: 'Password',
    firstName: 'First name',
    lastName: 'Last name',
    emailMissing: 'Enter your email address.',
    passwordMissing: 'Enter your password.',
    showPassword: 'Show the password',
    languageField: 'Language',
    toSignIn: 'To the sign-in',
    askForLink: 'Ask for a new link',
    forgotten: 'Forgot password?',
    newPassword: {
      rule: 'At least {{least, number}} characters. Several words in a row are easy to remember.',
      missing_one: '{{count, number}} more character',
      missing_other: '{{count, number}} more characters',
      longEnough: 'Long enough',
      tooShort: 'The password needs at least {{least, number}} characters.',
    },
    signIn: {
      title: 'Sign in',
      exampleText:
        'This server shows the company “{{company}}” to whoever sits at this machine. You enter as {{email}}.',
      example: 'Sign in to the example company',
      orOwn: 'or with an account of your own',
      or: 'or',
      submit: 'Sign in',
      singleSignOn: 'Sign in with {{name}}',
      withKey: 'Sign in with an API key',
      withPassword: 'Sign in with email and password',
      key: 'API key',
      keyMissing: 'Enter an API key; it begins with roster_.',
      keyHint: 'Whoever runs the server makes one there:',
      submitKey: 'Sign in with the key',
      company: {
        title: 'Which company?',
        text: 'This address and password belong to users of several companies.',
        other: 'Use another address',
      },
      wait: {
        title: 'A pause before the next attempt',
        text: 'The sign-in failed too often. Nothing that you typed is lost; a new password by mail works at once.',
        left: 'Try again in {{time}}',
      },
      failed: {
        title: 'You are not signed in',
        'single-sign-on-failed':
          'The single sign-on did not work. Try again, or sign in with a password.',
        'user-not-found':
          'The provider knows you, but you are no user here. Ask an administrator of your company for an invitation.',
        'email-not-verified':
          'The provider has not verified your email address, so it cannot be trusted here. Verify it there, or sign in with a password.',
        'access-denied': 'The sign-in was cancelled at the provider.',
        other: 'The sign-in did not work. Try again, or sign in with a password.',
      },
    },
    forgottenPage: {
      title: 'Forgot password',
      text: 'Whoever has an account gets a link by mail with which to choose a new password.',
      submit: 'Send the link',
      sentTitle: 'Look into your mailbox',
      sent: 'If {{email}} has an account, a mail is on its way. Its link is valid for an hour.',
      sentHint:
        'Nothing there after some minutes? Look among unwanted mail, and check the address. Who was only invited opens the link of the invitation.',
      again: 'Enter another address',
      filed:
        'If {{email}} has an account, the link lies in that folder now. It is valid for an hour.',
      noMail: 'This server sends no mail',
      noMailText:
        'It lays mails into a folder instead. Whoever runs the server finds the link there once you ask for it here, or makes you one with:',
    },
    choose: {
      title: 'Choose a password',
      text: 'For {{company}}',
      submit: 'Choose password',
    },
    setUp: {
      title: 'Set up Roster',
      text: 'Nobody is here yet. Make your company; you are its administrator.',
      company: 'Name of the company',
      companyMissing: 'Enter the name of the company.',
      language: 'Language of invitations',
      languageText: 'Of the mails to invited people, unless a batch says otherwise.',
      submit: 'Create the company',
    },
    invitation: {
      title: 'Welcome to {{company}}',
      by: '{{inviter}} invites you.',
      byCompany: '{{company}} invites you.',
      rooms: 'You get into these rooms',
      until: 'The invitation is valid until {{until}}.',
      submit: 'Accept the invitation',
      renew: 'Send me a new invitation',
      again: 'Send it again',
      renewed: 'A mail is on its way to the address that was invited. Open its link.',
    },
    guest: {
      you: 'You come in as {{name}}, by the invitation of {{company}}.',
      role: 'Your role here: {{role}}',
      until: 'Your link opens this room until {{until}}.',
      unlimited: 'Keep your link to yourself: whoever has it comes in under your name.',
      notYet:
        'There is no way in yet: {{company}} has not said where its meetings take place. Ask whoever invited you.',
    },
    ends: {
      used: 'This link was used already',
      usedText: 'It works once. Your password is chosen: sign in with it, or choose a new one.',
      expired: 'This link has expired',
      expiredText: 'It was valid until {{until}}.',
      replaced: 'There is a newer link',
      passwordReplacedText: 'Open the one in the newest mail, or ask for another.',
      invitationReplacedText: 'Open the one in the newest mail, or have it sent again.',
      withdrawn: 'This invitation was withdrawn',
      withdrawnText: 'Perhaps it went to you by mistake. Ask whoever invited you.',
      unknown: 'This link leads nowhere',
      unknownText: 'Check that it was copied in full. Otherwise it was replaced or withdrawn.',
      guestUnknownText:
        'Check that it was copied in full. Otherwise it was withdrawn: ask whoever invited you.',
      guestExpiredText: 'It was valid until {{until}}. Ask whoever invited you for a new one.',
      setUpText:
        'Whoever starts the server reads a new link in its terminal, until there is a company.',
      companyExists: 'Roster is set up already',
      companyExistsText:
        'The first company was made. Sign in, or ask its administrator to invite you.',
      tooEarly: 'Not yet open',
      tooEarlyText: 'Your link opens from {{from}} on. This page opens the room then by itself.',
      noEntry: 'No access',
    },
  },
  de: {
    email: 'E-Mail',
    password: 'Passwort',
    firstName: 'Vorname',
    lastName: 'Nachname',
    emailMissing: 'Hier fehlt die E-Mail-Adresse.',
    passwordMissing: 'Hier fehlt das Passwort.',
    showPassword: 'Passwort zeigen',
    languageField: 'Sprache',
    toSignIn: 'Zur Anmeldung',
    askForLink: 'Neuen Link anfordern',
    forgotten: 'Passwort vergessen?',
    newPassword: {
      rule: 'Mindestens {{least, number}} Zeichen. Mehrere Wörter hintereinander merkt man sich leicht.',
      missing_one: 'Noch {{count, number}} Zeichen',
      missing_other: 'Noch {{count, number}} Zeichen',
      longEnough: 'Lang genug',
      tooShort: 'Das Passwort braucht mindestens {{least, number}} Zeichen.',
    },
    signIn: {
      title: 'Anmelden',
      exampleText:
        'Dieser Server zeigt die Firma „{{company}}“ allen, die an diesem Rechner sitzen. Der Zugang ist {{email}}.',
      example: 'Bei der Beispielfirma anmelden',
      orOwn: 'oder mit einem eigenen Konto',
      or: 'oder',
      submit: 'Anmelden',
      singleSignOn: 'Mit {{name}} anmelden',
      withKey: 'Mit einem API-Schlüssel anmelden',
      withPassword: 'Mit E-Mail und Passwort anmelden',
      key: 'API-Schlüssel',
      keyMissing: 'Hier fehlt ein API-Schlüssel; er beginnt mit roster_.',
      keyHint: 'Wer den Server betreibt, erzeugt dort einen:',
      submitKey: 'Mit dem Schlüssel anmelden',
      company: {
        title: 'Welche Firma?',
        text: 'Diese Adresse und dieses Passwort gehören zu Benutzern mehrerer Firmen.',
        other: 'Eine andere Adresse benutzen',
      },
      wait: {
        title: 'Eine Pause vor dem nächsten Versuch',
        text: 'Die Anmeldung ist zu oft misslungen. Von den Eingaben geht nichts verloren; mit einem neuen Passwort per Mail geht es sofort.',
        left: 'Wieder möglich in {{time}}',
      },
      failed: {
        title: 'Die Anmeldung hat nicht geklappt',
        'single-sign-on-failed':
          'Die Anmeldung über den Anbieter ging nicht. Noch einmal versuchen, oder mit Passwort anmelden.',
        'user-not-found':
          'Der Anbieter kennt dieses Konto, aber hier gibt es dazu keinen Benutzer. Die Administration der Firma kann dazu einladen.',
        'email-not-verified':
          'Der Anbieter hat die E-Mail-Adresse nicht geprüft, deshalb zählt sie hier nicht. Sie dort bestätigen, oder mit Passwort anmelden.',
        'access-denied': 'Die Anmeldung wurde beim Anbieter abgebrochen.',
        other: 'Die Anmeldung ging nicht. Noch einmal versuchen, oder mit Passwort anmelden.',
      },
    },
    forgottenPage: {
      title: 'Passwort vergessen',
      text: 'Wer ein Konto hat, bekommt per Mail einen Link, um ein neues Passwort zu wählen.',
      submit: 'Link schicken',
      sentTitle: 'Bitte ins Postfach sehen',
      sent: 'Wenn es zu {{email}} ein Konto gibt, ist eine Mail unterwegs. Ihr Link gilt eine Stunde.',
      sentHint:
        'Nach einigen Minuten nichts da? Bei den unerwünschten Mails nachsehen und die Adresse prüfen. Wer erst eingeladen ist, öffnet den Link der Einladung.',
      again: 'Eine andere Adresse eingeben',
      filed:
        'Wenn es zu {{email}} ein Konto gibt, liegt der Link jetzt in diesem Ordner. Er gilt eine Stunde.',
      noMail: 'Dieser Server schickt keine Mails',
      noMailText:
        'Er legt sie in einen Ordner. Wer den Server betreibt, findet den hier angeforderten Link dort, oder macht einen mit:',
    },
    choose: {
      title: 'Passwort wählen',
      text: 'Für {{company}}',
      submit: 'Passwort wählen',
    },
    setUp: {
      title: 'Roster einrichten',
      text: 'Hier ist noch niemand. Wer die Firma anlegt, administriert sie.',
      company: 'Name der Firma',
      companyMissing: 'Hier fehlt der Name der Firma.',
      language: 'Sprache der Einladungen',
      languageText: 'Der Mails an eingeladene Personen, wenn ein Stapel nichts anderes sagt.',
      submit: 'Firma anlegen',
    },
    invitation: {
      title: 'Willkommen bei {{company}}',
      by: 'Die Einladung kommt von {{inviter}}.',
      byCompany: 'Die Einladung kommt von {{company}}.',
      rooms: 'Sie öffnet diese Räume',
      until: 'Die Einladung gilt bis {{until}}.',
      submit: 'Einladung annehmen',
      renew: 'Neue Einladung schicken',
      again: 'Noch einmal schicken',
      renewed: 'An die eingeladene Adresse ist eine Mail unterwegs. Bitte den Link darin öffnen.',
    },
    guest: {
      you: 'Willkommen, {{name}}: {{company}} lädt ein.',
      role: 'Rolle hier: {{role}}',
      until: 'Der Link öffnet diesen Raum bis {{until}}.',
      unlimited: 'Den Link bitte nicht weitergeben: Wer ihn hat, kommt unter diesem Namen herein.',
      notYet:
        'Noch geht es nicht hinein: {{company}} hat nicht gesagt, wo die Treffen stattfinden. Auskunft gibt, wer eingeladen hat.',
    },
    ends: {
      used: 'Dieser Link wurde schon benutzt',
      usedText:
        'Er funktioniert einmal. Das Passwort ist gewählt: damit anmelden, oder ein neues wählen.',
      expired: 'Dieser Link ist abgelaufen',
      expiredText: 'Er galt bis {{until}}.',
      replaced: 'Es gibt einen neueren Link',
      passwordReplacedText: 'Bitte den in der neuesten Mail öffnen, oder einen weiteren anfordern.',
      invitationReplacedText:
        'Bitte den in der neuesten Mail öffnen, oder ihn noch einmal schicken lassen.',
      withdrawn: 'Diese Einladung wurde zurückgezogen',
      withdrawnText: 'Vielleicht war sie ein Versehen. Auskunft gibt, wer eingeladen hat.',
      unknown: 'Dieser Link führt nirgendwohin',
      unknownText: 'Ist er vollständig kopiert? Sonst wurde er ersetzt oder zurückgezogen.',
      guestUnknownText:
        'Ist er vollständig kopiert? Sonst wurde er zurückgezogen: Auskunft gibt, wer eingeladen hat.',
      guestExpiredText: 'Er galt bis {{until}}. Einen neuen gibt, wer eingeladen hat.',
      setUpText:
        'Wer den Server startet, liest dort im Terminal einen neuen Link, solange es keine Firma gibt.',
      companyExists: 'Roster ist schon eingerichtet',
      companyExistsText:
        'Die erste Firma gibt es schon. Bitte anmelden, oder sich von ihrer Administration einladen lassen.',
      tooEarly: 'Noch nicht geöffnet',
      tooEarlyText:
        'Der Link öffnet sich ab {{from}}. Diese Seite öffnet den Raum dann von selbst.',
      noEntry: 'Kein Zugriff',
    },
  },
})
