import { createRemoteSigner, signingKeyName } from '@nansha/core/clients/remote-signer'
import type { Signer } from '@nansha/core/crypto/signer'
import type { CallFunction } from '@nansha/core/platform/call-function'
import { createSigningService } from '@nansha/core/signing/sign-for-caller'
import { openSigningRequest, SIGNING_CALLERS, type SigningCaller } from '@nansha/core/signing/signing-request'
import { NanshaError } from '@nansha/shared/errors'
import { createTestClock } from './clock'
import { ISSUER, issuerSigner } from './issuer'
import { deskSigner } from './trust'

/** The key that a caller and `signer` share. */
export const signingKey = (caller: SigningCaller) => Buffer.alloc(32, 30 + SIGNING_CALLERS.indexOf(caller))

/** The function `signer` in memory, and each caller's way to it. */
export function createSigning(changes: { readonly acceptSpecimens?: boolean } = {}) {
  const clock = createTestClock()
  const now = () => clock.now
  const deployment = { issuerUrl: ISSUER, issuerId: 1, acceptSpecimens: false, ...changes, now }
  const sign = createSigningService(
    { issuer: issuerSigner, online: issuerSigner, desk: deskSigner },
    deployment,
  )
  const keys: Record<string, Uint8Array> = {}
  for (const caller of SIGNING_CALLERS) keys[caller] = signingKey(caller)
  /** Events that reached it. */
  const events: unknown[] = []
  const call: CallFunction = async (_name, event) => {
    events.push(event)
    try {
      const asked = openSigningRequest(keys as Record<SigningCaller, Uint8Array>, event, now)
      return { ok: true, signed: await sign(asked.caller, asked.messages) }
    } catch (error) {
      if (error instanceof NanshaError) return { ok: false, code: error.code, details: error.details }
      throw error
    }
  }
  const signerOf = (caller: SigningCaller, by: CallFunction = call): Signer => {
    const environment = { [signingKeyName(caller)]: signingKey(caller).toString('base64url') }
    return createRemoteSigner(by, caller, environment, now)
  }
  return { clock, now, call, events, signerOf }
}
