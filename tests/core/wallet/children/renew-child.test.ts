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
  })

  it('stays as it is while the register is silent', async () => {
    await home.giveCard(MOTHER, key)
    home.world.household = () => Promise.reject(new NanshaError('DOCUMENT_REGISTRY_DOWN'))
    await expect(renew()).rejects.toMatchObject({ code: 'DOCUMENT_REGISTRY_DOWN' })
    expect(home.statuses()).toEqual(['valid'])
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
