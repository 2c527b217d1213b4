import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import { STATUS_LISTS, type StatusListRecord } from '@nansha/core/records/status-lists'
import { STATUS_LIST_SIZE, statusAt } from '@nansha/shared/status/status-list'
import { verifyStatusList } from '@nansha/shared/status/verify-status-list'
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list'
import { compactVerify, importJWK } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { ISSUER, issuerSigner } from '../../support/issuer'
import { BACKENDS } from '../../support/keys'
import { createWorld, type World } from '../../support/world'

let world: World
const uri = `${ISSUER}/status/1`
const publish = async () => {
  const ports = {
    database: world.database.raw,
    vouched: world.database,
    now: world.ports.now,
    signer: issuerSigner,
    issuerUrl: ISSUER,
  }
  await publishStatusLists(ports)
  return (world.database.dump().statusLists ?? []) as StatusListRecord[]
}
const add = (index: number, status: Credential['status']) =>
  world.database.in(CREDENTIALS).put({ ...world.credential, _id: `1.${index}`, status })

beforeEach(async () => {
  world = await createWorld()
  await world.database.in(STATUS_LISTS).put({ _id: '1', list: 1, open: true, token: null, publishedAt: null })
})

describe.each(BACKENDS)('status lists read with $name', ({ verify }) => {
  const read = (token: string, changed: object = {}, now = NOW) =>
    verifyStatusList(token, { uri, keys: [issuerSigner.publicJwk], notBefore: 0, ...changed }, now, verify)

  it('say what the database says, and nothing at all beyond their end', async () => {
    await add(0, 'revoked')
    await add(6, 'frozen')
    await add(STATUS_LIST_SIZE - 1, 'frozen')
    const list = await read((await publish())[0]?.token ?? '')
    expect([0, 5, 6, 4711, STATUS_LIST_SIZE - 1].map((index) => statusAt(list.bytes, index))).toEqual([
      'revoked',
      'valid',
      'frozen',
      'valid',
      'frozen',
    ])
    for (const index of [-1, 1.5, STATUS_LIST_SIZE, Number.NaN])
      expect(statusAt(list.bytes, index)).toBeUndefined()
  })

  it('last a day, belong to one address, and never go back', async () => {
    const [record] = await publish()
    const token = record?.token ?? ''
    await expect(read(token, {}, NOW + 24 * 3600 + 1)).rejects.toMatchObject({ code: 'TRUST_OUTDATED' })
    await expect(read(token, { uri: `${ISSUER}/status/2` })).rejects.toMatchObject({ code: 'TRUST_INVALID' })
    await expect(read(token, { notBefore: NOW + 1 })).rejects.toMatchObject({ code: 'TRUST_INVALID' })
    await expect(read(token, { keys: [] })).rejects.toMatchObject({ code: 'TRUST_INVALID' })
  })

  it('are not believed when they inflate to more than a list', async () => {
    const { deflateSync } = await import('node:zlib')
    const lst = deflateSync(Buffer.alloc(5_000_000)).toString('base64url')
    const token = await issuerSigner.sign('statuslist+jwt', {
      sub: uri,
      iat: NOW,
      exp: NOW + 60,
      status_list: { bits: 2, lst },
    })
    await expect(read(token)).rejects.toMatchObject({ code: 'TRUST_INVALID' })
  })
})

describe('publishing', () => {
  it('makes tokens that @sd-jwt/jwt-status-list and jose read', async () => {
    await add(6, 'frozen')
    const token = (await publish())[0]?.token ?? ''
    const { protectedHeader } = await compactVerify(token, await importJWK(issuerSigner.publicJwk, 'ES256'))
    expect(protectedHeader.typ).toBe('statuslist+jwt')
    const list = getListFromStatusListJWT(token)
    expect([list.getStatus(5), list.getStatus(6)]).toEqual([0, 2])
  })

  it('opens another list when the last one is closed, published already, and keeps publishing the closed one', async () => {
    await world.database.in(STATUS_LISTS).update('1', { open: false })
    expect(await publish()).toMatchObject([
      { list: 1, open: false, token: expect.any(String) },
      { list: 2, open: true, token: expect.any(String) },
    ])
  })
})
