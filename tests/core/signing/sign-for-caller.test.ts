import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import { publishChainHead } from '@nansha/core/log/publish-chain-head'
import { CHAIN_HEAD, HEAD_ID, SIGNED_HEAD, SIGNED_HEAD_ID } from '@nansha/core/records/former-chain'
import { LOG_STATE, LOG_STATE_ID } from '@nansha/core/records/log'
import { STATUS_LISTS } from '@nansha/core/records/status-lists'
import { createBundle } from '@nansha/core/verify/create-bundle'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { signPass } from '@nansha/core/wallet/passes/sign-pass'
import { EXPORT_TYPE } from '@nansha/shared/api/export'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import type { PassClaims } from '@nansha/shared/pass/packed-pass'
import { PASS_SCENARIOS, SCENARIO_NAMES, SCENARIOS } from '@nansha/shared/scenarios'
import { compactVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { NOW, NOW_MS } from '../../support/clock'
import { holdDocuments } from '../../support/documents'
import { ISSUER, issue, issuerSigner } from '../../support/issuer'
import { RESIDENT } from '../../support/person'
import { createSigning } from '../../support/signing'
import { deskSigner } from '../../support/trust'
import { CLERK, createWorld } from '../../support/world'

const DAY_MS = 86_400_000

async function isSignedBy({ publicJwk }: typeof issuerSigner, jws = ''): Promise<void> {
  await compactVerify(jws, await importJWK({ ...publicJwk }, 'ES256'))
}

describe('what the services of this cloud make is signed', () => {
  it.each(['enrol', 'wallet'] as const)('a credential, for %s', async (caller) => {
    const { credential } = await issue({}, createSigning().signerOf(caller))
    await isSignedBy(issuerSigner, credential.split('~')[0])
  })

  it.each(PASS_SCENARIOS)('a pass for %s, the very text that a phone makes anew', async (scenario) => {
    const { credential } = await createWorld()
    const claims = {
      gate: { name: RESIDENT.name, id_number_last4: '002X' },
      age: { age_equal_or_over: { 18: true } },
      roadside: {
        name: RESIDENT.name,
        id_number_last4: '002X',
        vehicle_classes: 'A2,E',
        licence_status: 'withheld',
        licence_valid_until: 'long-term',
      },
    }[scenario] as PassClaims
    const content = {
      scenario,
      exp: NOW + 86_400,
      unlock: 'pin',
      portraitDigest: 'A'.repeat(22),
      claims,
    } as const
    const ports = {
      issuerUrl: ISSUER,
      issuerId: 1,
      now: () => NOW_MS,
      randomBytes: () => Buffer.alloc(4),
    }
    const sign = (signer: typeof issuerSigner) => signPass({ ...ports, signer }, credential, content)
    const remote = createSigning().signerOf('wallet')
    const pass = await sign({ ...issuerSigner, sign: remote.sign })
    await isSignedBy(issuerSigner, pass.slice(0, -1))
    expect(pass.split('.').slice(0, 2)).toEqual((await sign(issuerSigner)).split('.').slice(0, 2))
  })

  it('the digest of an export, for wallet', async () => {
    const payload = { iss: ISSUER, iat: NOW, sha256: 'A'.repeat(43) }
    await isSignedBy(issuerSigner, await createSigning().signerOf('wallet').sign(EXPORT_TYPE, payload))
  })

  it('status lists and the head of the former chain, for sweep', async () => {
    const { database } = await createWorld()
    const signer = createSigning().signerOf('sweep')
    const ports = {
      database: database.raw,
      vouched: database,
      now: () => NOW_MS,
      signer,
      issuerUrl: ISSUER,
    }
    await publishStatusLists(ports)
    await isSignedBy(issuerSigner, (await database.raw.in(STATUS_LISTS).get('1'))?.token ?? '')

    const until = new Date(NOW_MS + DAY_MS)
    await database.raw
      .in(LOG_STATE)
      .put({ _id: LOG_STATE_ID, size: 1, merged: 1, chainUntil: until } as never)
    await database.raw.in(CHAIN_HEAD).put({ _id: HEAD_ID, size: 1, hash: 'A'.repeat(43) } as never)
    await publishChainHead(ports)
    await isSignedBy(issuerSigner, (await database.raw.in(SIGNED_HEAD).get(SIGNED_HEAD_ID))?.jws)
  })

  it('verdicts, bundles and desk codes, for verify, with the desk key', async () => {
    const world = await createWorld()
    await holdDocuments(world)
    const deskSignerThere = createSigning().signerOf('verify')
    const ports = { ...world.ports, deskSigner: deskSignerThere }
    for (const scenario of SCENARIO_NAMES) {
      if (SCENARIOS[scenario].deskMayAsk)
        await expect(showDeskCode(ports, CLERK, scenario)).resolves.toMatchObject({
          nonce: expect.any(String),
        })
      if (SCENARIOS[scenario].startsFrom === 'desk-code') continue
      const ticket = world.show(await world.giveHandle(), { scenario })
      const { verdict } = await verifyTicket(ports, CLERK, { scenario, ticket })
      await isSignedBy(deskSigner, verdict)
    }
    await isSignedBy(deskSigner, (await createBundle(ports, CLERK)).bundle)
  })
})

describe('a request', () => {
  const head = { iss: ISSUER, iat: NOW, size: 1, hash: 'A'.repeat(43) }
  const typ = 'nansha-log-head+jwt'

  it('is signed as a whole or not at all', async () => {
    const { signerOf, events } = createSigning()
    const signer = signerOf('sweep')
    const good = signer.sign(typ, head)
    const bad = signer.sign(typ, { ...head, size: -1 })
    await expect(bad).rejects.toThrow('INPUT_INVALID')
    await expect(good).rejects.toThrow('INPUT_INVALID')
    expect(events).toHaveLength(1)
  })

  it('signs what the schema lists, in its order, whatever the order of the asked members', async () => {
    const { signerOf } = createSigning()
    const { hash, size, iat, iss } = head
    const jws = await signerOf('sweep').sign(typ, { hash, size, iat, iss })
    expect(Object.keys(decodeJws(jws)?.payload ?? {})).toEqual(['iss', 'iat', 'size', 'hash'])
  })

  it('is refused to a caller that asked for thousands within the minute, and to no other', async () => {
    const { signerOf, clock } = createSigning()
    const ask = () => signerOf('sweep').sign(typ, head)
    for (let n = 0; n < 3_000; n += 500) await Promise.all(Array.from({ length: 500 }, ask))
    await expect(ask()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    await expect(issue({}, signerOf('enrol'))).resolves.toBeDefined()
    clock.now += 60_000
    await expect(ask()).resolves.toBeDefined()
  })
})

it('signForCaller makes the credentials of a real person only, unless the stage is local', async () => {
  const specimen = { assurance: 'specimen' } as const
  await expect(issue(specimen, createSigning().signerOf('enrol'))).rejects.toThrow('INPUT_INVALID')
  const local = createSigning({ acceptSpecimens: true }).signerOf('enrol')
  await expect(issue(specimen, local)).resolves.toBeDefined()
})
