/**
 * The address to go to after signing in: one of our own pages, whatever was asked for. What a browser would
 * understand as a name of another host (`//there`, `/\there`, a tab between the slashes) is none.
 */
export function ownPath(asked: string | undefined): string {
  return asked !== undefined && ownShape.test(asked) && asked.length <= longest ? asked : '/'
}

// Printable ASCII without a backslash: addresses are percent-encoded.
const ownShape = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/
// A cookie has room for 4,096 bytes.
const longest = 1000
