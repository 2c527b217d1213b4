import { CHILD_CARDS } from '@nansha/core/records/child-cards'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import type { ExportedData, ExportedIdentity } from '@nansha/shared/api/export'
import type { ChildRenewed, ChildrenHeld, History, Issuances } from '@nansha/shared/api/wallet-answers'
import { NanshaError } from '@nansha/shared/errors'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { parseSdJwt } from '@nansha/shared/sd-jwt/parse-sd-jwt'
import { beforeEach, describe, expect, it } from 'vitest'
import { CHILD_PORTRAIT, childOf, createFamily, DAUGHTER, MOTHER, SON } from '#support/family'
import { queuedEntries } from '#support/log'

const DAY = 24 * 3600_000
let home: Awaited<ReturnType<typeof createFamily>>
let key: HolderKey
beforeEach(async () => {
  home = await createFamily()
  key = await home.enrolParent()
})
const renew = () => home.ask<ChildRenewed>(MOTHER, key, { action: 'renew-child', child: 1 })
const list = async () => (await home.ask<ChildrenHeld>(MOTHER, key, { action: 'children' })).children
const payloadOf = ({ credential }: { readonly credential: string }) =>
  decodeJws(parseSdJwt(credential)?.jws ?? '')?.payload

describe('a child’s card that is renewed', () => {
  it('has the same place in the status lists and no log entry of its own, and says what the register says now', async () => {
    const first = payloadOf(await home.giveCard(MOTHER, key))
    const logged = queuedEntries(home.database).length
    home.clock.now += 8 * DAY
    home.world.household = async (_, child) => childOf(child, 'other')
    const renewed = await renew()
    expect(renewed.portrait).toBe(CHILD_PORTRAIT)
    expect(payloadOf(renewed)).toMatchObject({ status: first?.status })
    expect(Number(payloadOf(renewed)?.exp) - Number(first?.exp)).toBe((8 * DAY) / 1000)
    expect(queuedEntries(home.database)).toHaveLength(logged)
    const validUntil = new Date(home.clock.now + 30 * DAY)
    const { childCards, credentials = [] } = home.database.dump()
    expect(childCards).toMatchObject([
      { claims: { guardian_relation: 'other' }, askedAt: new Date(home.clock.now), validUntil },
    ])
    expect(credentials.at(-1)).toMatchObject({ type: 'child-card', status: 'valid', expiresAt: validUntil })
  })

  it('stays as it is while the register is silent', async () => {
    await home.giveCard(MOTHER, key)
    home.world.household = () => Promise.reject(new NanshaError('DOCUMENT_REGISTRY_DOWN'))
    await expect(renew()).rejects.toMatchObject({ code: 'DOCUMENT_REGISTRY_DOWN' })
    expect(home.statuses()).toEqual(['valid'])
  })
})

describe('a child’s card that is not this phone’s to renew', () => {
  const none = { code: 'CHILD_CARD_NONE' }
  const change = async (changed: object) => {
    const [card] = home.database.dump().childCards ?? []
    await home.database.in(CHILD_CARDS).update(card?._id ?? '', changed)
  }
  const credential = () =>
    home.database.dump().credentials?.find((one) => 'type' in one && one.type === 'child-card')?._id ?? ''
  beforeEach(async () => {
    await home.giveCard(MOTHER, key)
  })

  it('is on another phone: it is neither listed, renewed nor removed', async () => {
    await change({ deviceId: 'another phone' })
    expect(await list()).toEqual([])
    await expect(renew()).rejects.toMatchObject(none)
    await home.ask(MOTHER, key, { action: 'remove-child', child: 1 })
    expect(home.statuses()).toEqual(['valid'])
  })

  it('has lost its place in the status lists', async () => {
    await home.database.in(CREDENTIALS).remove(credential())
    expect(await list()).toEqual([])
    await expect(renew()).rejects.toMatchObject(none)
  })

  it('is frozen, alone or with the identity', async () => {
    await home.database.in(CREDENTIALS).update(credential(), { status: 'frozen' })
    expect(await list()).toEqual([{ place: 1, status: 'frozen' }])
    await expect(renew()).rejects.toMatchObject({ code: 'CREDENTIAL_FROZEN' })
  })

  it('has become another child’s while the register was asked', async () => {
    home.world.household = async (_, child) => {
      await change({ claims: { ...childOf(SON), portrait: undefined } })
      return childOf(child)
    }
    await expect(renew()).rejects.toMatchObject(none)
  })

  it('is none', async () => {
    const other = home.ask(MOTHER, key, { action: 'renew-child', child: 2 })
    await expect(other).rejects.toMatchObject(none)
    await home.ask(MOTHER, key, { action: 'remove-child', child: 2 })
    const { entries } = await home.ask<History>(MOTHER, key, { action: 'history' })
    expect(entries.map(({ kind }) => kind)).not.toContain('child-removed')
  })
})

describe('a guardian', () => {
  it('is told which cards there are, and reads in the log of issuances of none', async () => {
    await home.giveCard(MOTHER, key)
    await home.giveCard(MOTHER, key, SON)
    await home.ask(MOTHER, key, { action: 'remove-child', child: 1 })
    expect(await list()).toEqual([{ place: 2, status: 'valid' }])
    const { issued } = await home.ask<Issuances>(MOTHER, key, { action: 'issuances' })
    expect(issued.map(({ type }) => type)).toEqual(['resident-id'])
    const { entries } = await home.ask<History>(MOTHER, key, { action: 'history' })
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'child-removed', child: DAUGHTER.name }))
  })

  it('exports what is kept of the children, with their photos', async () => {
    await home.giveCard(MOTHER, key)
    const { text } = await home.ask<ExportedIdentity>(MOTHER, key, { action: 'export' })
    const { portrait, ...claims } = childOf(DAUGHTER)
    expect((JSON.parse(text) as ExportedData).children).toEqual([{ claims, portrait }])
  })

  it('who deletes the identity leaves nothing of the children', async () => {
    await home.giveCard(MOTHER, key)
    await home.ask(MOTHER, key, { action: 'delete' })
    expect(home.statuses()).toEqual(['revoked'])
    const { childCards = [], guardedChildren = [] } = home.database.dump()
    expect([...childCards, ...guardedChildren]).toEqual([])
  })
})
