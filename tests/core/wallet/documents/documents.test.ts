import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import { HELD_DOCUMENTS } from '@nansha/core/records/held-documents'
import { freeze } from '@nansha/core/wallet/freeze'
import type { WalletAction } from '@nansha/shared/api/wallet'
import type { DocumentIssued, History, Issuances } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { applyDisclosures } from '@nansha/shared/sd-jwt/apply-disclosures'
import { parseSdJwt } from '@nansha/shared/sd-jwt/parse-sd-jwt'
import { beforeEach, describe, expect, it } from 'vitest'
import { licenceOf, socialSecurityCardOf } from '../../../support/documents'
import { createEnrolPorts } from '../../../support/enrol-ports'
import { askWallet, enrolCitizen } from '../../../support/enrolled-citizen'
import { queuedEntries } from '../../../support/log'

const alice = 'wxc:alice' as const
const HOUR = 3_600_000
const LICENCE = 'driving-licence'
let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  cloud.world.licence = async (holder) => licenceOf(holder)
  cloud.world.socialSecurityCard = async (holder) => socialSecurityCardOf(holder)
  key = (await enrolCitizen(cloud, alice)).key
})
const ask = <Result = unknown>(action: WalletAction) => askWallet<Result>(cloud, alice, key, action)
const add = (type: 'driving-licence' | 'social-security-card' = LICENCE) =>
  ask<DocumentIssued>({ action: 'add-document', type })
const renew = () => ask<DocumentIssued>({ action: 'renew-document', type: LICENCE })
const refused = (code: string) => expect.objectContaining({ code })

function open({ credential }: DocumentIssued) {
  const parsed = parseSdJwt(credential)
  const jws = parsed && decodeJws(parsed.jws)
  if (!jws) throw new Error('no credential')
  return applyDisclosures(jws.payload, parsed.disclosures)
}
const holderOf = (credential: unknown) => {
  const { citizenId, holderJwk } = credential as Credential
  return { citizenId, deviceId: keyThumbprint(holderJwk) }
}
const statuses = () =>
  cloud.database.dump().credentials?.map((record) => (record as { status?: unknown }).status)

describe('a document that is added', () => {
  it('says what the registry says, to the key of the identity, for as long as its type is good', async () => {
    const licence = open(await add())
    const { address, ...rest } = licenceOf()
    expect(licence).toMatchObject({
      ...rest,
      address: { formatted: address },
      vct: expect.stringMatching(/\/types\/driving-licence$/),
      cnf: { jwk: key.publicJwk },
      exp: unixSeconds(cloud.clock.now) + 86_400,
    })
    const [identity, second] = cloud.database.dump().credentials ?? []
    const { citizenId, deviceId } = holderOf(identity)
    const validUntil = new Date(cloud.clock.now + 86_400_000)
    expect(cloud.database.dump().heldDocuments).toEqual([
      {
        _id: `${citizenId}.${LICENCE}`,
        type: LICENCE,
        deviceId,
        credentialId: second?._id,
        document: licenceOf(),
        askedAt: new Date(cloud.clock.now),
        validUntil,
        expiresAt: new Date(validUntil.getTime() + 30 * 86_400_000),
      },
    ])
    const card = open(await add('social-security-card'))
    expect(card).toMatchObject({
      ...socialSecurityCardOf(),
      exp: unixSeconds(cloud.clock.now) + CREDENTIAL_TYPES['social-security-card'].validDays * 86_400,
    })
  })

  it('is in the log, in the history, and among what the phone compares with the log', async () => {
    const { credential } = await add()
    const digest = digestText(credential.split('~')[0] ?? '')
    const [first, second] = queuedEntries(cloud.database)
    expect(second?.event).toBe('issued')
    expect(second?.subject).toEqual(first?.subject)
    expect(Buffer.from(second?.credential ?? []).toString('base64url')).toBe(digest)
    const { issued } = await ask<Issuances>({ action: 'issuances' })
    expect(issued).toContainEqual(
      expect.objectContaining({ credential: digest, type: LICENCE, isHere: true, status: 'valid' }),
    )
    const { entries } = await ask<History>({ action: 'history' })
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'document-added', document: LICENCE }))
  })

  it('added again, takes the place of the one before', async () => {
    await add()
    await add()
    expect(statuses()).toEqual(['valid', 'revoked', 'valid'])
  })

  it('is not good for longer than the identity', async () => {
    await ask({ action: 'set-pin', pin: '135790' })
    cloud.clock.now += 365 * 24 * HOUR - HOUR
    await ask({ action: 'unlock', pin: '135790' })
    expect(open(await add()).exp).toBe(unixSeconds(cloud.clock.now) + 3600)
  })

  it('is asked for by the name and number that were proven', async () => {
    const asked: unknown[] = []
    cloud.world.licence = async (holder) => {
      asked.push(holder)
      return licenceOf(holder)
    }
    await add()
    expect(asked).toEqual([{ name: '李明', idNumber: '11010519491231002X' }])
  })
})

