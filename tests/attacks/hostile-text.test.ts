import { verifyDeskCode } from '@nansha/shared/desk-code/verify-desk-code'
import { encodeBase45 } from '@nansha/shared/encoding/base45'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { verifyProof } from '@nansha/shared/pass/verify-proof'
import { verifyProofOfPossession } from '@nansha/shared/proof/verify-proof-of-possession'
import { verifyStatusList } from '@nansha/shared/status/verify-status-list'
import { freshMemory, verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { verifyTrustList } from '@nansha/shared/trust/verify-trust-list'
import { verifyVerdict } from '@nansha/shared/verdict/verify-verdict'
import { verifyWalletRequest } from '@nansha/shared/wallet-request/verify-wallet-request'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { encode, outcomes } from '../support/forge'
import { ISSUER, issuerSigner } from '../support/issuer'
import { holderKey } from '../support/keys'
import { ANCHOR, TRUST_LIST } from '../support/trust'

const key = holderKey().publicJwk
const expected = { audience: ISSUER, nonce: 'n', key, now: NOW }
const ASKED = { ticket: 't', scenario: 'hotel', organisationId: 'o', issuer: ISSUER } as const
const ANSWER = { useId: 'u', scenario: 'hotel', unlock: 'pin', claims: {}, at: NOW } as const
/** A code of the right kind: its bytes are what is hostile. */
const asFrame = (prefix: string, text: string) => prefix + encodeBase45(Buffer.from(text))
const readers: readonly ((text: string) => Promise<unknown>)[] = [
  (text) => verifyProofOfPossession(text, expected, verifyWithNoble),
  (text) => verifyWalletRequest(text, expected, verifyWithNoble),
  (text) => verifyTrustList(text, ANCHOR, NOW, verifyWithNoble),
  (text) =>
    verifyStatusList(text, { uri: 'u', keys: [issuerSigner.publicJwk], notBefore: 0 }, NOW, verifyWithNoble),
  (text) =>
    verifyBundle({ bundle: text, statusLists: [text] }, freshMemory(ANCHOR.roots), NOW, verifyWithNoble),
  (text) => verifyDeskCode(text, TRUST_LIST, 1, NOW, verifyWithNoble),
  (text) => verifyDeskCode(asFrame('ND1:', text), TRUST_LIST, 1, NOW, verifyWithNoble),
  (text) => verifyProof(asFrame('NP1:', text), 'gate', TRUST_LIST, NOW, verifyWithNoble),
  (text) => verifyVerdict({ ...ANSWER, verdict: text }, undefined, ASKED, TRUST_LIST, NOW, verifyWithNoble),
]

it('every reader answers any text with a code, and never throws', async () => {
  const part = fc.oneof(
    fc.json({ maxDepth: 4 }).map((json) => Buffer.from(json).toString('base64url')),
    fc
      .record({ alg: fc.constant('ES256'), typ: fc.string(), kid: fc.jsonValue(), jwk: fc.jsonValue() })
      .map(encode),
    fc.string(),
    fc.constant('A'.repeat(86)),
  )
  const text = fc.oneof(
    fc.tuple(part, part, part).map((parts) => parts.join('.')),
    fc.array(part, { maxLength: 5 }).map((parts) => parts.join('~')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  )
  await fc.assert(
    fc.asyncProperty(text, async (hostile) => {
      for (const read of readers) {
        await expect(read(hostile)).rejects.toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/) })
      }
      expect((await outcomes(hostile))[0]).toMatch(/^[A-Z_]+/)
    }),
    { numRuns: 200 },
  )
})
