import { collectApplication } from '@nansha/core/enrol/counter/apply'
import { approveApplication } from '@nansha/core/enrol/counter/approve-application'
import { photoDigest } from '@nansha/core/image/photo-digest'
import type { ChildIssued } from '@nansha/shared/api/counter'
import type { ChildRenewed } from '@nansha/shared/api/wallet-answers'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { parseSdJwt } from '@nansha/shared/sd-jwt/parse-sd-jwt'
import { beforeEach, describe, expect, it } from 'vitest'
import { childOf, createFamily, DAUGHTER, FATHER, MOTHER, numberOf, SON } from '#support/family'
import { OFFICER } from '#support/service-hall'

const SECOND_OFFICER = 'wxv:second-officer' as const
const AUNT = 'wxcitizen:aunt' as const
const CHILD = 'wxcitizen:child' as const
const NONE = { code: 'CHILD_CARD_NONE' }

let home: Awaited<ReturnType<typeof createFamily>>
let key: HolderKey
beforeEach(async () => {
  home = await createFamily()
  await home.employ(SECOND_OFFICER)
  key = await home.enrolParent()
})
const collect = async ({ applicationId }: { readonly applicationId: string }) =>
  (await collectApplication(home.ports, MOTHER, applicationId)) as ChildIssued
/** The place in the status lists that a credential names. */
const statusOf = ({ credential }: { readonly credential: string }) => {
  const jws = decodeJws(parseSdJwt(credential)?.jws ?? '')
  if (!jws) throw new Error('That is no credential.')
  const { status_list } = jws.payload.status as { status_list: { idx: number; uri: string } }
  const { idx, uri } = status_list
  return `${uri.split('/').at(-1)}.${idx}`
}
const validOnes = () =>
  ((home.database.dump().credentials ?? []) as unknown as { _id: string; type: string; status: string }[])
    .filter(({ type, status }) => type === 'child-card' && status === 'valid')
    .map(({ _id }) => _id)
const places = () =>
  ((home.database.dump().childCards ?? []) as unknown as { place: number }[]).map(({ place }) => place).sort()

/** Does `meanwhile` once, while the register is asked for the time of that number. */
const whileAsked = (time: number, meanwhile: () => Promise<unknown>) => {
  const { household } = home.world
  let asked = 0
  home.world.household = async (...question) => {
    if (++asked === time) {
      home.world.household = household
      await meanwhile()
      return home.world.household(...question)
    }
    return household(...question)
  }
}
/**
 * Begins `meanwhile` once, in the midst of the next transaction that issues, and lets that go on when it is done or when it must wait
 * for the other to end.
 *
 * @returns what ends with `meanwhile`
 */
const whileIssuing = (meanwhile: () => Promise<unknown>) => {
  const { signer, database } = home.ports
  let ended: Promise<unknown> | undefined
  const begin = () =>
    new Promise<void>((resolve) => {
      const noticing: typeof database = {
        ...database,
        transaction: (work) => {
          let attempts = 0
          return database.transaction((transaction) => {
            if (++attempts > 1) resolve()
            return work(transaction)
          })
        },
      }
      Object.assign(home.ports, { signer, database: noticing })
      ended = meanwhile()
      ended.then(
        () => resolve(),
        () => resolve(),
      )
    })
  const sign: typeof signer.sign = async (...message) => {
    const signed = await signer.sign(...message)
    if (ended === undefined) await begin()
    return signed
  }
  Object.assign(home.ports, { signer: { ...signer, sign } })
  return async () => ended
}

