import { decodeBase64url, encodeBase64url } from '../encoding/base64url'
import { concatBytes } from '../encoding/bytes'
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8'
import {
  type Assurance,
  PASS_SCENARIOS,
  type PassScenario,
  passClaims,
  SCENARIOS,
  scenarioById,
  UNLOCK_METHODS,
} from '../scenarios'
import { STATUS_LIST_SIZE } from '../status/status-list'
import { packFields, readFields } from './document-fields'
import { packFrame, unpackFrame } from './frame'
import { isAge, type PackedPass, type PassClaims, type ShownPass } from './packed-pass'

/** Names the kind of code and the version of its packing. */
export const PASS_PREFIX = 'NP1:'
/** Begins a pass of the version that has the claims of any scenario. */
export const PASS_PREFIX_2 = 'NP2:'
/** Purposes that version 1 was made for; they stay in it, so that every companion can read them. */
const VERSION_1: readonly PassScenario[] = ['gate', 'age']

const prefixOf = (scenario: PassScenario) => (VERSION_1.includes(scenario) ? PASS_PREFIX : PASS_PREFIX_2)

/** Whether a text is a pass of any version. */
export function isPassText(text: string): boolean {
  return text.startsWith(PASS_PREFIX) || text.startsWith(PASS_PREFIX_2)
}

/**
 * Bytes, big endian: scenario 1 | flags 1 | issuer 2 | key hint 3 | place 4 | iat 4 | life 3 | shown 3 | jti 4 | x 32 |
 * portrait digest 16 | claims | signature 64 | KB-JWT's signature 64. `place` is the list times
 * `STATUS_LIST_SIZE` plus the index; `life` and `shown` are `exp` and the KB-JWT's `iat`, in seconds after `iat`. The claims of
 * version 1 are last four 4 | n 1 | name n at a gate and nothing at an age check; of version 2 those of the scenario's row in its
 * order, each as document-fields.ts writes it.
 */
const FIXED = 73
const SIGNATURE = 64
const LAST_FOUR = 4
/** Flags: bits 0–1 and 6 assurance, 2–3 unlock, 4 parity of `y`, 5 aged 18; bit 7 is 0. */
const ADULT = 32
/** Its number is written where it lies in the flags: bit 6 came later, and a reader that does not know it refuses it. */
const ASSURANCE_FLAGS: Readonly<Record<Assurance, number>> = {
  specimen: 0,
  'platform-face': 1,
  'face+registry': 2,
  'in-person': 3,
  'guided-face': 64,
}
const ASSURANCE_BITS = 64 + 3
const UNUSED_BITS = 128

/**
 * Packs a pass for a QR code: everything that is the same in all passes of an issuer is left out.
 *
 * @throws RangeError when a number is beyond its bytes, or a name too long for a frame
 */
export function packPass(pass: ShownPass): string {
  const numbers = new DataView(new ArrayBuffer(21))
  numbers.setUint8(0, SCENARIOS[pass.scenario].id)
  numbers.setUint8(1, flagsOf(pass))
  numbers.setUint16(2, pass.issuerId)
  numbers.setUint32(7, placeOf(pass))
  numbers.setUint32(11, pass.iat)
  setUint24(numbers, 15, pass.exp - pass.iat)
  setUint24(numbers, 18, pass.shownAt - pass.iat)
  const head = new Uint8Array(numbers.buffer)
  head.set(fixedBytes(pass.keyHint, 3), 4)
  const bytes = concatBytes(
    head,
    fixedBytes(pass.jti, 4),
    fixedBytes(pass.x, 32),
    fixedBytes(pass.portraitDigest, 16),
    packClaims(pass),
    pass.signature,
    pass.bindingSignature,
  )
  return packFrame(prefixOf(pass.scenario), bytes)
}

/**
 * Reads a pass as scanned. There is one text for each pass: `packPass(unpackPass(text))` is `text`.
 *
 * @returns `undefined` for anything else: another prefix or scenario, a flag without a meaning, a name that is not UTF-8
 */
