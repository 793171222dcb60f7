import { useTranslation } from 'react-i18next'

/** A point in time as people in the chosen language write it, in the time zone of whoever looks. */
export function Moment(props: { readonly at: string }) {
  const formatted = useMoment()(props.at)
  return <time dateTime={props.at}>{formatted}</time>
}

/** @returns what writes a point in time within a sentence */
export function useMoment(): (at: string) => string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (at) => format.format(new Date(at))
}
