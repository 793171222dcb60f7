import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { meQuery } from './api/session.ts'
import { auditSearch } from './audit/audit-search.ts'
import { batchSearch } from './batch/batch-search.ts'
import { selectSearch } from './batch/select/select-search.ts'
import { homeOf } from './doors/home-of.ts'
import { listSearch } from './pages/list-search.ts'
import { signInSearch } from './pages/sign-in-search.ts'
import { FailurePage } from './ui/failure-page.tsx'
import { lazyPage } from './ui/lazy-page.tsx'
import { NotFoundPage } from './ui/not-found-page.tsx'
import { Frame } from './ui/shell/frame.tsx'

/** Every address of the console, and the page that stands there; a page is loaded when it is first opened. */
const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  // Outside the frame nothing else says what the main part of the page is.
  notFoundComponent: () => (
    <main>
      <NotFoundPage />
    </main>
  ),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyPage(() => import('./pages/sign-in.tsx'), 'SignIn'),
})

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyPage(() => import('./pages/forgotten-password.tsx'), 'ForgottenPassword'),
})

const passwordLink = createRoute({
  getParentRoute: () => root,
  path: '/password/$token',
  component: lazyPage(() => import('./pages/password-link.tsx'), 'PasswordLink'),
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up/$token',
  component: lazyPage(() => import('./pages/set-up.tsx'), 'SetUp'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyPage(() => import('./pages/invitation.tsx'), 'Invitation'),
})

const guestRoom = createRoute({
  getParentRoute: () => root,
  path: '/guest/$token',
  component: lazyPage(() => import('./pages/guest-room.tsx'), 'GuestRoom'),
})

/** Within the frame somebody is signed in; whoever is not comes back after the sign-in. */
const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: Frame,
  errorComponent: FailurePage,
  notFoundComponent: NotFoundPage,
  // A refusal leads to the sign-in (see the query client); everything else shows in the frame.
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(meQuery),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  errorComponent: FailurePage,
  loader: async ({ context: { queryClient } }) => {
    const me = await queryClient.ensureQueryData(meQuery)
    throw redirect({ to: homeOf(me), replace: true })
  },
})

const myRooms = createRoute({
  getParentRoute: () => framed,
  path: '/my-rooms',
  validateSearch: listSearch,
  component: lazyPage(() => import('./pages/my-rooms.tsx'), 'MyRooms'),
})

const myRoom = createRoute({
  getParentRoute: () => framed,
  path: '/my-rooms/$room',
  component: lazyPage(() => import('./pages/my-room.tsx'), 'MyRoom'),
})

const account = createRoute({
  getParentRoute: () => framed,
  path: '/account',
  component: lazyPage(() => import('./pages/account.tsx'), 'Account'),
})

const newBatch = createRoute({
  getParentRoute: () => framed,
  path: '/batch-operations',
  validateSearch: selectSearch,
  component: lazyPage(() => import('./batch/new-batch-page.tsx'), 'NewBatchPage'),
})

const history = createRoute({
  getParentRoute: () => framed,
  path: '/batch-operations/history',
  component: lazyPage(() => import('./pages/history.tsx'), 'History'),
})

const batch = createRoute({
  getParentRoute: () => framed,
  path: '/batch-operations/$batch',
  validateSearch: batchSearch,
  component: lazyPage(() => import('./batch/batch-page.tsx'), 'BatchPage'),
})

const users = createRoute({
  getParentRoute: () => framed,
  path: '/users',
  validateSearch: listSearch,
  component: lazyPage(() => import('./pages/users.tsx'), 'Users'),
})

const user = createRoute({
  getParentRoute: () => framed,
  path: '/users/$user',
  component: lazyPage(() => import('./pages/user.tsx'), 'User'),
})

const rooms = createRoute({
  getParentRoute: () => framed,
  path: '/rooms',
  validateSearch: listSearch,
  component: lazyPage(() => import('./pages/rooms.tsx'), 'Rooms'),
})

const room = createRoute({
  getParentRoute: () => framed,
  path: '/rooms/$room',
  validateSearch: listSearch,
  component: lazyPage(() => import('./pages/room.tsx'), 'Room'),
})

const guests = createRoute({
  getParentRoute: () => framed,
  path: '/guests',
  validateSearch: listSearch,
  component: lazyPage(() => import('./pages/guests.tsx'), 'Guests'),
})

const mailOutbox = createRoute({
  getParentRoute: () => framed,
  path: '/mail-outbox',
  validateSearch: listSearch,
  component: lazyPage(() => import('./pages/mail-outbox.tsx'), 'MailOutbox'),
})

const companySettings = createRoute({
  getParentRoute: () => framed,
  path: '/company-settings',
  component: lazyPage(() => import('./pages/company-settings.tsx'), 'CompanySettings'),
})

const auditLog = createRoute({
  getParentRoute: () => framed,
  path: '/audit-log',
  validateSearch: auditSearch,
  component: lazyPage(() => import('./pages/audit-log.tsx'), 'AuditLog'),
})

export const routeTree = root.addChildren([
  home,
  signIn,
  forgottenPassword,
  passwordLink,
  setUp,
  invitation,
  guestRoom,
  framed.addChildren([
    myRooms,
    myRoom,
    account,
    newBatch,
    history,
    batch,
    users,
    user,
    rooms,
    room,
    guests,
    mailOutbox,
    companySettings,
    auditLog,
  ]),
])
