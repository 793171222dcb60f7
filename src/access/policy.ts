import type { Permission } from '../domain/permission.ts'

/**
 * Who may call a route: a user with the permission, any user (`signed-in`), any user who did not come by a key of few
 * permissions (`whole-account`), who shows a link of that kind,
 * who holds the folder key (`installation`), whoever watches over the server (`watcher`), or everybody
 * (`public`).
 */
export type Needs =
  | Permission
  | 'signed-in'
  | 'whole-account'
  | 'invitation-link'
  | 'password-link'
  | 'set-up-link'
  | 'guest-link'
  | 'installation'
  | 'watcher'
  | 'public'

/**
 * Who may do what. An act bears the name of the file in `http/routes` in which it is done. This is the only place
 * that says it: the guard in front of the routes asks here and nowhere else, a route that stands for no act cannot be
 * registered, and the tests go through this table. What concerns single things (whose batch, which permission somebody
 * may grant) stands beside what it concerns.
 */
export const policy = {
  // The house itself.
  'show-home': 'public',
  'show-console': 'public',
  'show-documentation': 'public',
  'show-openapi': 'public',
  'show-problems': 'public',
  'show-health': 'public',
  'show-ready': 'public',
  'show-metrics': 'watcher',
  'create-company': 'installation',
  'create-set-up-link': 'installation',
  'create-password-link': 'installation',

  // Getting in, and out.
  'show-doors': 'public',
  'sign-in': 'public',
  'start-single-sign-on': 'public',
  'finish-single-sign-on': 'public',
  'ask-for-password-link': 'public',
  'show-password-link': 'password-link',
  'choose-password': 'password-link',
  'show-set-up': 'set-up-link',
  'set-up': 'set-up-link',
  'show-invitation': 'invitation-link',
  'accept-invitation': 'invitation-link',
  'renew-invitation': 'invitation-link',
  'sign-out': 'signed-in',

  // One room, for a guest.
  'show-guest-room': 'guest-link',
  'enter-guest-room': 'guest-link',

  // What is one's own. Whoever finds a key that may little must not become its owner by it.
  'show-me': 'signed-in',
  'change-me': 'whole-account',
  'export-me': 'whole-account',
  'change-password': 'whole-account',
  'list-sessions': 'whole-account',
  'end-session': 'whole-account',
  'end-sessions': 'whole-account',
  'list-keys': 'signed-in',
  'create-key': 'signed-in',
  'delete-key': 'whole-account',
  'list-my-rooms': 'signed-in',
  'show-my-room': 'signed-in',
  'change-my-room': 'signed-in',
  'enter-my-room': 'signed-in',

  // Batches: with Manage company settings only.
  'list-operations': 'public',
  'download-template': 'manage-company-settings',
  'create-batch': 'manage-company-settings',
  'list-batches': 'manage-company-settings',
  'show-batch': 'manage-company-settings',
  'replace-source': 'manage-company-settings',
  'map-batch': 'manage-company-settings',
  'forget-mapping': 'manage-company-settings',
  'list-rows': 'manage-company-settings',
  'fix-row': 'manage-company-settings',
  'fix-cells': 'manage-company-settings',
  'leave-out': 'manage-company-settings',
  'accept-suggestions': 'manage-company-settings',
  'verify-batch': 'manage-company-settings',
  'execute-batch': 'manage-company-settings',
  'stop-batch': 'manage-company-settings',
  'resume-batch': 'manage-company-settings',
  'watch-batch': 'manage-company-settings',
  'report-batch': 'manage-company-settings',

  // Users.
  'list-users': 'list-all-users',
  'show-user': 'list-all-users',
  'grant-permissions': 'administrate-users',
  'invite-again': 'administrate-users',
  'export-user': 'manage-company-settings',

  // Rooms and their guests.
  'list-rooms': 'list-all-rooms',
  'show-room': 'list-all-rooms',
  'create-room': 'create-a-room',
  'change-room': 'administrate-rooms',
  'delete-room': 'administrate-rooms',
  'list-room-members': 'list-all-users',
  'list-guests': 'administrate-rooms',
  'change-guest': 'administrate-rooms',
  'delete-guest': 'administrate-rooms',

  // Mails.
  'list-mails': 'manage-company-settings',
  'show-mail': 'manage-company-settings',
  'preview-mail': 'manage-company-settings',
  'release-mails': 'manage-company-settings',
  'recall-mails': 'manage-company-settings',
  'send-mail-again': 'manage-company-settings',
  'send-test-mail': 'manage-company-settings',

  // The company.
  'show-company': 'signed-in',
  'change-company': 'manage-company-settings',
  'show-logo': 'signed-in',
  'change-logo': 'manage-company-settings',
  'delete-logo': 'manage-company-settings',
  'show-meeting-server': 'manage-company-settings',
  'change-meeting-server': 'manage-company-settings',
  'delete-meeting-server': 'manage-company-settings',
  'list-audit-log': 'manage-company-settings',
  'export-audit-log': 'manage-company-settings',
} as const satisfies Readonly<Record<string, Needs>>

/** What somebody can ask for. */
export type Act = keyof typeof policy