describe('a document that cannot be had', () => {
  it.each<[string, typeof cloud.world.licence, string]>([
    ['the person has none', async () => null, 'DOCUMENT_NOT_FOUND'],
    [
      'the registry does not answer',
      () => Promise.reject(new NanshaError('DOCUMENT_REGISTRY_DOWN')),
      'DOCUMENT_REGISTRY_DOWN',
    ],
  ])('is refused with a reason when %s, and nothing is issued', async (_why, licence, code) => {
    cloud.world.licence = licence
    await expect(add()).rejects.toEqual(refused(code))
    expect(statuses()).toEqual(['valid'])
  })

  it('is refused where the deployment issues none of its type', async () => {
    const none = {
      ...cloud,
      ports: { ...cloud.ports, documents: { ...cloud.ports.documents, [LICENCE]: null } },
    }
    await expect(askWallet(none, alice, key, { action: 'add-document', type: LICENCE })).rejects.toEqual(
      refused('DOCUMENT_UNAVAILABLE'),
    )
  })

  it('is refused for a frozen identity, and for a locked number', async () => {
    await ask({ action: 'number-lock', locked: true })
    await expect(add()).rejects.toEqual(refused('NUMBER_LOCKED'))
    await ask({ action: 'number-lock', locked: false })
    await freeze(cloud.ports, alice)
    await expect(add()).rejects.toEqual(refused('CREDENTIAL_FROZEN'))
  })

  it('is refused when the identity is frozen while the registry is asked', async () => {
    cloud.world.licence = async (holder) => {
      await freeze(cloud.ports, alice)
      return licenceOf(holder)
    }
    await expect(add()).rejects.toEqual(refused('CREDENTIAL_FROZEN'))
    expect(statuses()).toEqual(['frozen'])
  })

  it('is asked for so many times a day and no more', async () => {
    await ask({ action: 'set-pin', pin: '135790' })
    for (let n = 0; n < 48; n++) await add()
    await expect(add()).rejects.toEqual(refused('ATTEMPTS_EXHAUSTED'))
    cloud.clock.now += 24 * HOUR
    await ask({ action: 'unlock', pin: '135790' })
    await add()
  })
})

describe('a document that is bound to another phone', () => {
  it('is neither renewed nor removed by this one', async () => {
    await add()
    for (const { _id } of cloud.database.dump().heldDocuments ?? [])
      await cloud.database.in(HELD_DOCUMENTS).update(_id, { deviceId: 'another phone' })
    await expect(renew()).rejects.toEqual(refused('DOCUMENT_NONE'))
    await ask({ action: 'remove-document', type: LICENCE })
    expect(statuses()).toEqual(['valid', 'valid'])
  })
})

