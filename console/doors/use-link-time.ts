import { useMoment } from '../ui/moment.tsx'

/** @returns what writes a time that a refusal names, in the time zone of whoever reads it */
export function useLinkTime(): (at: string | number | undefined) => string {
  const moment = useMoment()
  return (at) => {
    const isTime = typeof at === 'string' && !Number.isNaN(Date.parse(at))
    return isTime ? moment(at) : String(at ?? '')
  }
}