export function unpackPass(text: string): ShownPass | undefined {
  const prefix = text.startsWith(PASS_PREFIX_2) ? PASS_PREFIX_2 : PASS_PREFIX
  const bytes = unpackFrame(prefix, text)
  if (!bytes || bytes.length < FIXED + 2 * SIGNATURE) return undefined
  const view = new DataView(bytes.buffer)
  const scenario = passScenario(view.getUint8(0))
  if (!scenario || prefixOf(scenario) !== prefix) return undefined
  const flags = view.getUint8(1)
  const assurance = assuranceOf(flags)
  const unlock = UNLOCK_METHODS[(flags >> 2) & 3]
  const claims = readClaims(scenario, flags, bytes.slice(FIXED, -2 * SIGNATURE))
  if ((flags & UNUSED_BITS) !== 0 || !assurance || !unlock || !claims) return undefined

  const place = view.getUint32(7)
  const iat = view.getUint32(11)
  return {
    scenario,
    assurance,
    unlock,
    issuerId: view.getUint16(2),
    keyHint: encodeBase64url(bytes.slice(4, 7)),
    list: Math.floor(place / STATUS_LIST_SIZE),
    index: place % STATUS_LIST_SIZE,
    iat,
    exp: iat + getUint24(view, 15),
    shownAt: iat + getUint24(view, 18),
    jti: encodeBase64url(bytes.slice(21, 25)),
    x: encodeBase64url(bytes.slice(25, 57)),
    parity: flags & 16 ? '1' : '0',
    portraitDigest: encodeBase64url(bytes.slice(57, FIXED)),
    claims,
    signature: bytes.slice(-2 * SIGNATURE, -SIGNATURE),
    bindingSignature: bytes.slice(-SIGNATURE),
  }
}

function flagsOf({ assurance, unlock, parity, claims }: PackedPass): number {
  const adult = isAge(claims) && claims.age_equal_or_over[18] ? ADULT : 0
  return ASSURANCE_FLAGS[assurance] | (UNLOCK_METHODS.indexOf(unlock) << 2) | (Number(parity) << 4) | adult
}

function assuranceOf(flags: number): Assurance | undefined {
  const names = Object.keys(ASSURANCE_FLAGS) as Assurance[]
  return names.find((name) => ASSURANCE_FLAGS[name] === (flags & ASSURANCE_BITS))
}

function placeOf({ list, index }: PackedPass): number {
  const place = list * STATUS_LIST_SIZE + index
  if (index >= STATUS_LIST_SIZE || place > 0xffffffff) throw new RangeError('A place that no frame can name.')
  return place
}

function passScenario(id: number): PassScenario | undefined {
  const named = scenarioById(id)
  return PASS_SCENARIOS.find((scenario) => scenario === named)
}

function packClaims({ scenario, claims }: PackedPass): Uint8Array {
  if (isAge(claims)) return new Uint8Array(0)
  if (prefixOf(scenario) === PASS_PREFIX_2) return packFields(passClaims(scenario), claims)
  const name = encodeUtf8(claims.name ?? '')
  return concatBytes(encodeUtf8(claims.id_number_last4 ?? ''), Uint8Array.of(name.length), name)
}

function readClaims(scenario: PassScenario, flags: number, bytes: Uint8Array): PassClaims | undefined {
  const isAdult = (flags & ADULT) !== 0
  if (scenario === 'age') return bytes.length === 0 ? { age_equal_or_over: { 18: isAdult } } : undefined
  if (!isAdult && prefixOf(scenario) === PASS_PREFIX_2) return readFields(passClaims(scenario), bytes)
  if (isAdult || bytes.length !== LAST_FOUR + 1 + (bytes[LAST_FOUR] ?? 0)) return undefined
  const id_number_last4 = decodeUtf8(bytes.slice(0, LAST_FOUR))
  const name = decodeUtf8(bytes.slice(LAST_FOUR + 1))
  return name && id_number_last4 && /^\d{3}[\dX]$/.test(id_number_last4)
    ? { name, id_number_last4 }
    : undefined
}

function setUint24(view: DataView, at: number, value: number): void {
  if (!(value >= 0 && value < 0x1000000)) throw new RangeError('More seconds than a pass can say.')
  view.setUint8(at, value >> 16)
  view.setUint16(at + 1, value & 0xffff)
}

function getUint24(view: DataView, at: number): number {
  return view.getUint8(at) * 0x10000 + view.getUint16(at + 1)
}

function fixedBytes(text: string, length: number): Uint8Array {
  const bytes = decodeBase64url(text)
  if (bytes?.length !== length) throw new RangeError(`Expected ${length} bytes in base64url.`)
  return bytes
}
