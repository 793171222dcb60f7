import { operations } from '../../operations/index.ts'
import { escape, page } from '../pages/page.ts'
import { sendPage } from '../pages/send-page.ts'
import type { Route } from '../route.ts'

/** What runs here, for people who open the address in a browser. */
export const showHome: Route = (server, { version }) => {
  const list = operations
    .map(
      ({ label, summary }) => `<tr><th>${escape(label.en)}</th><td>${escape(summary.en)}</td></tr>`,
    )
    .join('\n')
  const content = page(
    'Roster',
    `<h1>Roster</h1>
<p>Change many users, rooms and guests at once: choose an operation, bring a file, verify, execute.</p>
<h2>Use it</h2>
<p>By command line:</p>
<pre><code>roster run invite-users people.csv --verify</code></pre>
<p>By program: <a href="/api/docs">the HTTP API</a>, its <a href="/api/v1/openapi.json">OpenAPI document</a>
and <a href="/api/problems">what a request may be refused for</a>.</p>
<h2>Operations</h2>
<table>
${list}
</table>
<p class="quiet">Version ${escape(version)} · <a href="/ready">ready?</a></p>`,
  )
  server.get('/', { config: { act: 'show-home' }, schema: { hide: true } }, (_, reply) =>
    sendPage(reply, content),
  )
}
