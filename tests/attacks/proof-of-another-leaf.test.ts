import { logOf } from '@nansha/shared/log/issuer-log'
import { parseProof } from '@nansha/shared/log/proof'
import { stapleProof, verifyStapledProof } from '@nansha/shared/log/stapled-proof'
import { expect, it } from 'vitest'
import { createLogPhone } from '../miniprogram/citizen/support/log-phone'
import { logEntry } from '../support/log'

it('the proof of one credential does not show another, though both are of one log', async () => {
  const phone = await createLogPhone()
  await phone.issue(logEntry('bob', 'bob'))
  const { log } = await phone.look()
  const [issuer] = phone.deployment.ports.trust.issuers
  const proof = parseProof(log.staple?.proof ?? '')
  if (!issuer || !proof) throw new Error('no proof')
  expect(verifyStapledProof(log.staple?.proof ?? '', phone.jws, logOf(issuer))).toBeDefined()
  const secret = 'a.credential.outside-of-the-log'
  expect(verifyStapledProof(log.staple?.proof ?? '', secret, logOf(issuer))).toBeUndefined()
  const { sha256 } = await import('@noble/hashes/sha2.js')
  const made = { ...logEntry('', 'bob'), credential: sha256(Uint8Array.from(Buffer.from(secret))) }
  expect(verifyStapledProof(stapleProof(made, proof), secret, logOf(issuer))).toBeUndefined()
})
