import { randomBytes } from 'node:crypto'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import {
  listOrganisations,
  renewLicence,
  resumeOrganisation,
  suspendOrganisation,
} from '@nansha/core/organisation/licences'
import { openCall, recordOperatorCall } from '@nansha/core/organisation/open-call'
import { readOperators } from '@nansha/core/organisation/operators'
import type { Caller } from '@nansha/core/platform/caller'
import type { AccountKey } from '@nansha/core/records/account-key'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createJws } from '@nansha/shared/jws/create-jws'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { createOperatorCall } from '@nansha/shared/operator-call/create-operator-call'
import { beforeEach, expect, it } from 'vitest'
import { newHolderKey } from '#support/enrol-ports'
import { ISSUER } from '#support/issuer'
import { createOffice } from '#support/organisation'

const FORBIDDEN = { code: 'CALLER_FORBIDDEN' }
const INVALID = { code: 'OPERATOR_CALL_INVALID' }
const MANAGER = 'wxverifier:manager' as const
/** A script with the platform's credentials, and no account. */
const SCRIPT: Caller = { account: null, source: ['scf'] }

let office: ReturnType<typeof createOffice>
let key: HolderKey
let organisationId: string
const seconds = () => unixSeconds(office.clock.now)
const portsOf = (operator: HolderKey) => ({
  ...office.ports,
  operators: readOperators({ NANSHA_OPERATOR_KEYS: JSON.stringify([operator.publicJwk]) }),
  issuerUrl: ISSUER,
  verifySignature: createWebCryptoVerifier(),
})
const callOf = (changes: Partial<Parameters<typeof createOperatorCall>[0]> = {}) =>
  createOperatorCall({
    key,
    audience: ISSUER,
    issuedAt: seconds(),
    callId: randomBytes(16).toString('base64url'),
    event: { action: 'suspend', organisationId },
    ...changes,
  })
beforeEach(async () => {
  office = createOffice()
  key = newHolderKey()
  organisationId = await office.onboard()
  await office.hire(MANAGER, organisationId, 'manager')
})

it('neither a manager nor a stranger renews, withdraws, gives back or lists licences', async () => {
  const before = office.database.dump().organisations
  for (const who of [MANAGER, 'wxcitizen:stranger', 'operator-key:forged'] as AccountKey[]) {
    const licenceExpiresAt = seconds() + 86_400
    const renew = { action: 'renew', organisationId, licenceExpiresAt } as const
    await expect(renewLicence(office.ports, who, renew)).rejects.toMatchObject(FORBIDDEN)
    await expect(
      suspendOrganisation(office.ports, who, { action: 'suspend', organisationId }),
    ).rejects.toMatchObject(FORBIDDEN)
    await expect(
      resumeOrganisation(office.ports, who, { action: 'resume', organisationId }),
    ).rejects.toMatchObject(FORBIDDEN)
    await expect(listOrganisations(office.ports, who)).rejects.toMatchObject(FORBIDDEN)
  }
  expect(office.database.dump().organisations).toEqual(before)
})

it('what somebody else signed, for elsewhere, at another time or in another form is no operator’s call', async () => {
  const ports = portsOf(key)
  const own = { typ: 'nansha-operator+jwt', kid: keyThumbprint(key.publicJwk) }
  const payload = { aud: ISSUER, iat: seconds(), jti: 'A'.repeat(22), event: { action: 'organisations' } }
  const stranger = newHolderKey()
  for (const [what, signed] of Object.entries({
    stranger: callOf({ key: stranger }),
    'stranger under the name of the operator': createJws(stranger.privateKey, own, payload),
    elsewhere: callOf({ audience: 'https://id.example/other' }),
    old: callOf({ issuedAt: seconds() - 301 }),
    early: callOf({ issuedAt: seconds() + 61 }),
    'of another type': createJws(key.privateKey, { ...own, typ: 'nansha-request+jwt' }, payload),
    'without an event': createJws(key.privateKey, own, { ...payload, event: 'suspend' }),
    'without an id': createJws(key.privateKey, own, { ...payload, jti: 'x' }),
  }))
    await expect(openCall(ports, SCRIPT, { signed }), what).rejects.toMatchObject(INVALID)
  await expect(openCall(ports, SCRIPT, { action: 'organisations' })).rejects.toMatchObject({
    code: 'CALLER_UNKNOWN',
  })
})

it('a signed call that was overheard is carried out once, whoever sends it again', async () => {
  const ports = portsOf(key)
  const event = { signed: callOf() }
  const asked = { action: 'suspend', organisationId }
  const call = await openCall(ports, SCRIPT, event)
  await recordOperatorCall(ports, call, asked)
  const again = await openCall(ports, { account: null, source: ['wx_client'] }, event)
  await expect(recordOperatorCall(ports, again, asked)).rejects.toMatchObject({ code: 'REQUEST_REPLAYED' })
  expect(office.database.dump().operatorCalls).toMatchObject([
    { operator: `operator-key:${keyThumbprint(key.publicJwk)}`, action: 'suspend', organisationId },
  ])
})

it('an operator whose key was taken off the list invites nobody with what they signed before', async () => {
  const ports = portsOf(key)
  const { who } = await openCall(ports, SCRIPT, { signed: callOf() })
  const replaced = portsOf(newHolderKey())
  await expect(
    suspendOrganisation(replaced, who, { action: 'suspend', organisationId }),
  ).rejects.toMatchObject(FORBIDDEN)
})
