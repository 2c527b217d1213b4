import type { Extensions } from './read-extensions'

/** Bits of `keyUsage` (RFC 5280 §4.2.1.3), as the first byte of its bit string holds them. */
export const KEY_USAGE = { digitalSignature: 0x80, keyCertSign: 0x04 } as const

/** Whether a certificate that says what its key is for allows this use. */
export function allowsUse(
  { usage }: Pick<Extensions, 'usage'>,
  bit: (typeof KEY_USAGE)[keyof typeof KEY_USAGE],
): boolean {
  return usage !== undefined && (usage & bit) !== 0
}
