/** Kinds of QR code by the letter of their prefix; the digit behind it is the version of the packing. */
const KINDS = { T: 'ticket', P: 'pass', F: 'portrait', D: 'desk-code' } as const

export type CodeKind = (typeof KINDS)[keyof typeof KINDS]

/**
 * Tells a code of Nansha ID from whatever else a camera sees: payment, Wi-Fi, a poster. Whether the code is any good is for its reader.
 *
 * @returns the kind, of whatever version; `undefined` for a foreign code
 */
export function kindOfCode(text: string): CodeKind | undefined {
  const letter = /^N([TPFD])[0-9]:/.exec(text)?.[1] as keyof typeof KINDS | undefined
  return letter && KINDS[letter]
}
