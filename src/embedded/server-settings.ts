import type { ServerAddress } from './server-address.ts'

/** The settings of the embedded server, for a small machine (2 cores) that also runs Roster. */
export function serverSettings(
  address: ServerAddress,
  durable: boolean,
): Readonly<Record<string, string>> {
  return {
    ...whereToListen(address),
    max_connections: '60',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    // Enough for the indexes of a million users; untouched pages cost nothing.
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    effective_cache_size: '1GB',
    // Big batches write much: rare checkpoints spare the disk whole-page images.
    max_wal_size: '2GB',
    min_wal_size: '128MB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    // A batch makes a table a hundred times as large within a minute; what is known of it, and with it the plans of all
    // queries, is to keep up.
    autovacuum_naptime: '15s',
    // The queries are short; compiling one costs more than it gains.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // Terse: details would copy people's addresses into the log.
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    logging_collector: 'off',
    ...(durable ? durableSettings : throwawaySettings),
  }
}

const durableSettings = { fsync: 'on', full_page_writes: 'on' }
const throwawaySettings = { fsync: 'off', full_page_writes: 'off' }

function whereToListen({ kind, host, port }: ServerAddress): Readonly<Record<string, string>> {
  return kind === 'socket'
    ? {
        listen_addresses: '',
        // Quoted, since the setting is a list and a folder's name may hold a comma.
        unix_socket_directories: `"${host.replaceAll('"', '""')}"`,
        unix_socket_permissions: '0700',
        port: `${port}`,
      }
    : { listen_addresses: host, unix_socket_directories: '', port: `${port}` }
}
