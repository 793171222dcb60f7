import * as acts from './acts.ts'
import type { Disturbing, Scenario } from './scenario.ts'

/** Everything that is tried, each by its name. */
export const scenarios: readonly Scenario[] = [
  { name: 'server-killed', disturb: acts.killServer, pause: [200, 3_000] },
  { name: 'server-ended', disturb: acts.endServer, pause: [200, 3_000] },
  { name: 'database-killed', disturb: acts.killDatabase, pause: [500, 3_000] },
  { name: 'connection-killed', disturb: acts.killConnection, pause: [500, 3_000] },
  { name: 'power-cut', disturb: acts.cutPower, pause: [1_000, 4_000] },
  { name: 'copy-opened', disturb: acts.openCopy, pause: [1_500, 4_000] },
  { name: 'connections-cut', disturb: acts.cutConnections, pause: [200, 1_500] },
  { name: 'server-hangs', disturb: acts.hangServer, pause: [200, 2_000] },
  { name: 'disk-full', disturb: acts.fillDisk, pause: [500, 2_000], onSmallDisk: true },
  { name: 'clock-jumps', disturb: acts.jumpClocks, pause: [200, 1_500], wrongDatabaseClock: true },
  { name: 'started-twice', startsTwice: true },
  { name: 'stop-and-go', disturb: acts.stopBatches, pause: [20, 400] },
  { name: 'directory-edited', isEdited: true },
  { name: 'mails', disturb: oneOf(acts.killMailServer, acts.killServer), pause: [200, 1_500] },
  {
    name: 'everything',
    disturb: oneOf(
      acts.killServer,
      acts.killDatabase,
      acts.killConnection,
      acts.cutConnections,
      acts.stopBatches,
      acts.killMailServer,
      acts.jumpClocks,
    ),
    pause: [100, 2_000],
    startsTwice: true,
    isEdited: true,
  },
]

function oneOf(...all: readonly ((disturbing: Disturbing) => Promise<void>)[]) {
  return (disturbing: Disturbing) => disturbing.random.pick(all)(disturbing)
}
