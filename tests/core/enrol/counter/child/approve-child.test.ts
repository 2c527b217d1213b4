import { applyAtCounter, collectApplication } from '@nansha/core/enrol/counter/apply'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { findChild } from '@nansha/core/enrol/counter/child/find-child'
import { readCounterCard } from '@nansha/core/enrol/counter/read-counter-card'
import { refuseApplication } from '@nansha/core/enrol/counter/refuse-application'
import { CHILD_CARDS } from '@nansha/core/records/child-cards'
import { CITIZENS } from '@nansha/core/records/citizens'
import type { Decision } from '@nansha/core/records/decisions'
import { NUMBER_CLAIMS } from '@nansha/core/records/number-claims'
import { OFFICER_APPROVALS } from '@nansha/core/records/officer-approvals'
import { freeze } from '@nansha/core/wallet/freeze'
import type { ChildIssued } from '@nansha/shared/api/counter'
import type { History } from '@nansha/shared/api/wallet-answers'
import { NanshaError } from '@nansha/shared/errors'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import { applyDisclosures } from '@nansha/shared/sd-jwt/apply-disclosures'
import { parseSdJwt } from '@nansha/shared/sd-jwt/parse-sd-jwt'
import { beforeEach, describe, expect, it } from 'vitest'
import { newHolderKey } from '#support/enrol-ports'
import {
  CHILD_PORTRAIT,
  childOf,
  createFamily,
  DAUGHTER,
  FATHER,
  MOTHER,
  numberOf,
  SON,
} from '#support/family'
import { queuedEntries } from '#support/log'
import { OFFICER } from '#support/service-hall'

const YEAR = 365 * 24 * 3600_000
let home: Awaited<ReturnType<typeof createFamily>>
let key: HolderKey
beforeEach(async () => {
  home = await createFamily()
  key = await home.enrolParent()
})
const coded = (code: string) => expect.objectContaining({ code })
const cards = () => home.database.dump().childCards ?? []

function opened({ credential }: ChildIssued) {
  const parsed = parseSdJwt(credential)
  const jws = parsed && decodeJws(parsed.jws)
  if (!jws) throw new Error('no credential')
  return applyDisclosures(jws.payload, parsed.disclosures)
}

