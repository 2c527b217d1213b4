import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '../encoding/bytes'
import { encodeUtf8 } from '../encoding/utf8'

/**
 * Derives the content key of `ECDH-ES` in Direct Key Agreement mode (RFC 7518 §4.6.2); one round of SHA-256 is enough for 256 bits.
 *
 * @param shared the x-coordinate that both sides know, 32 bytes
 * @param enc `AlgorithmID`
 * @param bits of the key, at most 256
 * @param apu what the parties call themselves, bytes; empty when the header has none
 */
export function concatKdf(
  shared: Uint8Array,
  enc: string,
  bits: number,
  apu = new Uint8Array(0),
  apv = new Uint8Array(0),
): Uint8Array {
  const input = concatBytes(
    uint32(1),
    shared,
    prefixed(encodeUtf8(enc)),
    prefixed(apu),
    prefixed(apv),
    uint32(bits),
  )
  return sha256(input).slice(0, bits / 8)
}

function prefixed(bytes: Uint8Array): Uint8Array {
  return concatBytes(uint32(bytes.length), bytes)
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
