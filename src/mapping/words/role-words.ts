import type { Role } from '../../domain/role.ts'
import type { CellLanguage, Vocabulary } from './vocabulary.ts'

/**
 * What people call the roles. Left out is what means two roles, or none for certain: *host* and *hôte* (who
 * invites, or who is invited), *attendee* (in a webinar somebody who only watches), *presenter*.
 */
export const roleWords: Readonly<Record<CellLanguage, Vocabulary<Role>>> = {
  en: {
    Admin: 'Admin, Administrator',
    Moderator: 'Moderator',
    Participant: 'Participant',
    Guest: 'Guest',
    Spectator: 'Spectator, Viewer',
    'No access': 'No access, None',
  },
  de: {
    Admin: 'Admin, Administrator, Administratorin',
    Moderator: 'Moderator, Moderatorin, Moderierende, Moderierender',
    Participant: 'Teilnehmer, Teilnehmerin, Teilnehmende, Teilnehmender',
    Guest: 'Gast, Gästin, Gaestin',
    Spectator: 'Zuschauer, Zuschauerin, Zuschauende, Zuschauender, Zuseher, Zuseherin',
    'No access':
      'Kein Zugriff, Keinen Zugriff, Kein Zugang, Keinen Zugang, Kein Zutritt, Ohne Zugriff, Ohne Zugang',
  },
  fr: {
    Admin: 'Administrateur, Administratrice, Administrateurrice, Administrateurtrice',
    Moderator: 'Modérateur, Modératrice, Modérateurrice, Modérateurtrice',
    Participant: 'Participant, Participante',
    Guest: 'Invité, Invitée',
    Spectator: 'Spectateur, Spectatrice, Spectateurrice, Spectateurtrice',
    'No access': 'Aucun accès, Pas d’accès, Sans accès',
  },
  it: {
    Admin: 'Amministratore, Amministratrice, Amministratoretrice',
    Moderator: 'Moderatore, Moderatrice, Moderatoretrice',
    Participant: 'Partecipante',
    Guest: 'Ospite, Invitato, Invitata, Invitatoa',
    Spectator: 'Spettatore, Spettatrice, Spettatoretrice',
    'No access': 'Nessun accesso, Senza accesso',
  },
  es: {
    Admin: 'Administrador, Administradora',
    Moderator: 'Moderador, Moderadora',
    Participant: 'Participante',
    Guest: 'Invitado, Invitada, Invitadoa, Invitad@',
    Spectator: 'Espectador, Espectadora',
    'No access': 'Sin acceso, Ningún acceso',
  },
}