describe('the card of a child', () => {
  it('says what the register says, is bound to the guardian’s key, and comes with the register’s photo', async () => {
    const issued = await home.giveCard(MOTHER, key)
    const { address, portrait, ...claims } = childOf(DAUGHTER)
    expect(opened(issued)).toMatchObject({
      ...claims,
      address: { formatted: address },
      vct: expect.stringMatching(/\/types\/child-card$/),
      cnf: { jwk: key.publicJwk },
      assurance: 'in-person',
    })
    expect(issued).toMatchObject({ place: 1, portrait: CHILD_PORTRAIT })
    expect(home.files.stored.size).toBe(0)
  })

  it('is in the log under the number of the child, and in the guardian’s history by name', async () => {
    await home.giveCard(MOTHER, key)
    const [own, childs] = queuedEntries(home.database)
    expect(childs?.event).toBe('issued')
    expect(childs?.subject).not.toEqual(own?.subject)
    const { entries } = await home.ask<History>(MOTHER, key, { action: 'history' })
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'child-added', child: DAUGHTER.name }))
  })

  it('is on record with the officer, and with the guardian on whose word it was given', async () => {
    await home.giveCard(MOTHER, key)
    const decisions = (home.database.dump().decisions ?? []) as Decision[]
    const decision = decisions.find((one) => one.route === 'counter')
    const at = new Date(home.clock.now)
    expect(decision).toEqual({
      _id: expect.any(String),
      route: 'counter',
      account: MOTHER,
      numberIndex: home.ports.numbers.of(DAUGHTER.idNumber),
      at,
      consent: { version: 'in-person', at },
      officer: { account: OFFICER, name: '陈警官', organisationId: 'hall' },
      guardian: expect.any(String),
      expiresAt: new Date(home.clock.now + 3 * YEAR),
    })
    const place = { collection: 'decisions', id: String(decision?._id), field: 'guardian' }
    expect(home.ports.envelopes.openJson(place, String(decision?.guardian))).toEqual({
      name: '李明',
      id_number: numberOf('1988-03-12'),
    })
  })

  it('is one of fifty approvals of an officer in a day', async () => {
    await home.giveCard(MOTHER, key)
    const { officerDays: counted } = home.database.dump()
    expect(counted).toMatchObject([{ approvals: 1 }])
    const [day] = counted as unknown as [{ _id: string; approvals: number; expiresAt: Date }]
    await home.database.in(OFFICER_APPROVALS).put({ ...day, approvals: 50 })
    const son = home.approve(await home.apply(MOTHER, key), SON)
    await expect(son).rejects.toEqual(coded('ATTEMPTS_EXHAUSTED'))
    expect(cards()).toHaveLength(1)
  })

  it('is kept as the register has it, on the phone and the identity of the guardian', async () => {
    await home.giveCard(MOTHER, key)
    const { citizens: [citizen] = [], credentials: [, credential] = [] } = home.database.dump()
    const { portrait, ...claims } = childOf(DAUGHTER)
    const at = new Date(home.clock.now)
    expect(cards()).toMatchObject([
      {
        _id: `${citizen?._id}.1`,
        place: 1,
        citizenId: citizen?._id,
        deviceId: keyThumbprint(key.publicJwk),
        credentialId: credential?._id,
        numberIndex: home.ports.numbers.of(DAUGHTER.idNumber),
        claims,
        askedAt: at,
        validUntil: new Date(home.clock.now + 30 * 24 * 3600_000),
      },
    ])
    expect(credential).toMatchObject({
      citizenId: citizen?._id,
      type: 'child-card',
      holderJwk: key.publicJwk,
      assurance: 'in-person',
      status: 'valid',
      issuedAt: at,
    })
  })

  it('takes a guardian of eighteen years', async () => {
    const young = await home.enrolParent(FATHER, numberOf('2009-01-16'))
    await home.ask(FATHER, young, { action: 'set-pin', pin: '385201' })
    home.clock.now = Date.parse('2027-01-16T00:00:00+08:00')
    home.world.household = async (_, child) => childOf(child, 'other')
    await home.ask(FATHER, young, { action: 'unlock', pin: '385201' })
    const application = await home.apply(FATHER, young)
    home.clock.now -= 1
    await expect(home.approve(application)).rejects.toEqual(coded('GUARDIAN_UNDER_AGE'))
    home.clock.now += 1
    await home.approve(application)
    expect(cards()).toHaveLength(1)
  })

  it('is applied for with the key of the guardian’s phone alone, which holds an identity', async () => {
    const { applicationId, audience, nonce } = await beginApplication(home.ports, MOTHER, null)
    await home.ask(MOTHER, key, { action: 'vouch-for-child', application: applicationId })
    const applyWith = (by: HolderKey) =>
      applyAtCounter(home.ports, MOTHER, {
        action: 'counter-apply',
        applicationId,
        forChild: true,
        proof: createProofOfPossession({ key: by, audience, nonce, issuedAt: home.clock.now / 1000 }),
      })
    await expect(applyWith(newHolderKey())).rejects.toEqual(coded('PROOF_INVALID'))
    const { code } = await applyWith(key)
    const { uploads } = await home.open(OFFICER, code)
    home.world.card = async () => ({ fields: { number: { value: DAUGHTER.idNumber } } })
    const card = await home.files.upload(uploads.card, Buffer.from('the child’s card'))
    const read = { action: 'counter-read-card', applicationId, side: 'portrait', card } as const
    expect(await readCounterCard(home.ports, OFFICER, read)).toMatchObject({ side: 'portrait' })
  })

  it('ends with the day before the fourteenth birthday', async () => {
    const almost = { name: '陈小雨', idNumber: numberOf('2013-02-01') }
    home.family.children.push(almost.idNumber)
    expect(opened(await home.giveCard(MOTHER, key, almost)).exp).toBe(
      Date.parse('2027-02-01T00:00:00+08:00') / 1000,
    )
  })

  it('stands beside those of brothers and sisters, up to six, and replaces the one of the same child', async () => {
    for (const [n, birthdate] of ['2013', '2014', '2015', '2017', '2018', '2020', '2021'].entries()) {
      const child = { name: '陈小雨', idNumber: numberOf(`${birthdate}-05-20`) }
      home.family.children.push(child.idNumber)
      if (n < 6) expect(await home.giveCard(MOTHER, key, child)).toMatchObject({ place: n + 1 })
      else await expect(home.giveCard(MOTHER, key, child)).rejects.toEqual(coded('CHILDREN_FULL'))
    }
    const first = { name: '陈小雨', idNumber: numberOf('2013-05-20') }
    expect(await home.giveCard(MOTHER, key, first)).toMatchObject({ place: 1 })
    expect(home.statuses().filter((status) => status === 'valid')).toHaveLength(6)
  })

  it('may be on the phones of both parents, and of nobody else', async () => {
    const fathers = await home.enrolParent(FATHER)
    await home.giveCard(MOTHER, key)
    expect(opened(await home.giveCard(FATHER, fathers))).toMatchObject({ guardian_relation: 'father' })
    const AUNT = 'wxcitizen:aunt' as const
    const aunts = await home.enrolParent(AUNT, numberOf('1990-01-01'))
    home.world.household = async (_, child) => childOf(child, 'other')
    await expect(home.giveCard(AUNT, aunts)).rejects.toEqual(coded('CHILD_GUARDIANS_FULL'))
    await home.ask(MOTHER, key, { action: 'remove-child', child: 1 })
    expect(await home.giveCard(AUNT, aunts)).toMatchObject({ place: 1 })
  })

  it('does not count a phone whose card ran out and was forgotten, though another child is in its place', async () => {
    const fathers = await home.enrolParent(FATHER)
    await home.giveCard(FATHER, fathers)
    const [forgotten] = cards()
    await home.database.in(CHILD_CARDS).remove(forgotten?._id ?? '')
    expect(await home.giveCard(FATHER, fathers, SON)).toMatchObject({ place: 1 })
    await home.giveCard(MOTHER, key)
    const AUNT = 'wxcitizen:aunt' as const
    const aunts = await home.enrolParent(AUNT, numberOf('1990-01-01'))
    home.world.household = async (_, child) => childOf(child, 'other')
    expect(await home.giveCard(AUNT, aunts)).toMatchObject({ place: 1 })
  })
})

