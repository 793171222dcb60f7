/** Does the address say where its parts go? */
export function hasPlaceholder(address: string, name: keyof typeof sample): boolean {
  return address.includes(`{${name}}`)
}

/** The address that one person would be led to; null where it does not lead to a room yet. */
export function exampleAddress(address: string): string | null {
  const filled = address
    .trim()
    .replace(/\{([a-z]+)\}/gu, (text, name: string) =>
      isPlaceholder(name) ? encodeURIComponent(sample[name]) : text,
    )
  return hasPlaceholder(address, 'room') && URL.canParse(filled) ? filled : null
}

const sample = {
  room: '01975e2c-7a40-7c31-9b1e-2f6d8a5b0c47',
  title: 'Room 1',
  name: 'Ada Lovelace',
  role: 'Moderator',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoi.MEUCIQ',
}

function isPlaceholder(name: string): name is keyof typeof sample {
  return Object.hasOwn(sample, name)
}
