const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
/** The value of each ASCII character, or −1. */
const VALUES = new Int8Array(128).fill(-1)
for (let value = 0; value < 45; value++) VALUES[ALPHABET.charCodeAt(value)] = value

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
  for (let i = 0, at = 0; i < text.length; i += 3) {
    const characters = Math.min(3, text.length - i)
    let number = 0
    for (let c = characters - 1; c >= 0; c--) {
      const value = VALUES[text.charCodeAt(i + c)] ?? -1
      if (value < 0) return undefined
      number = number * 45 + value
    }
    if (number >= (characters === 3 ? 0x10000 : 0x100)) return undefined
    if (characters === 3) bytes[at++] = number >> 8
    bytes[at++] = number & 0xff
  }
  return bytes
}
