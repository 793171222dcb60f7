import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

// Takes every mail, and says at which port.
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _session, callback) => {
    stream.once('end', () => callback()).resume()
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
const address = server.server.address()
console.log(typeof address === 'object' ? address?.port : address)
