import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { verifyCheckpoint } from '@nansha/shared/log/checkpoint'
import { decodeEntry } from '@nansha/shared/log/entry'
import { decodeBundle } from '@nansha/shared/log/entry-bundle'
import { verifyStapledProof } from '@nansha/shared/log/stapled-proof'
import { parseTilePath } from '@nansha/shared/log/tile'
import { parseVerifierKey } from '@nansha/shared/log/verifier-key'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { logSigner } from '../support/log'

it('a reader of the log refuses whatever is served without failing itself', () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '',
        logSigner.origin,
        '— ',
        '0',
        '18446744073709551616',
        'c2sp.org/tlog-proof@v1',
        'index 1',
      ),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => `— ${logSigner.origin} ${encodeBase64(bytes)}`),
      fc.uint8Array({ minLength: 32, maxLength: 32 }).map(encodeBase64),
    ),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(lines, fc.uint8Array({ maxLength: 200 }), (hostile, bytes) => {
      for (const text of [hostile.join('\n'), `${hostile.join('\n')}\n`]) {
        expect(verifyCheckpoint(text, logSigner)).toBeUndefined()
        expect(verifyStapledProof(text, text, logSigner)).toBeUndefined()
        expect(parseTilePath(text)).toBeUndefined()
        expect(parseVerifierKey(text)).toBeUndefined()
      }
      expect(decodeEntry(bytes)).toBeUndefined()
      const entries = decodeBundle(bytes, 1)
      expect(entries === undefined || entries.length === 1).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
