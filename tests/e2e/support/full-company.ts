import { linkTo } from './come-in.ts'
import type { Company } from './test.ts'

/** Where a company with something on every page has it. */
export interface FullCompany {
  /** Pages by the name under which their picture is kept, and their addresses. */
  readonly pages: Readonly<Record<string, string>>
  /** The same of the pages for people who are not in yet. */
  readonly doors: Readonly<Record<string, string>>
}

/** Gives the company rooms, users, guests, mails, and a batch in each state that a person comes back to. */
export async function fillCompany(company: Company): Promise<FullCompany> {
  await company.addRooms('room 1', 'room 2', 'room 3')
  await company.ask('/rooms', { method: 'POST', body: { name: 'Foyer', defaultRole: 'Spectator' } })
  await company.addUsers(...people)
  const guests = await company.run('invite-guests', [
    'kurt@example.net,Kurt,room 1,Participant,True',
    'emmy@example.net,Emmy,Foyer,Spectator,False',
    'sofia@example.net,Sofia,"room 1,room 2",Guest,True',
  ])
  const draft = await company.draft('invite-users', [
    'email;first;last',
    'edsger@example.org;Edsger;Dijkstra',
  ])
  const verified = await company.verify('invite-and-assign-users', mistakes)
  const { rooms } = await company.ask<{ rooms: readonly { id: string; name: string }[] }>('/rooms')
  const roomId = (sought: string) => rooms.find(({ name }) => name === sought)?.id ?? ''
  const { users } = await company.ask<{ users: readonly { id: string }[] }>('/users?search=hedy')
  return {
    pages: {
      select: '/batch-operations',
      provide: '/batch-operations?operation=invite-and-assign-users',
      map: `/batch-operations/${draft}`,
      verify: `/batch-operations/${verified}`,
      problems: `/batch-operations/${verified}?state=problems`,
      result: `/batch-operations/${guests}`,
      history: '/batch-operations/history',
      users: '/users',
      user: `/users/${users[0]?.id}`,
      rooms: '/rooms',
      room: `/rooms/${roomId('room 1')}`,
      guests: '/guests',
      'mail-outbox': '/mail-outbox',
      'company-settings': '/company-settings',
      'audit-log': '/audit-log',
      'my-rooms': '/my-rooms',
      'my-room': `/my-rooms/${roomId('Foyer')}`,
      account: '/account',
    },
    doors: {
      'sign-in': '/sign-in',
      'sign-in-with-key': '/sign-in?with=key&failed=user-not-found',
      'forgotten-password': '/forgotten-password',
      invitation: await linkTo(company, 'radia@example.org'),
      guest: await linkTo(company, 'kurt@example.net'),
      'unknown-link': '/password/unknown',
      nowhere: '/nowhere',
    },
  }
}

const people = [
  'katherine@example.org,Katherine,Johnson,"room 1,room 2",Moderator',
  'dorothy@example.org,Dorothy,Vaughan,room 1,Participant',
  'mary@example.org,Mary,Jackson,room 1,Participant',
  'hedy@example.org,Hedy,Lamarr,room 2,Participant',
  'konrad@example.org,Konrad,Zuse,room 2,Spectator',
  'radia@example.org,Radia,Perlman,room 3,Admin',
]

const mistakes = [
  'E-mail;First name;Last name;Room;Role;Department',
  'barbara@example.org;Barbara;Liskov;room 1;Participant;Languages',
  'donald@example.org;Donald;Knuth;Roon 2;Participant;Algorithms',
  'edith@example.org;Edith;Clarke;Roon 2;Moderator;Power',
  'frances@example.org;Frances;Allen;room 3;Participant;Compilers',
  'grace@example;Grace;Hopper;room 3;Participant;Compilers',
  'jean@example.org;Jean;Bartik;room 1;Teilnehmer;Hardware',
  'katherine@example.org;Katherine;Johnson;room 1;Participant;Flight',
  'mary@example.org;Mary;Jackson;room 1;Participant;Flight',
  'margaret@example.org;;Hamilton;room 2;Participnt;Flight',
  'radia@example.org;Radia;Perlman;room 3;Guest;Networks',
  'radia@example.org;Radia;Perlman;room 3;Admin;Networks',
]
