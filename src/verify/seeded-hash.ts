/** A number of 32 bits for some words of an array. */
export type SeededHash = (words: Uint32Array, from: number, end: number) => number

/**
 * HalfSipHash-1-3 with a key of its own: whoever brings a file cannot choose texts of which many get the same number,
 * as with a hash that is known, and so cannot make a table of them slow.
 */
export function seededHash(): SeededHash {
  const [seed0 = 0, seed1 = 0] = crypto.getRandomValues(new Uint32Array(2))
  return (words, from, end) => {
    let v0 = seed0
    let v1 = seed1
    let v2 = seed0 ^ 0x6c796765
    let v3 = seed1 ^ 0x74656462
    // One round for each word, and three behind the last, which changes nothing but the state's third part.
    for (let at = from; at < end + 3; at++) {
      const word = at < end ? (words[at] ?? 0) : 0
      if (at === end) v2 ^= 0xff
      v3 ^= word
      v0 = (v0 + v1) | 0
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0
      v0 = (v0 << 16) | (v0 >>> 16)
      v2 = (v2 + v3) | 0
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2
      v0 = (v0 + v3) | 0
      v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0
      v2 = (v2 + v1) | 0
      v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2
      v2 = (v2 << 16) | (v2 >>> 16)
      v0 ^= word
    }
    return (v1 ^ v3) >>> 0
  }
}
