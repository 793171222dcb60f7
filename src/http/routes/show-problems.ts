import { requestErrors } from '../../domain/request-error.ts'
import { escape, page } from '../pages/page.ts'
import { sendPage } from '../pages/send-page.ts'
import type { Route } from '../route.ts'

/** Every code of an error: the `type` of a problem leads here. */
export const showProblems: Route = (server) => {
  const rows = Object.entries(requestErrors)
    .map(
      ([code, { status, exit, title }]) =>
        `<tr id="${escape(code)}"><td><code>${escape(code)}</code></td><td>${status}</td><td>${exit}</td><td>${escape(title.en)}</td></tr>`,
    )
    .join('\n')
  const content = page(
    'Roster: problems',
    `<h1>What a request may be refused for</h1>
<p>Errors come as <code>application/problem+json</code> (RFC 9457). The code is stable; words in braces
are among the <code>details</code>.</p>
<table>
<tr><th>code</th><th>status</th><th>exit code</th><th>sentence</th></tr>
${rows}
</table>`,
  )
  server.get(
    '/api/problems',
    { config: { act: 'show-problems' }, schema: { hide: true } },
    (_, reply) => sendPage(reply, content),
  )
}
