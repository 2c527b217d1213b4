import { decodeBase64 } from '@nansha/shared/encoding/base64'
import { parseJson } from '@nansha/shared/encoding/parse-json'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { freshMemory, verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { verifyVerdict } from '@nansha/shared/verdict/verify-verdict'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { growth } from '../support/growth'
import { ISSUER } from '../support/issuer'
import { ANCHOR, TRUST_LIST } from '../support/trust'

/** 64 kB against 1 kB: work in proportion to the text takes about 64 times as long, a scan that starts over 4,096 times. */
const SIZES = { small: 1000, factor: 64 }
/** Between the two, and far from both: pauses of the engine do not reach it. */
const MOST = 800

const SLOW: Readonly<Record<string, (length: number) => string>> = {
  'a text that never ends': (length) => `"${'\\"'.repeat(length / 2)}`,
  'quotation marks in an object': (length) => `{"a":${'"\\'.repeat(length / 2)}`,
  'many empty texts': (length) => `[${'"",'.repeat(length / 3)}""]`,
  'many names': (length) => {
    const names = Array.from({ length: length / 10 }, (_, at) => `"${String(at).padStart(6, '0')}":1`)
    return `{${names.join()}}`
  },
  'many escaped names': (length) => {
    const names = Array.from({ length: length / 14 }, (_, at) => `"\\u0061${at}":1`)
    return `{${names.join()}}`
  },
  'white space behind a text': (length) => `["a"${' '.repeat(length)}]`,
  'brackets without end': (length) => '['.repeat(length),
}

it.each(Object.entries(SLOW))(
  'parsing JSON takes time in proportion to its length: %s',
  async (_, textOf) => {
    const read = (length: number) => parseJson(Buffer.from(textOf(length)), 65_536)
    expect(await growth(read, SIZES)).toBeLessThan(MOST)
  },
)

it('decoding base64 takes time in proportion to its length, however it is padded', async () => {
  expect(await growth((length) => decodeBase64(`${'='.repeat(length)}A`), SIZES)).toBeLessThan(MOST)
})

it('an unsigned message costs no reader more than its length', async () => {
  const part = (length: number) => Buffer.from(`{"a":"${'\\"'.repeat(length / 3)}`).toString('base64url')
  const jwsOf = (length: number) => `${part(300)}.${part(length)}.${'A'.repeat(86)}`
  const asked = { ticket: 't', scenario: 'hotel', organisationId: 'o', issuer: ISSUER } as const
  const answer = { useId: 'u', scenario: 'hotel', unlock: 'pin', claims: {}, at: NOW } as const
  const readers: readonly ((jws: string) => unknown)[] = [
    decodeJws,
    (jws) => verifyBundle({ bundle: jws, statusLists: [] }, freshMemory(ANCHOR.roots), NOW, verifyWithNoble),
    (jws) => verifyVerdict({ ...answer, verdict: jws }, undefined, asked, TRUST_LIST, NOW, verifyWithNoble),
  ]
  for (const read of readers) {
    const work = (length: number) => Promise.resolve(read(jwsOf(length))).catch(() => undefined)
    expect(await growth(work, SIZES)).toBeLessThan(MOST)
  }
})
