import { readPortal, refusePortal } from '@nansha/citizen/src/online/read-portal'
import { beforeEach, describe, expect, it } from 'vitest'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

describe('across devices', () => {
  it('signs in whoever types the code of the phone into the page that asked', async () => {
    const { id, link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
    expect(online.transactions.progress('session', id)).toBe('waiting')
    const { sessionCode, returnTo, receipt } = await online.answer(link)
    expect(online.transactions.progress('session', id)).toBe('answered')
    expect(returnTo).toBeUndefined()
    const { claims } = online.transactions.confirm('session', id, sessionCode)
    expect(claims).toMatchObject({ name: '李明', id_number: '11010519491231002X', amr: ['pin'] })
    expect(Object.keys(claims)).not.toContain('sex')
    expect(receipt).toMatchObject({ domain: 'hall.example', disclosed: ['name', 'id_number'] })
  })

  it('is over after three wrong codes', async () => {
    const { id, link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
    const { sessionCode } = await online.answer(link)
    const wrong = sessionCode === '000000' ? '000001' : '000000'
    const tries = []
    for (const code of [wrong, wrong, wrong, sessionCode])
      tries.push(await refusalIn(async () => online.transactions.confirm('session', id, code)))
    expect(tries).toEqual(['CODE_WRONG', 'CODE_WRONG', 'CODE_WRONG', 'TRANSACTION_UNKNOWN'])
  })

  it('tells the page that the citizen declined', async () => {
    const { id, link } = await online.transactions.begin('session', ASK_NAME, 'cross-device')
    await refusePortal(online.phone, await readPortal(online.phone, link), 'access_denied')
    expect(online.transactions.progress('session', id)).toBe('declined')
  })
})

describe('on one device', () => {
  it('signs in the browser to which the wallet leads back', async () => {
    const { link } = await online.transactions.begin('session', ASK_NAME, 'same-device')
    const { returnTo = '' } = await online.answer(link)
    const code = new URL(returnTo).searchParams.get('response_code') ?? ''
    expect(online.transactions.arrive('session', code).claims).toMatchObject({ name: '李明' })
    expect(await refusalIn(async () => online.transactions.arrive('session', code))).toBe(
      'TRANSACTION_UNKNOWN',
    )
  })
})

it('a pseudonym is the same each time and names nobody', async () => {
  const question = { purpose: 'sign-in', claims: [['pairwise_id']] }
  const signIn = async () => {
    const { id, link } = await online.transactions.begin('session', question, 'cross-device')
    return online.transactions.confirm('session', id, (await online.answer(link)).sessionCode).claims
  }
  const [first, second] = [await signIn(), await signIn()]
  expect(first.pairwise_id).toMatch(/^[\w-]{43}$/)
  expect(second.pairwise_id).toBe(first.pairwise_id)
  expect(Object.keys(first)).not.toContain('name')
})

it('an account is opened only for a face that was just seen, and with the consents that were shown', async () => {
  const consent = { zh: '个人信息查询', en: 'Credit check' }
  const data = {
    type: 'urn:nansha:account-opening',
    credential_ids: ['id'],
    bank: { zh: '南沙湾银行', en: 'Nansha Bay Bank' },
    product: { zh: '活期账户', en: 'Current account' },
    consents: [consent],
  }
  const question = { purpose: 'open-account', claims: [['name']], transactionData: [data] }
  const begin = () => online.transactions.begin('session', question, 'cross-device')
  const { id, link } = await begin()
  const { sessionCode } = await online.answer(link)
  expect(online.transactions.confirm('session', id, sessionCode).claims).toMatchObject({ amr: ['face'] })

  online.clock.now += 31 * 60_000
  const later = await begin()
  expect(await refusalIn(() => online.answer(later.link))).toBe('UNLOCK_REQUIRED')
})

it('a claim that may be left out is shown only when the citizen chose it', async () => {
  const question = {
    purpose: 'sign-in',
    claims: [['name']],
    optional: [['address', 'formatted'], ['id_number']],
  }
  const { id, link } = await online.transactions.begin('session', question, 'cross-device')
  const { sessionCode, receipt } = await online.answer(link, [['id_number']])
  expect(receipt.disclosed).toEqual(['name', 'id_number'])
  const { claims } = online.transactions.confirm('session', id, sessionCode)
  expect(claims).toHaveProperty('id_number')
  expect(claims.address).not.toHaveProperty('formatted')
})

it('two websites see no credential with anything in common but what was disclosed', async () => {
  const seen: Record<string, unknown>[] = []
  for (let n = 0; n < 2; n++) {
    const { id, link } = await online.transactions.begin(
      'session',
      { purpose: 'sign-in', claims: [['pairwise_id']] },
      'cross-device',
    )
    const { claims } = online.transactions.confirm('session', id, (await online.answer(link)).sessionCode)
    seen.push({ ...claims })
    online.clock.now += 61_000
  }
  const [one = {}, other = {}] = seen
  const same = Object.keys(one).filter((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))
  expect(same.sort()).toEqual([
    'address', // empty
    'age_equal_or_over', // empty
    'amr',
    'assurance',
    'auth_time',
    'iss',
    'issuer_id',
    'pairwise_id',
    'pairwise_sector',
    'vct',
  ])
})
