import type { CollectionToken, Stored } from '@nansha/core/platform/database'
import { ATTEMPTS } from '@nansha/core/records/attempts'
import { CITIZENS, type Citizen } from '@nansha/core/records/citizens'
import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import { DECISIONS } from '@nansha/core/records/decisions'
import { HANDLES, type Handle } from '@nansha/core/records/handles'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { ORGANISATIONS } from '@nansha/core/records/organisations'
import { PASS_COUNTS } from '@nansha/core/records/pass-counts'
import { REBINDINGS } from '@nansha/core/records/rebindings'
import { STAFF, type StaffMember } from '@nansha/core/records/staff'
import { UNLOCKS } from '@nansha/core/records/unlocks'
import { beforeEach, describe, expect, it } from 'vitest'
import { createKeptMemoryDatabase, type KeptMemoryDatabase, RECORD_KEYS } from '../../support/kept-database'

const HOUR = 3600_000
const handle: Handle = {
  _id: 'AAAAAQAAAAAAAAAAAAAAAA',
  citizenId: 'zhang',
  credentialId: '1.4711',
  deviceId: 'phone',
  unlock: { method: 'pin', at: new Date(HOUR + 1) },
  expiresAt: new Date(25 * HOUR + 1),
}
const member: StaffMember = {
  _id: 'app:clerk',
  organisationId: 'hotel',
  role: 'clerk',
  name: '王芳',
  joinedAt: new Date(0),
}

let database: KeptMemoryDatabase
beforeEach(() => {
  database = createKeptMemoryDatabase()
})
const lying = ({ name }: CollectionToken<Stored>) =>
  (database.raw.dump()[name] ?? []) as (Stored & Record<string, unknown>)[]

describe('a sealed record', () => {
  it('is found under its own id and comes back whole, while another lies there', async () => {
    const handles = database.in(HANDLES)
    await handles.insert(handle)
    expect(await handles.get(handle._id)).toEqual(handle)
    const [kept] = lying(HANDLES)
    expect(Object.keys(kept ?? {}).sort()).toEqual(['_id', 'citizenId', 'expiresAt', 'mac', 'sealed'])
    expect(JSON.stringify(kept)).not.toMatch(/AAAAAQAAAAAAAAAAAAAAAA|zhang|1\.4711|"phone"|"pin"/)
  })

  it('can be found by what has a reference, one or several, and by a time to the hour', async () => {
    const handles = database.in(HANDLES)
    await handles.insert(handle)
    const { gt, lt } = database.command
    expect(await handles.find({ citizenId: 'zhang' }, { limit: 1 })).toEqual([handle])
    expect(await handles.count({ citizenId: ['li', 'zhang'], expiresAt: gt(new Date(26 * HOUR - 1)) })).toBe(
      1,
    )
    expect(await handles.count({ citizenId: ['li'] })).toBe(0)
    expect(await handles.count({ expiresAt: lt(new Date(26 * HOUR)) })).toBe(0)
    expect(await handles.removeWhere({ citizenId: 'zhang' })).toBe(1)
  })

  it('has references that differ from field to field and from collection to collection', async () => {
    const waiting = { _id: 'w', enrolmentId: 'same', account: 'same', claims: null, portrait: null }
    await database.in<Stored>(REBINDINGS).insert({ ...waiting, expiresAt: new Date(HOUR) } as Stored)
    await database.in(HANDLES).insert({ ...handle, citizenId: 'same' })
    const [rebinding] = lying(REBINDINGS)
    const [kept] = lying(HANDLES)
    expect(new Set([rebinding?.enrolmentId, rebinding?.account, kept?.citizenId, 'same']).size).toBe(4)
  })

  it('cannot be found or ordered by what is sealed', async () => {
    const handles = database.in(HANDLES)
    expect(() => handles.count({ credentialId: '1.4711' })).toThrow('sealed')
    await expect(handles.find({}, { limit: 1, orderBy: { unlock: 'asc' } })).rejects.toThrow('sealed')
    expect(() => handles.updateWhere({ citizenId: 'zhang' }, { deviceId: 'x' })).toThrow('one by one')
  })

  it('tells nothing by its length', async () => {
    const handles = database.in(HANDLES)
    await handles.insert(handle)
    await handles.insert({ ...handle, _id: 'other', citizenId: 'z', credentialId: '12.131071' })
    const lengths = lying(HANDLES).map(({ sealed }) => String(sealed).length)
    expect(new Set(lengths).size).toBe(1)
  })

  it('that is forgotten keeps a rounded time and no id', async () => {
    const days = database.in(PASS_COUNTS)
    await days.put({ _id: 'zhang.2026-11-26', passes: 3, expiresAt: new Date(HOUR) })
    expect(await days.get('zhang.2026-11-26')).toMatchObject({ passes: 3, expiresAt: new Date(24 * HOUR) })
    expect(JSON.stringify(lying(PASS_COUNTS))).not.toContain('zhang')
  })

  it('changes field by field, inside a transaction and outside of one', async () => {
    const credentials = database.in(CREDENTIALS)
    await credentials.insert(credentialOf('valid'))
    expect(await credentials.update('1.1', { status: 'frozen' })).toBe(true)
    expect(await credentials.update('1.1', { status: 'frozen' })).toBe(false)
    expect(await credentials.update('1.2', { status: 'frozen' })).toBe(false)
    await database.transaction((transaction) => transaction.in(CREDENTIALS).update('1.1', { logIndex: 9 }))
    expect(await credentials.get('1.1')).toEqual({ ...credentialOf('frozen'), logIndex: 9 })
    expect(lying(CREDENTIALS)).toMatchObject([{ status: 'frozen' }])
  })

  it('keeps a field that is null as null, so that nothing is found by it', async () => {
    await database.in<Stored>(REBINDINGS).insert({ _id: 'a', account: 'x', enrolmentId: null } as Stored)
    expect(lying(REBINDINGS)).toMatchObject([{ enrolmentId: null }])
  })
})