describe('two officers who give the card of one child to one phone at once', () => {
  it.each([
    ['the first', [0, 1]],
    ['the second', [1, 0]],
  ] as const)(
    'leave one card, and the phone is handed that one alone, though %s commits last',
    async (_, order) => {
      const applications = [await home.apply(MOTHER, key), await home.apply(MOTHER, key)] as const
      const [late, early] = order
      // Each officer asks once to see the child and once to approve.
      whileAsked(2, () => home.approve(applications[early], DAUGHTER, SECOND_OFFICER))
      await home.approve(applications[late], DAUGHTER, OFFICER)
      await expect(collect(applications[early])).rejects.toMatchObject(NONE)
      expect(validOnes()).toEqual([statusOf(await collect(applications[late]))])
      expect(places()).toEqual([1])
    },
  )

  it('leave one card when nobody knows who commits last', async () => {
    const applications = [await home.apply(MOTHER, key), await home.apply(MOTHER, key)] as const
    await Promise.all([
      home.approve(applications[0], DAUGHTER, OFFICER),
      home.approve(applications[1], DAUGHTER, SECOND_OFFICER),
    ])
    const collected = await Promise.allSettled(applications.map(collect))
    expect(collected.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const handed = collected.flatMap((one) => (one.status === 'fulfilled' ? [statusOf(one.value)] : []))
    expect(validOnes()).toEqual(handed)
  })
})

it('the cards of two children that are given at once stand in two places', async () => {
  const applications = [await home.apply(MOTHER, key), await home.apply(MOTHER, key)] as const
  await Promise.all([
    home.approve(applications[0], DAUGHTER, OFFICER),
    home.approve(applications[1], SON, SECOND_OFFICER),
  ])
  expect(places()).toEqual([1, 2])
  expect(validOnes()).toHaveLength(2)
})

it('three guardians at once do not get more than the two cards that one child may have', async () => {
  home.world.household = async (_, child) => childOf(child, 'other')
  const guardians = [
    [MOTHER, key],
    [FATHER, await home.enrolParent(FATHER)],
    [AUNT, await home.enrolParent(AUNT, numberOf('1990-01-01'))],
  ] as const
  const answers = await Promise.allSettled(guardians.map(([who, theirs]) => home.giveCard(who, theirs)))
  const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
  expect(refused).toEqual(['CHILD_GUARDIANS_FULL'])
  expect(validOnes()).toHaveLength(2)
})

it('a card that waits to be collected is not handed over once another child’s is in its place', async () => {
  const waiting = await home.apply(MOTHER, key)
  await home.approve(waiting)
  await home.ask(MOTHER, key, { action: 'remove-child', child: 1 })
  expect(await home.giveCard(MOTHER, key, SON)).toMatchObject({ place: 1 })
  await expect(collect(waiting)).rejects.toMatchObject(NONE)
})

describe('a renewal that the register refuses', () => {
  const renewRefused = (meanwhile: () => Promise<unknown>) => {
    whileAsked(1, async () => {
      await meanwhile()
      home.world.household = async () => null
    })
    return home.ask<ChildRenewed>(MOTHER, key, { action: 'renew-child', child: 1 })
  }
  beforeEach(() => home.giveCard(MOTHER, key))

  it('takes the card that it was asked about', async () => {
    const refused = renewRefused(async () => undefined)
    await expect(refused).rejects.toMatchObject({ code: 'CHILD_NOT_IN_HOUSEHOLD' })
    expect([home.statuses(), places()]).toEqual([['revoked'], []])
  })

  it.each([
    ['another child', SON],
    ['the same child', DAUGHTER],
  ] as const)('leaves the card of %s that an officer put in its place since', async (_, child) => {
    const refused = renewRefused(async () => {
      await home.ask(MOTHER, key, { action: 'remove-child', child: 1 })
      await home.giveCard(MOTHER, key, child)
    })
    await expect(refused).rejects.toMatchObject({ code: 'CHILD_NOT_IN_HOUSEHOLD' })
    expect(home.statuses().sort()).toEqual(['revoked', 'valid'])
    expect(places()).toEqual([1])
  })
})

describe('a child who gets a phone of their own while a guardian is given the card', () => {
  const photo = Buffer.from('a photo by the officer')
  /** As an officer enrols a child under fourteen, beside whom an adult stands. */
  const enrolChild = async () => {
    const opened = await home.open(SECOND_OFFICER, (await home.queue(CHILD)).code)
    await approveApplication(home.ports, SECOND_OFFICER, null, {
      action: 'counter-approve',
      applicationId: opened.applicationId,
      name: DAUGHTER.name,
      idNumber: DAUGHTER.idNumber,
      cardValidity: '2030-01-01',
      guardian: { name: '陈红', idNumber: numberOf('1988-03-12') },
      portrait: await home.files.upload(opened.uploads.portrait, photo),
      portraitDigest: photoDigest(photo),
    })
  }
  const giveCard = async () => home.approve(await home.apply(MOTHER, key), DAUGHTER, OFFICER)

  it('is on that phone alone, though it was enrolled while the card was issued', async () => {
    const enrolled = whileIssuing(enrolChild)
    await giveCard().catch((error) => expect(error).toMatchObject({ code: 'CHILD_HAS_PHONE' }))
    await enrolled()
    expect([validOnes(), places()]).toEqual([[], []])
  })

  it('is on that phone alone, though the card was issued while it was enrolled', async () => {
    const application = await home.apply(MOTHER, key)
    const given = whileIssuing(() => home.approve(application, DAUGHTER, OFFICER))
    await enrolChild()
    await given().catch((error) => expect(error).toMatchObject({ code: 'CHILD_HAS_PHONE' }))
    expect([validOnes(), places()]).toEqual([[], []])
  })
})
