import { queryOptions } from '@tanstack/react-query'
import type {
  Company,
  CompanyChange,
  MeetingServer,
  MeetingServerChange,
} from '../../src/http/contract/company.ts'
import { address, ask } from './client.ts'

/** The company of who is signed in. */
export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: ({ signal }) => ask<Company>('/company', { signal }),
})

export const changeCompany = (body: CompanyChange): Promise<Company> =>
  ask('/company', { method: 'PATCH', body })

/** Where the logo can be seen. @param version another one for another picture, so that the browser asks again */
export const logoAddress = (version: number): string => address('/company/logo', { version })

/** Puts this picture in the place of the logo. @throws ApiError `unusable-logo` */
export const changeLogo = (file: Blob): Promise<void> =>
  ask('/company/logo', { method: 'PUT', file })

export const deleteLogo = (): Promise<void> => ask('/company/logo', { method: 'DELETE' })

/** Where the company's rooms are entered; null: nowhere yet. */
export const meetingServerQuery = queryOptions({
  queryKey: ['company', 'meeting-server'],
  queryFn: ({ signal }) => ask<MeetingServer | null>('/company/meeting-server', { signal }),
})

export const changeMeetingServer = (body: MeetingServerChange): Promise<MeetingServer> =>
  ask('/company/meeting-server', { method: 'PUT', body })

export const deleteMeetingServer = (): Promise<void> =>
  ask('/company/meeting-server', { method: 'DELETE' })