describe('a function', () => {
  const sweeping = () => keepDatabase(database.raw, { record: RECORD_KEYS.record })

  it('without the data key sees what lies in clear, and can neither write nor find the rest', async () => {
    await database.in(CREDENTIALS).insert(credentialOf('frozen'))
    const seen = await sweeping().in(CREDENTIALS).find({ status: 'frozen' }, { limit: 9 })
    expect(seen).toEqual([
      { _id: '1.1', citizenId: 'zhang', list: 1, status: 'frozen', statusChangedAt: new Date(24 * HOUR) },
    ])
    await expect(sweeping().in(HANDLES).get('x')).rejects.toThrow('reference key')
    expect(() => sweeping().in(CREDENTIALS).insert(credentialOf('valid'))).toThrow('data key')
  })

  it('without the key that vouches reads nothing and writes nothing', async () => {
    await database.in(STAFF).insert(member)
    const staff = sweeping().in(STAFF)
    await expect(staff.get(member._id)).rejects.toThrow('staff key')
    expect(() => staff.insert({ ...member, _id: 'app:other' })).toThrow('staff key')
  })

  it('without the key of the PIN opens no PIN', async () => {
    await database.in<Stored>(UNLOCKS).insert({ _id: 'phone', citizenId: 'zhang', pin: 'hash' } as Stored)
    const { pin, ...others } = RECORD_KEYS
    expect(await keepDatabase(database.raw, others).in(UNLOCKS).get('phone')).toEqual({
      _id: expect.any(String),
      citizenId: 'zhang',
    })
  })

  it('is refused a collection of which nobody said how it is kept', () => {
    expect(() => database.in({ name: 'diaries' })).toThrow('keeping.ts')
  })
})

