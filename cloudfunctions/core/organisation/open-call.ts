import { SignedCall } from '@nansha/shared/api/operator'
import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import { verifyOperatorCall } from '@nansha/shared/operator-call/verify-operator-call'
import * as v from 'valibot'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import { requireAccount } from '../function/require-account'
import type { Caller } from '../platform/caller'
import type { Database } from '../platform/database'
import { type AccountKey, accountKey } from '../records/account-key'
import { OPERATOR_CALLS } from '../records/operator-calls'
import { type Operators, signerAccount } from './operators'

export interface OperatorCallPorts {
  readonly database: Database
  readonly now: Now
  readonly randomId: RandomId
  readonly issuerUrl: string
  readonly verifySignature: VerifySignature
  readonly operators: Operators
}

/** Who asks a function for something, and for what. */
export interface Call {
  readonly who: AccountKey
  /** Good once. */
  readonly callId: string
  /** Not parsed yet. */
  readonly event: unknown
}

/** An operator's calls are kept as long as officers' decisions (docs/privacy.md). */
const KEPT_MS = 3 * 365 * DAY_MS

/**
 * Whether an operator signed this event, rather than a mini-program sent it. The platform adds a field to what
 * mini-programs send, so that others beside it are let be.
 */
export function isSignedCall(event: unknown): event is SignedCall {
  return v.is(v.looseObject(SignedCall.entries), event)
}

/**
 * Reads who asks: the account of the mini-program, or the operator whose key signed. Who delivers a signed call does not
 * matter: the command of docs/operations.md comes as a script of the environment, with nobody's account.
 *
 * @throws NanshaError CALLER_UNKNOWN, OPERATOR_CALL_INVALID
 */
export async function openCall(
  ports: Pick<OperatorCallPorts, 'randomId' | 'issuerUrl' | 'operators' | 'now' | 'verifySignature'>,
  caller: Caller,
  event: unknown,
): Promise<Call> {
  if (!isSignedCall(event))
    return { who: accountKey(requireAccount(caller)), callId: ports.randomId(), event }
  const expected = {
    audience: ports.issuerUrl,
    keys: ports.operators.keys,
    now: unixSeconds(ports.now()),
  }
  const call = await verifyOperatorCall(event.signed, expected, ports.verifySignature)
  return { who: signerAccount(call.keyId), callId: `${call.keyId}.${call.callId}`, event: call.event }
}

/**
 * Writes down what an operator asks for, before it is done. A signed call is thereby spent.
 *
 * @throws NanshaError REQUEST_REPLAYED
 */
export async function recordOperatorCall(
  { database, now }: Pick<OperatorCallPorts, 'database' | 'now'>,
  { who, callId }: Call,
  asked: {
    readonly action: string
    readonly organisationId?: string
    readonly reference?: string
  },
): Promise<void> {
  const inserted = await database.in(OPERATOR_CALLS).insert({
    _id: callId,
    operator: who,
    action: asked.action,
    organisationId: asked.organisationId ?? null,
    reference: asked.reference ?? null,
    at: new Date(now()),
    expiresAt: new Date(now() + KEPT_MS),
  })
  if (inserted === 'duplicate') throw new NanshaError('REQUEST_REPLAYED')
}
