/**
 * UTF-8 (RFC 3629) without TextEncoder, which the mini-program runtime lacks.
 *
 * @throws RangeError for a lone surrogate, which has no UTF-8 form
 */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) as number
    if (point >= 0xd800 && point <= 0xdfff) throw new RangeError('A lone surrogate is not a character.')
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point, 0))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point, 1), tail(point, 0))
    else bytes.push(0xf0 | (point >> 18), tail(point, 2), tail(point, 1), tail(point, 0))
  }
  return Uint8Array.from(bytes)
}

/** @returns the text, or `undefined` for bytes that are not UTF-8: overlong forms, surrogates, beyond U+10FFFF. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  let text = ''
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number
    const length = lead < 0x80 ? 1 : lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 0
    if (length === 0 || i + length > bytes.length) return undefined
    let point = length === 1 ? lead : lead & (0x7f >> length)
    for (let t = 1; t < length; t++) {
      const byte = bytes[i + t] as number
      if (byte >> 6 !== 0b10) return undefined
      point = (point << 6) | (byte & 0x3f)
    }
    if (point < (SMALLEST[length] as number) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
      return undefined
    text += String.fromCodePoint(point)
    i += length
  }
  return text
}

/** The first code point that needs a form of this many bytes; anything smaller in it is overlong. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000]

function tail(point: number, index: number): number {
  return 0x80 | ((point >> (6 * index)) & 0x3f)
}
