import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Judges PINs by slow fingerprints under a key. */
export interface PinHash {
  /** @returns `scrypt.<log2 N>.<r>.<p>.<salt>.<fingerprint>`, the last two in base64url */
  of(deviceId: string, pin: string): Promise<string>
  isRight(hash: string, deviceId: string, pin: string): Promise<boolean>
  /** Whether a fingerprint was made with another cost than the present one. */
  isOutdated(hash: string): boolean
}

interface Cost {
  /** log2 of N: memory is 128 · N · r bytes. */
  readonly logN: number
  readonly r: number
  readonly p: number
}

/** 32 MB and about 0.2 s: of the equally strong settings that OWASP names, the one that fits a small function best. */
const COST: Cost = { logN: 15, r: 8, p: 3 }
const BYTES = 32

/**
 * scrypt (RFC 7914) over an HMAC of device and PIN. Without the key a million guesses tell nothing; with it each of them
 * costs memory and time.
 *
 * @param key 32 bytes, which `wallet` alone holds
 */
export function createPinHash(key: Uint8Array, cost = COST): PinHash {
  const pepper = Buffer.from(hkdfSync('sha256', key, '', 'nansha pin fingerprint', BYTES))
  const derive = (deviceId: string, pin: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> => {
    const secret = createHmac('sha256', pepper)
      .update(JSON.stringify([deviceId, pin]))
      .digest()
    const options = { N: 2 ** logN, r, p, maxmem: 2 * 128 * 2 ** logN * r }
    return new Promise((resolve, reject) =>
      scrypt(secret, salt, BYTES, options, (fault, derived) => (fault ? reject(fault) : resolve(derived))),
    )
  }
  return {
    async of(deviceId, pin) {
      const salt = randomBytes(16)
      const derived = await derive(deviceId, pin, salt, cost)
      const { logN, r, p } = cost
      return ['scrypt', logN, r, p, salt.toString('base64url'), derived.toString('base64url')].join('.')
    },
    async isRight(hash, deviceId, pin) {
      const { salt, derived, ...made } = read(hash)
      return timingSafeEqual(derived, await derive(deviceId, pin, salt, made))
    },
    isOutdated(hash) {
      const { logN, r, p } = read(hash)
      return logN !== cost.logN || r !== cost.r || p !== cost.p
    },
  }
}

/** Reads a fingerprint as {@link createPinHash} writes it. @throws Error for any other text, which nobody but this cloud could store */
function read(hash: string): Cost & { readonly salt: Buffer; readonly derived: Buffer } {
  const [name, logN, r, p, salt = '', derived = ''] = hash.split('.')
  const bytes = Buffer.from(derived, 'base64url')
  if (name !== 'scrypt' || bytes.length !== BYTES)
    throw new Error('A PIN is on record in no form that is known.')
  return {
    logN: Number(logN),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    derived: bytes,
  }
}