describe('a document and its identity', () => {
  it('are frozen together and unfrozen together', async () => {
    await add()
    await freeze(cloud.ports, alice)
    expect(statuses()).toEqual(['frozen', 'frozen'])
    await ask({ action: 'unfreeze' })
    expect(statuses()).toEqual(['valid', 'valid'])
  })

  it('are revoked together when another phone takes over, which adds it anew', async () => {
    await add()
    cloud.clock.now += 30 * 24 * HOUR
    const { key: other } = await enrolCitizen(cloud, alice)
    expect(statuses()).toEqual(['revoked', 'revoked', 'valid'])
    expect(cloud.database.dump().heldDocuments ?? []).toEqual([])
    await expect(askWallet(cloud, alice, other, { action: 'renew-document', type: LICENCE })).rejects.toEqual(
      refused('DOCUMENT_NONE'),
    )
    await askWallet(cloud, alice, other, { action: 'add-document', type: LICENCE })
    expect(statuses()).toEqual(['revoked', 'revoked', 'valid', 'valid'])
  })

  it('are deleted together, and nothing of what the document said stays', async () => {
    await add()
    await ask({ action: 'delete' })
    expect(statuses()).toEqual(['revoked', 'revoked'])
    expect(cloud.database.dump().heldDocuments ?? []).toEqual([])
  })

  it('part when the document is removed', async () => {
    await add()
    await ask({ action: 'remove-document', type: LICENCE })
    await ask({ action: 'remove-document', type: LICENCE })
    expect(statuses()).toEqual(['valid', 'revoked'])
    const { entries } = await ask<History>({ action: 'history' })
    expect(entries.filter(({ kind }) => kind === 'document-removed')).toHaveLength(1)
  })
})

describe('a document that is renewed', () => {
  it('says what the registry says today, without an unlock, over the same place and without another log entry', async () => {
    const first = open(await add())
    cloud.clock.now += 30 * HOUR
    cloud.world.licence = async (holder) =>
      licenceOf(holder, { penalty_points: 12, licence_status: 'points-full' })
    const next = open(await renew())
    expect(next).toMatchObject({ penalty_points: 12, licence_status: 'points-full', status: first.status })
    expect(Number(next.exp) - Number(first.exp)).toBe(30 * 3600)
    expect(queuedEntries(cloud.database)).toHaveLength(2)
    const { credentials = [], heldDocuments } = cloud.database.dump()
    const validUntil = new Date(cloud.clock.now + 86_400_000)
    expect(credentials).toHaveLength(2)
    expect(credentials[1]).toMatchObject({ status: 'valid', expiresAt: validUntil })
    expect(heldDocuments).toMatchObject([
      { credentialId: credentials[1]?._id, askedAt: new Date(cloud.clock.now), validUntil },
    ])
  })

  it('is revoked when the registry has it no more', async () => {
    await add()
    cloud.world.licence = async () => null
    await expect(renew()).rejects.toEqual(refused('DOCUMENT_NOT_FOUND'))
    expect(statuses()).toEqual(['valid', 'revoked'])
    await expect(renew()).rejects.toEqual(refused('DOCUMENT_NONE'))
  })

  it('stays as it is while the registry is down', async () => {
    await add()
    cloud.world.licence = async () => {
      throw new NanshaError('DOCUMENT_REGISTRY_DOWN')
    }
    await expect(renew()).rejects.toEqual(refused('DOCUMENT_REGISTRY_DOWN'))
    expect(statuses()).toEqual(['valid', 'valid'])
  })

  it('goes on under a locked number, which bars new documents alone', async () => {
    await add()
    await ask({ action: 'number-lock', locked: true })
    expect(await renew()).toHaveProperty('credential')
  })

  it('is none any more when its place in the status lists is gone', async () => {
    await add()
    const [, place] = cloud.database.dump().credentials ?? []
    await cloud.database.in(CREDENTIALS).remove(place?._id ?? '')
    await expect(renew()).rejects.toEqual(refused('DOCUMENT_NONE'))
  })

  it('is refused while the identity is frozen', async () => {
    await add()
    await freeze(cloud.ports, alice)
    await expect(renew()).rejects.toEqual(refused('CREDENTIAL_FROZEN'))
  })
})
