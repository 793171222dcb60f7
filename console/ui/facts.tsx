import type { ReactNode } from 'react'
import './facts.css'

/** What is known of a thing, each with its name beside it; what is null is not shown. */
export function Facts(props: {
  readonly facts: readonly (readonly [name: string, fact: ReactNode])[]
}) {
  return (
    <dl className="facts">
      {props.facts.map(
        ([name, fact]) =>
          fact !== null && (
            <div key={name} className="fact">
              <dt className="roster-quiet">{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