describe('a child’s card that is not given', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'the register names another guardian',
      async () => {
        home.family.guardians = [FATHER]
      },
      'CHILD_NOT_IN_HOUSEHOLD',
    ],
    [
      'the register does not answer',
      async () => {
        home.world.household = () => Promise.reject(new NanshaError('DOCUMENT_REGISTRY_DOWN'))
      },
      'DOCUMENT_REGISTRY_DOWN',
    ],
    [
      'the register answers about another child',
      async () => {
        home.world.household = async () => childOf(SON)
      },
      'DOCUMENT_REGISTRY_DOWN',
    ],
    [
      'the guardian’s identity is frozen at the counter',
      async () => {
        home.world.household = async (_, child) => {
          await freeze(home.ports, MOTHER)
          return childOf(child)
        }
      },
      'CREDENTIAL_FROZEN',
    ],
    ['the child has an identity on a phone of their own', () => claim(DAUGHTER.idNumber), 'CHILD_HAS_PHONE'],
  ])('is refused with the reason when %s', async (_, arrange, code) => {
    const application = await home.apply(MOTHER, key)
    await arrange()
    await expect(home.approve(application)).rejects.toEqual(coded(code))
    expect(cards()).toEqual([])
    expect(await collectApplication(home.ports, MOTHER, application.applicationId)).toEqual({
      state: 'waiting',
    })
  })

  it('is refused by an officer who does not believe the guardian, and the phone is told', async () => {
    const { applicationId, code } = await home.apply(MOTHER, key)
    const seen = await home.open(OFFICER, code)
    expect(seen.guardian).toMatchObject({ name: expect.any(String), idNumber: numberOf('1988-03-12') })
    await home.open(OFFICER, code)
    const { entries } = await home.ask<History>(MOTHER, key, { action: 'history' })
    expect(entries.filter(({ kind }) => kind === 'presented')).toMatchObject([
      { scenario: 'counter', disclosed: ['name', 'id_number', 'portrait'] },
    ])
    await refuseApplication(home.ports, OFFICER, applicationId)
    await expect(collectApplication(home.ports, MOTHER, applicationId)).rejects.toEqual(
      coded('ENROLMENT_UNKNOWN'),
    )
  })

  it('is refused when the register has another photo by then than the officer compared with the child', async () => {
    let asked = 0
    home.world.household = async (_, child) => ({
      ...childOf(child),
      ...(asked++ > 0 && { portrait: Buffer.from('RIFF----WEBPanother child').toString('base64') }),
    })
    await expect(home.approve(await home.apply(MOTHER, key))).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { field: 'portraitDigest' },
    })
    expect(cards()).toEqual([])
  })

  it('is refused by an officer for a phone of their own', async () => {
    const own = await home.enrolParent(OFFICER, numberOf('1985-06-07'))
    home.world.household = async (_, child) => childOf(child)
    await expect(home.approve(await home.apply(OFFICER, own))).rejects.toEqual(coded('CALLER_FORBIDDEN'))
    expect(cards()).toEqual([])
  })

  it('is refused to a guardian whose identity was deleted meanwhile, opened or not', async () => {
    const [opened, waiting] = [await home.apply(MOTHER, key), await home.apply(MOTHER, key)]
    await home.open(OFFICER, opened.code)
    for (const { _id } of home.database.dump().citizens ?? []) await home.database.in(CITIZENS).remove(_id)
    const onCard = { applicationId: opened.applicationId, ...DAUGHTER, cardValidity: 'long-term' }
    await expect(findChild(home.ports, OFFICER, onCard)).rejects.toEqual(coded('CREDENTIAL_REVOKED'))
    await expect(home.open(OFFICER, waiting.code)).rejects.toEqual(coded('CREDENTIAL_REVOKED'))
  })

  it('is not handed over once it was taken away again', async () => {
    const application = await home.apply(MOTHER, key)
    await home.approve(application)
    await home.ask(MOTHER, key, { action: 'remove-child', child: 1 })
    await expect(collectApplication(home.ports, MOTHER, application.applicationId)).rejects.toEqual(
      coded('CHILD_CARD_NONE'),
    )
  })

  it('takes the register to be asked six times for one application, and no more', async () => {
    const { applicationId, code } = await home.apply(MOTHER, key)
    await home.open(OFFICER, code)
    const onCard = { applicationId, ...DAUGHTER, cardValidity: 'long-term' }
    for (let n = 0; n < 6; n++) await findChild(home.ports, OFFICER, onCard)
    await expect(findChild(home.ports, OFFICER, onCard)).rejects.toEqual(coded('ATTEMPTS_EXHAUSTED'))
  })

  it('is for an application that a guardian vouched for, and for a child', async () => {
    const own = await home.queue('wxcitizen:somebody')
    await home.open(OFFICER, own.code)
    const onCard = { applicationId: own.applicationId, ...DAUGHTER, cardValidity: 'long-term' }
    await expect(findChild(home.ports, OFFICER, onCard)).rejects.toEqual(coded('ENROLMENT_UNKNOWN'))
    const { applicationId, code } = await home.apply(MOTHER, key)
    await home.open(OFFICER, code)
    const find = (idNumber: string) =>
      findChild(home.ports, OFFICER, { ...onCard, applicationId, idNumber }).then(
        ({ claims }) => claims.birthdate,
        (refusal: NanshaError) => refusal.code,
      )
    home.world.household = async (_, child) => childOf(child)
    expect(await find(numberOf('2013-01-15'))).toBe('CHILD_OF_AGE')
    expect(await find(numberOf('2013-01-16'))).toBe('2013-01-16')
    expect(home.database.dump().counterApplications).toContainEqual(
      expect.objectContaining({ _id: applicationId, lookups: 1 }),
    )
  })

  it('is refused with an expired physical card', async () => {
    const { applicationId, code } = await home.apply(MOTHER, key)
    await home.open(OFFICER, code)
    const onCard = { applicationId, ...DAUGHTER, cardValidity: '2020-01-01' }
    await expect(findChild(home.ports, OFFICER, onCard)).rejects.toEqual(coded('CARD_EXPIRED'))
  })
})

it('a child who gets a phone of their own takes the card off the guardians’ phones', async () => {
  const fathers = await home.enrolParent(FATHER)
  await home.giveCard(MOTHER, key)
  await home.giveCard(FATHER, fathers)
  home.clock.now += 8 * YEAR
  await home.enrolParent('wxcitizen:child', DAUGHTER.idNumber)
  expect(home.statuses()).toEqual(['revoked', 'revoked'])
  expect(cards()).toEqual([])
  expect(home.database.dump().guardedChildren ?? []).toEqual([])
})

/** As an officer does who enrols the child on a phone of its own. */
async function claim(idNumber: string) {
  const _id = home.ports.numbers.of(idNumber)
  await home.database.in(NUMBER_CLAIMS).insert({ _id, citizenId: 'child', claimedAt: new Date(0) })
}
