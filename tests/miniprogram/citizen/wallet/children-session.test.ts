import { randomBytes } from 'node:crypto'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { Ask } from '@nansha/kit/cloud/ask'
import { NanshaError } from '@nansha/shared/errors'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeChild } from '#citizen/documents/describe-child'
import { createChildrenSession } from '#citizen/wallet/children-session'
import { createWalletSession } from '#citizen/wallet/wallet-session'
import { dispatch } from '#functions/wallet/dispatch'
import { enrolCitizen } from '#support/enrolled-citizen'
import { CHILD_PORTRAIT, createFamily, DAUGHTER, MOTHER, numberOf, SON } from '#support/family'

const DAY = 86_400_000

/** A guardian's phone with the real wallet behind it. */
async function createPhone() {
  const home = await createFamily()
  const enrolled = await enrolCitizen(home, MOTHER, { idNumber: numberOf('1988-03-12') })
  if (!('credential' in enrolled)) throw new Error('The guardian was not enrolled.')
  const { key, credential } = enrolled
  const stored = new Map<string, string>()
  const storage = {
    get: async (name: string) => stored.get(name),
    set: async (name: string, value: string) => void stored.set(name, value),
    remove: async (name: string) => void stored.delete(name),
  }
  const network = { isUp: true }
  const ask = (async (_name: string, { request }: { request: string }) => {
    if (!network.isUp) throw new NanshaError('OFFLINE')
    return dispatch(home.ports, await openRequest(home.ports, MOTHER, request))
  }) as unknown as Ask
  const now = () => home.clock.now
  const wallet = createWalletSession({
    ask,
    storage,
    now,
    randomBytes: async (length) => Uint8Array.from(randomBytes(length)),
  })
  await wallet.keep({ key, credential })
  const open = () => createChildrenSession({ storage, wallet, now })
  return { home, key, network, now, open, wallet, children: open() }
}

let phone: Awaited<ReturnType<typeof createPhone>>
beforeEach(async () => {
  phone = await createPhone()
})
const shown = () => phone.children.store.get().shown
const giveCard = (child = DAUGHTER) => phone.home.giveCard(MOTHER, phone.key, child)

describe('the children’s cards on a guardian’s phone', () => {
  test('are kept beside one another, and read again after a restart', async () => {
    await phone.children.keep(await giveCard())
    await phone.children.keep(await giveCard(SON))
    expect(shown()).toMatchObject([
      { place: 1, portrait: CHILD_PORTRAIT, claims: { name: DAUGHTER.name, guardian_relation: 'mother' } },
      { place: 2, claims: { name: SON.name } },
    ])
    const again = phone.open()
    await again.load()
    expect(again.store.get().shown).toEqual(shown())
  })

  test('are renewed when a week has passed, and stay as they are without network', async () => {
    await phone.children.keep(await giveCard())
    const [first] = shown()
    await phone.children.refresh()
    expect(shown()).toEqual([first])
    phone.home.clock.now += 8 * DAY
    phone.network.isUp = false
    await phone.children.refresh()
    expect(shown()).toEqual([first])
    phone.network.isUp = true
    await phone.children.refresh()
    expect(shown()[0]?.expiresAt).toBe((first?.expiresAt ?? 0) + (8 * DAY) / 1000)
  })

  test('go, with a word, when the register names another guardian', async () => {
    await phone.children.keep(await giveCard())
    phone.home.family.guardians = []
    phone.home.clock.now += 8 * DAY
    await phone.children.refresh()
    expect(phone.children.store.get()).toEqual({ shown: [], gone: [DAUGHTER.name] })
  })

  test('stay when they were put in the place of one that the register no longer grants', async () => {
    await phone.children.keep(await giveCard())
    const { household } = phone.home.world
    phone.home.world.household = async () => {
      phone.home.world.household = household
      await phone.children.keep(await giveCard())
      return null
    }
    await expect(phone.children.renew(1)).rejects.toMatchObject({ code: 'CHILD_NOT_IN_HOUSEHOLD' })
    expect(shown()).toMatchObject([{ place: 1, claims: { name: DAUGHTER.name } }])
    expect(phone.home.statuses().sort()).toEqual(['revoked', 'valid'])
  })

  test('go without a word when the guardian removes them', async () => {
    await phone.children.keep(await giveCard())
    await phone.children.remove(1)
    expect(phone.children.store.get()).toEqual({ shown: [], gone: [] })
    expect(phone.home.statuses()).toEqual(['revoked'])
  })

  test('are fetched when the answer at the counter was lost', async () => {
    await giveCard()
    expect(await phone.children.recover()).toBe(1)
    expect(shown()).toMatchObject([{ place: 1 }])
    expect(await phone.children.recover()).toBeUndefined()
  })

  test('of who turned fourteen stay in view with what to do, and are not asked for again', async () => {
    const almost = { name: '陈小雨', idNumber: numberOf('2013-01-16') }
    phone.home.family.children.push(almost.idNumber)
    await phone.children.keep(await giveCard(almost))
    phone.home.clock.now += 2 * DAY
    await phone.children.refresh()
    const [child] = shown()
    expect(child && describeChild(child, true, phone.now())).toMatchObject({ kind: 'off' })
  })

  test('are gone with the identity', async () => {
    await phone.children.keep(await giveCard())
    await phone.wallet.forget()
    await phone.children.load()
    expect(shown()).toEqual([])
  })
})