describe('a record that is vouched for', () => {
  const altered = async (
    collection: CollectionToken<Stored>,
    id: string,
    changes: Record<string, unknown>,
  ) => {
    await database.raw.in<Stored & Record<string, unknown>>({ name: collection.name }).update(id, changes)
  }

  it.each<Record<string, unknown>>([
    { role: 'manager' },
    { organisationId: 'bank' },
    { version: 7 },
    { mac: 'A'.repeat(43) },
    { extra: 1 },
  ])('is refused with %j changed in the database', async (changes) => {
    await database.in(STAFF).insert(member)
    await altered(STAFF, member._id, changes)
    const staff = database.in(STAFF)
    const refused = { name: 'RecordAltered', message: 'A record of staff is not as this cloud wrote it.' }
    await expect(staff.get(member._id)).rejects.toMatchObject(refused)
    await expect(staff.findOne({ name: member.name })).rejects.toMatchObject(refused)
    await expect(staff.find({}, { limit: 9 })).rejects.toMatchObject(refused)
    await expect(staff.update(member._id, { name: '李' })).rejects.toMatchObject(refused)
    await expect(staff.put(member)).rejects.toMatchObject(refused)
    await expect(
      database.transaction((transaction) => transaction.in(STAFF).get(member._id)),
    ).rejects.toMatchObject(refused)
  })

  it('is refused under another id, in another collection, and without its seal', async () => {
    await database.in(STAFF).insert(member)
    const [kept] = lying(STAFF)
    await database.raw.in<Stored>(STAFF).insert({ ...kept, _id: 'app:thief' })
    await expect(database.in(STAFF).get('app:thief')).rejects.toThrow('not as this cloud wrote it')
    await database.raw.in<Stored>(ORGANISATIONS).insert({ ...kept, _id: member._id })
    await expect(database.in(ORGANISATIONS).get(member._id)).rejects.toThrow('not as this cloud wrote it')

    await database.in(CREDENTIALS).insert(credentialOf('valid'))
    const [{ sealed, ...bare } = { _id: '', sealed: '' }] = lying(CREDENTIALS)
    await database.raw.in<Stored>(CREDENTIALS).put(bare)
    await expect(database.in(CREDENTIALS).get('1.1')).rejects.toThrow('not as this cloud wrote it')
  })

  it('keeps no other from being looked at in a scan, which complains at its end', async () => {
    const staff = database.in(STAFF)
    for (const name of ['a', 'b', 'c']) await staff.insert({ ...member, _id: `app:${name}` })
    await altered(STAFF, 'app:b', { role: 'manager' })
    const seen: string[] = []
    const scanning = (async () => {
      for await (const { _id } of staff.scan({ organisationId: 'hotel' })) seen.push(_id)
    })()
    await expect(scanning).rejects.toThrow('not as this cloud wrote it')
    expect(seen).toEqual(['app:a', 'app:c'])
  })

  it('counts its versions, also when it is written whole', async () => {
    const attempts = database.in(ATTEMPTS)
    const record = { _id: 'a', failures: 1, lockedUntil: new Date(0), expiresAt: new Date(1) }
    await attempts.put(record)
    await attempts.put({ ...record, failures: 2 })
    await database.transaction((transaction) => transaction.in(ATTEMPTS).put({ ...record, failures: 3 }))
    expect(lying(ATTEMPTS)).toMatchObject([{ failures: 3, version: 3 }])
  })

  it('of which only the seal counts may change where it lies in clear', async () => {
    await database
      .in<Stored>(DECISIONS)
      .insert({ _id: 'd', numberIndex: '01.x', account: 'app:li' } as Stored)
    expect(
      await database.in(DECISIONS).updateWhere({ numberIndex: '01.x' }, { numberIndex: '02.y' } as never),
    ).toBe(1)
    expect(database.dump()[DECISIONS.name]).toEqual([{ _id: 'd', numberIndex: '02.y', account: 'app:li' }])
  })
})

it('a citizen’s record does not reveal the account', async () => {
  await database
    .in(CITIZENS)
    .insert({ _id: 'zhang', account: 'wx:openid', numberIndex: '01.x' } as unknown as Citizen)
  expect(JSON.stringify(database.raw.dump())).not.toContain('openid')
  expect(await database.in(CITIZENS).find({ account: 'wx:openid' }, { limit: 1 })).toHaveLength(1)
})

function credentialOf(status: Credential['status']): Credential {
  const at = new Date(HOUR)
  return {
    _id: '1.1',
    citizenId: 'zhang',
    type: 'resident-id',
    list: 1,
    holderJwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' },
    assurance: 'specimen',
    status,
    statusChangedAt: at,
    issuedAt: at,
    expiresAt: at,
    logIndex: 1,
  }
}
