/** One of the six operations on people that are numbered from 0, each of whom is a row. */
export interface Workload {
  readonly operation: string
  readonly header: string
  /** What the file says of a person, in a room that is given by its name. */
  readonly line: (person: string, room: string) => string
  /** Who is a user before: everybody, every fifth, or nobody. Where everybody is, every fifth is only invited. */
  readonly users: 'all' | 'some' | 'none'
  /** They have a role in a room before. */
  readonly assigned?: boolean
  /** What the execution adds. */
  readonly adds: readonly TableName[]
  /** What it takes away, children first. */
  readonly deletes: readonly TableName[]
}

/** The tables that executions write, beside the few rows about the batch itself. */
export type TableName =
  | 'users'
  | 'invitations'
  | 'assignments'
  | 'guests'
  | 'mails'
  | 'batch_results'

export const workloads: readonly Workload[] = [
  {
    operation: 'invite-users',
    header: 'email,first name,last name',
    line: (person) => `person${person}@example.org,First${person},Last${person}`,
    users: 'some',
    adds: ['users', 'invitations', 'mails', 'batch_results'],
    deletes: [],
  },
  {
    operation: 'delete-users',
    header: 'email',
    line: (person) => `person${person}@example.org`,
    users: 'all',
    assigned: true,
    adds: ['batch_results'],
    deletes: ['assignments', 'invitations', 'users'],
  },
  {
    operation: 'assign-users-to-rooms',
    header: 'email,rooms,role',
    line: (person, room) => `person${person}@example.org,${room},Participant`,
    users: 'all',
    adds: ['assignments', 'batch_results'],
    deletes: [],
  },
  {
    operation: 'remove-users-from-rooms',
    header: 'email',
    line: (person) => `person${person}@example.org`,
    users: 'all',
    assigned: true,
    adds: ['batch_results'],
    deletes: ['assignments'],
  },
  {
    operation: 'invite-and-assign-users',
    header: 'email,first name,last name,rooms,role',
    line: (person, room) =>
      `person${person}@example.org,First${person},Last${person},${room},Participant`,
    users: 'some',
    adds: ['users', 'invitations', 'assignments', 'mails', 'batch_results'],
    deletes: [],
  },
  {
    operation: 'invite-guests',
    header: 'email,name,rooms,role,send mail',
    line: (person, room) => `person${person}@example.org,Name ${person},${room},Participant,True`,
    users: 'none',
    adds: ['guests', 'mails', 'batch_results'],
    deletes: [],
  },
]

/** @throws Error where there is no such operation */
export function workloadOf(operation: string): Workload {
  const found = workloads.find((workload) => workload.operation === operation)
  if (found === undefined) throw new Error(`There is no operation “${operation}”.`)
  return found
}

export interface CsvSize {
  readonly rows: number
  /** Over how many the people are spread. */
  readonly rooms: number
  /** The number of the first person; 0 unless given. */
  readonly from?: number
}

/** The file, made part by part. */
export async function* csvOf(
  { header, line }: Workload,
  { rows, rooms, from: first = 0 }: CsvSize,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${header}\n`)
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, rows - from) }, (_, at) => {
      const person = first + from + at
      return `${line(String(person), `room ${(person % rooms) + 1}`)}\n`
    })
    yield Buffer.from(lines.join(''))
  }
}
