import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { OrganisationList } from '@nansha/shared/api/organisation'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { carryOut } from '#scripts/operate/carry-out'
import { freezeForCaller } from '#scripts/operate/freeze-for-caller'
import { type Reached, reach } from '#scripts/operate/reach'
import { readCommand } from '#scripts/operate/read-command'
import { createAskAsOperator } from '#scripts/operate/sign-and-call'
import { readPrivateKey } from '#scripts/private-key'
import { startTestCloud, type TestCloud } from '#support/cloud'

// The operator's command, as it is typed, over the built functions and the real SDK.
let cloud: TestCloud
let reached: Reached
let ask: ReturnType<typeof createAskAsOperator>
beforeAll(async () => {
  cloud = await startTestCloud()
  reached = await reach({ kind: 'local', url: cloud.url })
  const key = await readPrivateKey(path.join(cloud.dataDir, 'operator.json'))
  ask = createAskAsOperator(reached, key, Date.now)
})
afterAll(() => cloud.stop())

const type = async (...argv: string[]) => {
  const { event } = readCommand(argv)
  if (!event) throw new Error('No event.')
  return (await carryOut(ask, event)).join('\n')
}
const onboard = ['onboard', '--zh', '南沙酒店', '--en', 'Nansha Hotel', '--scenarios', 'hotel']

it('onboards, names the first manager, renews, withdraws and gives back', async () => {
  const onboarded = await type(...onboard, '--until', '2033-05-18')
  const [, organisation = '', invitation = ''] =
    /Organisation ([\w-]{22})[\s\S]*days: ([\w-]{22})/.exec(onboarded) ?? []
  const manager = cloud.staff('manager')
  const join = { action: 'join', invitation, name: '陈经理' }
  expect(await manager.call('organisation', join)).toMatchObject({ ok: true })
  expect(await type('list')).toContain('南沙酒店 / Nansha Hotel  hotel  until 2033-05-18  1 manager')
  expect(await type('staff', organisation)).toContain('manager  陈经理')

  const session = () => manager.call('verify', { action: 'session' })
  expect(await session()).toMatchObject({ ok: true, role: 'manager' })
  await type('suspend', organisation)
  expect(await session()).toMatchObject({ code: 'LICENCE_SUSPENDED' })
  expect(await manager.call('verify', { action: 'bundle' })).toMatchObject({ code: 'LICENCE_SUSPENDED' })
  expect(await type('list')).toContain('SUSPENDED since')
  await type('renew', organisation, '--until', '2034-05-18')
  await type('resume', organisation)
  expect(await session()).toMatchObject({ ok: true, licenceExpiresAt: 2_031_580_799 })

  const { operatorCalls } = await cloud.records()
  const actions = operatorCalls?.map((call) => (call as unknown as { action: string }).action).sort()
  expect(actions).toEqual(
    ['invite', 'onboard', 'organisations', 'organisations', 'renew', 'resume', 'staff', 'suspend'].sort(),
  )
})

it('the operator’s command is refused to who holds the platform’s credentials and no operator’s key', async () => {
  const stranger = createAskAsOperator(reached, createHolderKey(randomBytes(48)), Date.now)
  const list = stranger<OrganisationList>('organisation', { action: 'organisations' })
  await expect(list).rejects.toThrow('OPERATOR_CALL_INVALID')
  expect(await reached.call('organisation', { action: 'organisations' })).toMatchObject({
    code: 'CALLER_UNKNOWN',
  })
})

it('freezes for who telephones, and says the same whether there was anybody', async () => {
  const lines = ['李晚晴', '11010519491231002X']
  const told = await freezeForCaller(ask, 'call 3', async () => lines.shift() ?? '')
  expect(told[0]).toContain('if there is a digital ID')
  const wrong = freezeForCaller(ask, 'call 4', async () => '123')
  await expect(wrong).rejects.toThrow('not written as on an ID card')
  const { decisions, operatorCalls } = await cloud.records()
  expect(decisions).toBeUndefined()
  expect(operatorCalls).toContainEqual(expect.objectContaining({ reference: 'call 3' }))
})

it('the operator’s command tells an operator who opens the companion what to do', async () => {
  expect(await cloud.operator.call('verify', { action: 'session' })).toMatchObject({
    code: 'OPERATOR_ACCOUNT',
  })
  expect(await cloud.staff('nobody').call('verify', { action: 'session' })).toMatchObject({
    code: 'STAFF_NOT_ENTITLED',
  })
})

it('the operator’s command keeps the operator’s key of this machine from other users', async () => {
  const file = path.join(cloud.dataDir, 'operator.json')
  expect((await stat(file)).mode & 0o077).toBe(0)
  expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('d')
})
