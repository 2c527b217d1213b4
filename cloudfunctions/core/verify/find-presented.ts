import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { HANDLES, type Handle } from '../records/handles'
import type { ShownChild } from '../records/uses'
import type { VerifyPorts } from './verify-ports'

/** What a handle stands for. */
export interface Presented {
  readonly handle: Handle
  /** The holder's own identity. */
  readonly credential: Credential
  /** The child whose card is shown in its place. */
  readonly child?: ShownChild
}

/**
 * Looks up what a handle stands for. For an unknown handle it does as many look-ups, so that the time of the answer
 * does not reveal which it was.
 */
export async function findPresented(
  { database }: Pick<VerifyPorts, 'database'>,
  handle: string,
): Promise<Presented | undefined> {
  const known = await database.in(HANDLES).get(handle)
  const credential = await database.in(CREDENTIALS).get(known?.credentialId ?? 'unknown')
  return known && credential ? { handle: known, credential } : undefined
}

/** Signatures under an unknown handle are checked with this key, whose private half was thrown away. */
export const NOBODY: EcPublicJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'S1vj4mr4qvg7fta2VIX_tM9ixD0wzaWVu67I5aKF0QM',
  y: 'km0pSxmyFkkifEucb3OotvcgV2X9VpnwvNwmjaIXpww',
}
