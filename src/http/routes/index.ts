import type { Route } from '../route.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { acceptSuggestions } from './accept-suggestions.ts'
import { askForPasswordLink } from './ask-for-password-link.ts'
import { changeCompany } from './change-company.ts'
import { changeMeetingServer } from './change-meeting-server.ts'
import { changeMyRoom } from './change-my-room.ts'
import { changeGuest } from './change-guest.ts'
import { changeMe } from './change-me.ts'
import { changeLogo } from './change-logo.ts'
import { changePassword } from './change-password.ts'
import { changeRoom } from './change-room.ts'
import { choosePassword } from './choose-password.ts'
import { createBatch } from './create-batch.ts'
import { createCompany } from './create-company.ts'
import { createKey } from './create-key.ts'
import { createPasswordLink } from './create-password-link.ts'
import { createRoom } from './create-room.ts'
import { createSetUpLink } from './create-set-up-link.ts'
import { deleteGuest } from './delete-guest.ts'
import { deleteKey } from './delete-key.ts'
import { deleteMeetingServer } from './delete-meeting-server.ts'
import { deleteLogo } from './delete-logo.ts'
import { deleteRoom } from './delete-room.ts'
import { downloadTemplate } from './download-template.ts'
import { enterGuestRoom } from './enter-guest-room.ts'
import { enterMyRoom } from './enter-my-room.ts'
import { endSession } from './end-session.ts'
import { endSessions } from './end-sessions.ts'
import { executeBatch } from './execute-batch.ts'
import { forgetMapping } from './forget-mapping.ts'
import { finishSingleSignOn } from './finish-single-sign-on.ts'
import { exportAuditLog } from './export-audit-log.ts'
import { exportMe } from './export-me.ts'
import { exportUser } from './export-user.ts'
import { fixCells } from './fix-cells.ts'
import { fixRow } from './fix-row.ts'
import { grantPermissions } from './grant-permissions.ts'
import { inviteAgain } from './invite-again.ts'
import { leaveOut } from './leave-out.ts'
import { listAuditLog } from './list-audit-log.ts'
import { listBatches } from './list-batches.ts'
import { listGuests } from './list-guests.ts'
import { listKeys } from './list-keys.ts'
import { listMails } from './list-mails.ts'
import { listMyRooms } from './list-my-rooms.ts'
import { listOperations } from './list-operations.ts'
import { listRoomMembers } from './list-room-members.ts'
import { listRooms } from './list-rooms.ts'
import { listRows } from './list-rows.ts'
import { listSessions } from './list-sessions.ts'
import { listUsers } from './list-users.ts'
import { mapBatch } from './map-batch.ts'
import { showProblems } from './show-problems.ts'
import { previewMail } from './preview-mail.ts'
import { recallMails } from './recall-mails.ts'
import { releaseMails } from './release-mails.ts'
import { renewInvitation } from './renew-invitation.ts'
import { replaceSource } from './replace-source.ts'
import { reportBatch } from './report-batch.ts'
import { resumeBatch } from './resume-batch.ts'
import { sendMailAgain } from './send-mail-again.ts'
import { sendTestMail } from './send-test-mail.ts'
import { showBatch } from './show-batch.ts'
import { showCompany } from './show-company.ts'
import { showDoors } from './show-doors.ts'
import { showGuestRoom } from './show-guest-room.ts'
import { showHealth } from './show-health.ts'
import { showInvitation } from './show-invitation.ts'
import { showLogo } from './show-logo.ts'
import { showMail } from './show-mail.ts'
import { showMe } from './show-me.ts'
import { showMeetingServer } from './show-meeting-server.ts'
import { showMyRoom } from './show-my-room.ts'
import { showMetrics } from './show-metrics.ts'
import { showOpenapi } from './show-openapi.ts'
import { showPasswordLink } from './show-password-link.ts'
import { showReady } from './show-ready.ts'
import { setUp } from './set-up.ts'
import { showRoom } from './show-room.ts'
import { showSetUp } from './show-set-up.ts'
import { showUser } from './show-user.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { startSingleSignOn } from './start-single-sign-on.ts'
import { stopBatch } from './stop-batch.ts'
import { verifyBatch } from './verify-batch.ts'
import { watchBatch } from './watch-batch.ts'

/** Below `/api/v1`. */
export const routes: readonly Route[] = [
  showOpenapi,
  showDoors,
  signIn,
  askForPasswordLink,
  showPasswordLink,
  choosePassword,
  showSetUp,
  setUp,
  signOut,
  startSingleSignOn,
  finishSingleSignOn,
  showMe,
  exportMe,
  changeMe,
  changePassword,
  listSessions,
  endSession,
  endSessions,
  listOperations,
  downloadTemplate,
  createBatch,
  listBatches,
  showBatch,
  replaceSource,
  mapBatch,
  forgetMapping,
  listRows,
  fixRow,
  fixCells,
  leaveOut,
  acceptSuggestions,
  verifyBatch,
  executeBatch,
  stopBatch,
  resumeBatch,
  watchBatch,
  reportBatch,
  listUsers,
  showUser,
  exportUser,
  grantPermissions,
  inviteAgain,
  listRooms,
  createRoom,
  showRoom,
  changeRoom,
  deleteRoom,
  listRoomMembers,
  showInvitation,
  acceptInvitation,
  renewInvitation,
  listMyRooms,
  showMyRoom,
  changeMyRoom,
  enterMyRoom,
  showGuestRoom,
  enterGuestRoom,
  listGuests,
  changeGuest,
  deleteGuest,
  listMails,
  showMail,
  previewMail,
  releaseMails,
  recallMails,
  sendMailAgain,
  sendTestMail,
  listKeys,
  createKey,
  deleteKey,
  showCompany,
  changeCompany,
  showLogo,
  changeLogo,
  deleteLogo,
  showMeetingServer,
  changeMeetingServer,
  deleteMeetingServer,
  createCompany,
  createSetUpLink,
  createPasswordLink,
  listAuditLog,
  exportAuditLog,
]

/** At the top, for whoever watches over the server. */
export const watcherRoutes: readonly Route[] = [showHealth, showReady, showMetrics]

/** At the top, for people, too. */
export const pageRoutes: readonly Route[] = [showProblems, ...watcherRoutes]
