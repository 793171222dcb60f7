import { account } from './account.ts'
import { audit } from './audit.ts'
import { batch } from './batch.ts'
import { company } from './company.ts'
import { directory } from './directory.ts'
import { doors } from './doors.ts'
import { frame } from './frame.ts'
import { grid } from './grid.ts'
import { guest } from './guest.ts'
import { history } from './history.ts'
import { mail } from './mail.ts'
import { roomsOfMine } from './rooms-of-mine.ts'
import { settings } from './settings.ts'
import { steps } from './steps.ts'
import { user } from './user.ts'

/** One area of the console is one file here; its German is typed by its English. */
export const areas = {
  frame,
  steps,
  batch,
  grid,
  history,
  directory,
  mail,
  settings,
  user,
  company,
  guest,
  doors,
  'rooms-of-mine': roomsOfMine,
  account,
  audit,
}
