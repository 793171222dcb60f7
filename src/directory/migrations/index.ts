import type { Migration } from 'kysely/migration'
import { up as directory } from './0001-directory.ts'
import { up as mails } from './0002-mails.ts'
import { up as batches } from './0003-batches.ts'
import { up as mailWithdrawals } from './0004-mail-withdrawals.ts'
import { up as sessions } from './0005-sessions.ts'
import { up as leftOut } from './0006-left-out.ts'
import { up as effects } from './0007-effects.ts'
import { up as accounts } from './0008-accounts.ts'
import { up as auditLog } from './0009-audit-log.ts'
import { up as heldMails } from './0010-held-mails.ts'
import { up as meetingServers } from './0011-meeting-servers.ts'
import { up as batchEnds } from './0012-batch-ends.ts'
import { up as namesOnce } from './0013-names-once.ts'
import { up as batchMails } from './0014-batch-mails.ts'
import { up as mailsNotTaken } from './0015-mails-not-taken.ts'
import { up as rememberedMappings } from './0016-remembered-mappings.ts'
import { up as unmeasuredCompanies } from './0017-unmeasured-companies.ts'
import { up as whatLooksTheSame } from './0018-what-looks-the-same.ts'
import { up as severalServers } from './0019-several-servers.ts'
import { up as companyOfAMillion } from './0020-a-company-of-a-million.ts'

/** Every migration by its name, in the order in which they run. Forward only. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-directory': { up: directory },
  '0002-mails': { up: mails },
  '0003-batches': { up: batches },
  '0004-mail-withdrawals': { up: mailWithdrawals },
  '0005-sessions': { up: sessions },
  '0006-left-out': { up: leftOut },
  '0007-effects': { up: effects },
  '0008-accounts': { up: accounts },
  '0009-audit-log': { up: auditLog },
  '0010-held-mails': { up: heldMails },
  '0011-meeting-servers': { up: meetingServers },
  '0012-batch-ends': { up: batchEnds },
  '0013-names-once': { up: namesOnce },
  '0014-batch-mails': { up: batchMails },
  '0015-mails-not-taken': { up: mailsNotTaken },
  '0016-remembered-mappings': { up: rememberedMappings },
  '0017-unmeasured-companies': { up: unmeasuredCompanies },
  '0018-what-looks-the-same': { up: whatLooksTheSame },
  '0019-several-servers': { up: severalServers },
  '0020-a-company-of-a-million': { up: companyOfAMillion },
}
