import type { RequestErrorKind } from './request-error-kind.ts'

/** Of who asks: signing in, links, permissions. */
export const accessErrors = {
  'sign-in-required': {
    status: 401,
    exit: 2,
    title: {
      en: 'Sign in, or send a valid API key as “Authorization: Bearer …”.',
      de: 'Bitte anmelden, oder einen gültigen API-Schlüssel als „Authorization: Bearer …“ senden.',
    },
  },
  'permission-required': {
    status: 403,
    exit: 2,
    title: {
      en: 'This needs the permission “{permission}”. Ask an administrator of your company for it.',
      de: 'Dafür ist die Berechtigung „{permission}“ nötig. Die Administration der Firma kann sie erteilen.',
    },
  },
  'cross-site-request': {
    status: 403,
    exit: 2,
    title: {
      en: 'This was asked by a page of another address, so it was refused. Open Roster at its own address and try again there; programs send an API key instead of a cookie.',
      de: 'Das kam von einer Seite unter einer anderen Adresse und wurde deshalb abgewiesen. Roster unter der eigenen Adresse öffnen und es dort noch einmal versuchen; Programme senden einen API-Schlüssel statt eines Cookies.',
    },
  },
  'key-not-found': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no such API key of yours. It may have been deleted already.',
      de: 'Diesen eigenen API-Schlüssel gibt es nicht. Vielleicht wurde er schon gelöscht.',
    },
  },
  'wrong-password': {
    status: 401,
    exit: 2,
    title: {
      en: 'The address or the password is wrong. Check both, or ask for a new password by mail.',
      de: 'Die Adresse oder das Passwort stimmt nicht. Beides prüfen, oder per Mail ein neues Passwort anfordern.',
    },
  },
  'too-many-sign-ins': {
    status: 429,
    exit: 1,
    title: {
      en: 'The sign-in failed too often. Try again in {seconds} seconds, or ask for a new password by mail.',
      de: 'Die Anmeldung ist zu oft misslungen. In {seconds} Sekunden noch einmal versuchen, oder per Mail ein neues Passwort anfordern.',
    },
  },
  'company-choice': {
    status: 409,
    exit: 2,
    title: {
      en: 'This address and password belong to users of several companies. Choose one: {companies}.',
      de: 'Diese Adresse und dieses Passwort gehören zu Benutzern mehrerer Firmen. Eine wählen: {companies}.',
    },
  },
  'password-too-short': {
    status: 422,
    exit: 2,
    title: {
      en: 'The password needs at least {least} characters. Several words in a row are easy to remember.',
      de: 'Das Passwort braucht mindestens {least} Zeichen. Mehrere Wörter hintereinander merkt man sich leicht.',
    },
  },
  'password-too-common': {
    status: 422,
    exit: 2,
    title: {
      en: 'This password is among those that are tried first: it is very common, or made of your own name or address, the company’s name or Roster’s. Choose another.',
      de: 'Dieses Passwort gehört zu denen, die als erste versucht werden: Es ist sehr verbreitet, oder aus dem eigenen Namen, der Adresse, dem Namen der Firma oder dem von Roster gemacht. Bitte ein anderes wählen.',
    },
  },
  'password-needs-link': {
    status: 403,
    exit: 2,
    title: {
      en: 'An API key cannot choose the first password. Ask for a link to choose one by mail, or let whoever runs the server make one: roster password-link EMAIL',
      de: 'Mit einem API-Schlüssel lässt sich kein erstes Passwort wählen. Per Mail einen Link dafür anfordern, oder ihn dort machen lassen, wo der Server läuft: roster password-link E-MAIL',
    },
  },
  'session-not-found': {
    status: 404,
    exit: 2,
    title: {
      en: 'There is no such session of yours. It may have ended already.',
      de: 'Diese eigene Sitzung gibt es nicht. Vielleicht ist sie schon zu Ende.',
    },
  },
  'grant-not-yours': {
    status: 403,
    exit: 2,
    title: {
      en: 'Only who holds the permission “{permission}” can grant or revoke it.',
      de: 'Nur wer die Berechtigung „{permission}“ hat, kann sie geben oder nehmen.',
    },
  },
  'cannot-revoke-your-own': {
    status: 403,
    exit: 2,
    title: {
      en: 'Nobody can revoke their own permissions. Ask another administrator.',
      de: 'Niemand kann sich selbst Berechtigungen nehmen. Das kann jemand anderes mit dieser Berechtigung.',
    },
  },
  'expiry-passed': {
    status: 422,
    exit: 2,
    title: {
      en: 'The key would have expired already. Choose a time to come.',
      de: 'Der Schlüssel wäre schon abgelaufen. Bitte einen Zeitpunkt wählen, der noch kommt.',
    },
  },
  'link-unknown': {
    status: 404,
    exit: 2,
    title: {
      en: 'This link leads nowhere. Check that it was copied in full; otherwise it was replaced or withdrawn.',
      de: 'Dieser Link führt nirgendwohin. Prüfen, ob er vollständig kopiert ist; sonst wurde er ersetzt oder zurückgezogen.',
    },
  },
  'link-used': {
    status: 410,
    exit: 2,
    title: {
      en: 'This link was used already; it works once. Sign in with your password.',
      de: 'Dieser Link wurde schon benutzt; er funktioniert einmal. Die Anmeldung geht mit dem Passwort.',
    },
  },
  'link-expired': {
    status: 410,
    exit: 2,
    title: {
      en: 'This link was valid until {until}. Ask for a new one.',
      de: 'Dieser Link galt bis {until}. Bitte einen neuen anfordern.',
    },
  },
  'link-replaced': {
    status: 410,
    exit: 2,
    title: {
      en: 'This link was replaced by a newer one. Open the one in the newest mail, or ask for it to be sent again.',
      de: 'Dieser Link wurde durch einen neueren ersetzt. Bitte den in der neuesten Mail öffnen, oder ihn noch einmal schicken lassen.',
    },
  },
  'link-withdrawn': {
    status: 410,
    exit: 2,
    title: {
      en: 'This invitation was withdrawn. Ask whoever invited you.',
      de: 'Diese Einladung wurde zurückgezogen. Auskunft gibt, wer eingeladen hat.',
    },
  },
  'link-too-early': {
    status: 403,
    exit: 2,
    title: {
      en: 'This link opens from {from} on.',
      de: 'Dieser Link öffnet sich erst ab {from}.',
    },
  },
  'link-renewed-lately': {
    status: 429,
    exit: 1,
    title: {
      en: 'A mail was sent a moment ago. Look for it, also among unwanted mail; in {minutes} minutes another can be sent.',
      de: 'Eine Mail wurde gerade erst geschickt. Bitte danach sehen, auch bei den unerwünschten; in {minutes} Minuten kann noch eine geschickt werden.',
    },
  },
  'no-entry': {
    status: 403,
    exit: 2,
    title: {
      en: 'The role in this room gives no access. Ask whoever administrates it.',
      de: 'Die Rolle in diesem Raum gibt keinen Zugriff. Auskunft gibt, wer den Raum administriert.',
    },
  },
  'single-sign-on-failed': {
    status: 502,
    exit: 1,
    title: {
      en: 'The single sign-on did not work: {reason} Try again, or sign in with a password.',
      de: 'Die Anmeldung über den Anbieter ging nicht: {reason} Noch einmal versuchen, oder mit Passwort anmelden.',
    },
  },
} as const satisfies Readonly<Record<string, RequestErrorKind>>
