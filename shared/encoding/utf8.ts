/**
 * UTF-8 (RFC 3629) without TextEncoder, which the mini-program runtime lacks.
 *
 * @throws RangeError for a lone surrogate, which has no UTF-8 form
 */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x80) return encodeAny(text)
    bytes[i] = unit
  }
  return bytes
}

/** The slower path, for text that is not all ASCII. The longest texts, JWS, are all ASCII. */
function encodeAny(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number
    if (point >= 0xd800 && point <= 0xdfff) throw new RangeError('A lone surrogate is not a character.')
    if (point < 0x80) bytes[at++] = point
    else {
      const tails = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
      bytes[at++] = (LEADS[tails] as number) | (point >> (6 * tails))
      for (let tail = tails - 1; tail >= 0; tail--) bytes[at++] = 0x80 | ((point >> (6 * tail)) & 0x3f)
      if (tails === 3) i++ // two code units
    }
  }
  return bytes.slice(0, at)
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

/** What the first byte of a form with so many tail bytes begins with. */
const LEADS = [0, 0xc0, 0xe0, 0xf0]
