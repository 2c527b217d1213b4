import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { randomId } from '@nansha/core/function/random-id'
import type { Database } from '@nansha/core/platform/database'
import { ISSUER } from './issuer'
import { RECORD_KEYS } from './kept-database'
import { signTrustList, TRUST_LIST } from './trust'

/** What every function of the tests' one deployment has: its issuer, its keys, its trust list. */
export function deploymentPorts(database: Database, now: () => number) {
  return {
    database,
    now,
    randomId,
    envelopes: RECORD_KEYS.data,
    verifySignature: createWebCryptoVerifier(),
    issuerUrl: ISSUER,
    issuerId: 1,
    trustList: signTrustList(),
    trust: TRUST_LIST,
  }
}
