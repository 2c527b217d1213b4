const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]))

/** Base45 (RFC 9285): two bytes in three characters of a QR code's alphanumeric mode. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const pair = i + 1 < bytes.length
    let rest = pair ? (bytes[i] as number) * 256 + (bytes[i + 1] as number) : (bytes[i] as number)
    for (let c = 0; c < (pair ? 3 : 2); c++) {
      text += ALPHABET.charAt(rest % 45)
      rest = Math.floor(rest / 45)
    }
  }
  return text
}

/**
 * Decodes base45. A group that stands for more than its bytes can hold is refused (RFC 9285 §6), so every text that is
 * accepted is the one that {@link encodeBase45} writes.
 *
 * @returns the bytes, or `undefined`
 */
export function decodeBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0))
  for (let i = 0, at = 0; i < text.length; i += 3, at += 2) {
    const group = text.slice(i, i + 3)
    const number = groupNumber(group)
    if (number === undefined || number >= (group.length === 3 ? 0x10000 : 0x100)) return undefined
    if (group.length === 3) bytes[at] = number >> 8
    bytes[group.length === 3 ? at + 1 : at] = number & 0xff
  }
  return bytes
}

function groupNumber(group: string): number | undefined {
  let number = 0
  for (let c = group.length - 1; c >= 0; c--) {
    const value = VALUES.get(group.charAt(c))
    if (value === undefined) return undefined
    number = number * 45 + value
  }
  return number
}
