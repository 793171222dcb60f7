import type { TransferErrorCode } from '../../transfer/transfer-error.ts'
import { fileSize } from './file-size.ts'

type Details = Readonly<Record<string, string>>

const refusals: Readonly<Record<TransferErrorCode, (details: Details) => string>> = {
  'file-exists': ({ file }) =>
    `${file} is there already. Choose another name, or add --force to replace it.`,
  'file-unwritable': ({ file, reason }) => `${file} cannot be written: ${reason}.`,
  'no-space': ({ file }) =>
    `There is no room left on the disk for ${file}; what was begun is removed. Free some space, or choose another disk, and export again.`,
  'written-by-another': ({ file }) =>
    `Another export was writing to ${file} at the same time; this one has ended. Give each its own file.`,
  'nothing-to-export': ({ place }) =>
    `There is no installation in ${place}. Name its data folder with --data, or its database with ROSTER_DATABASE_URL.`,
  'source-newer': ({ migrations }) =>
    `This installation was brought up to date by a newer Roster (${migrations}), and this one does not know all of its tables. Export it with that version.`,
  'key-missing': ({ folder }) =>
    `The key of the installation is neither in ROSTER_SECRET nor in ${folder}. Set ROSTER_SECRET as for its servers, or name the data folder that holds the key with --data.`,
  'wrong-key': () =>
    'This database belongs to an installation with another key. Set ROSTER_SECRET to the key of that installation, or use its data folder; to import, take a new database.',
  'served-elsewhere': ({ folder, process }) =>
    `The data folder ${folder} is served by another Roster (process ${process}) whose database cannot be reached from here. Export where that one runs (in its container, say), as the same user.`,
  'file-unreadable': ({ file, reason }) => `${file} cannot be read: ${reason}.`,
  'not-an-export': ({ file }) =>
    `${file} is no export of Roster, or its end is missing. Take the file that “roster export” wrote, or copy it again.`,
  damaged: ({ file, part }) =>
    `${file} is damaged (${part}): it is not as it was written. Nothing of it was imported. Copy it again, or take another backup.`,
  'file-newer': ({ file, version }) =>
    `${file} was written by a newer Roster (${version}). Import it with that version, or a later one.`,
  'target-served': ({ folder, process }) =>
    `The data folder ${folder} is being served (process ${process}). Stop that one, or choose an empty folder with --data.`,
  'target-used': () =>
    'There is a company already, and an import needs an empty installation. Choose an empty folder with --data, or a new database.',
  'target-newer': () =>
    'This database is empty, but its tables are those of a newer Roster than the one that wrote the file. Take a new database, or an empty data folder.',
  'other-key-here': ({ where }) =>
    `Another key is in ${where}, and with it the links that were mailed would be dead. Choose an empty data folder, or unset ROSTER_SECRET.`,
  'not-taken': ({ reason }) =>
    `The database does not take what the file holds: ${reason}. Nothing was imported. Is it a new database, with the encoding UTF8?`,
  'target-full': () =>
    'There is no room left on the disk of the database. Nothing was imported. Free some space and import again.',
}

const count = (value: number, one: string, many: string) =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`
const mails = (value: number) => count(value, 'mail', 'mails')

/** What the command line says in English of moving an installation. */
export const movingEnglish = {
  refusals,
  noStandardOutput:
    'An export goes into a file of its own, not to standard output: roster export FILE',
  keyIsNoDocument: '--show-key prints the key alone, and cannot be combined with --json.',
  elsewhere:
    'An installation is exported and imported where its data is, not through ROSTER_URL. Name its data folder with --data, or its database with ROSTER_DATABASE_URL.',
  exporting: 'Exporting',
  importing: 'Importing',
  checking: 'Reading',
  exported: (file: string, rows: number, bytes: number) =>
    `${count(rows, 'row', 'rows')} of all tables are in ${file} (${fileSize(bytes, 'en')}), with the key of the installation: keep it as you keep a password.`,
  filesStay:
    'Mails that were kept as .eml files are not in it as files; they are written anew where they are needed.',
  whole: (file: string, rows: number, at: string, version: string) =>
    `${file} is whole: ${count(rows, 'row', 'rows')}, as they were at ${at}, written by Roster ${version}.`,
  imported: (rows: number) =>
    `${count(rows, 'row', 'rows')} are imported, and compared with the file.`,
  held: (value: number) =>
    `${mails(value)} had not left, or were held: they wait, since the other installation may send them. Where it is stopped for good, release them in the console (Mail outbox), or import with --deliver.`,
  withdrawn: (value: number) =>
    `${mails(value)} that people had asked for themselves (new passwords, tests) had not left, and are withdrawn: they may ask again.`,
  queued: (value: number) => `${mails(value)} will leave when the server starts.`,
  goOn: (value: number) =>
    `${count(value, 'batch goes', 'batches go')} on when the server starts. Stop the other installation first, or both do the rest.`,
  keyIn: (file: string) => `The key of the installation is in ${file}.`,
  keyForOthers: (file: string) =>
    `All servers of this database need the key of the installation. It is in ${file}: set ROSTER_SECRET to what stands there, for each of them (--show-key prints it).`,
}
