import { STOPPED_TEXTS } from '@nansha/citizen/src/desk/texts'
import { ALARM_TEXTS } from '@nansha/citizen/src/log/texts'
import { TEXTS as ALERTS } from '@nansha/citizen/src/parts/alert-texts'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { PASS_PREFIX } from '@nansha/shared/pass/pack-pass'
import { PORTRAIT_PREFIX } from '@nansha/shared/pass/portrait-frame'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { forgeLog, logEntry } from '../../support/log'
import { createDeployment, logSigner } from './support/deployment'
import { type HeldPhone, startHeldPhone } from './support/held-phone'

const HOUR = 3600_000

/** Scans what the page shows until a code with this prefix was on it. */
async function scan({ screen }: HeldPhone, prefix: string): Promise<string> {
  return eventually(async () => {
    const text = await screen.scan()
    expect(text?.slice(0, 4)).toBe(prefix)
    return text as string
  })
}

/** Opens the app, so that it fetches what it keeps ahead. */
async function openHome(phone: HeldPhone) {
  const home = await phone.app.open('/home/index')
  await eventually(() => expect(phone.stored.get('passes.age')).toBeDefined())
  return home
}

describe('a phone with a credential, in the mini-program runtime', () => {
  beforeAll(() => buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD }))

  test('goes through a gate without any network, and the pass shown is struck off', async () => {
    const phone = await startHeldPhone()
    await openHome(phone)
    phone.cloud.network = false
    const before = JSON.parse(phone.stored.get('passes.gate') ?? '[]').length
    const present = await phone.app.open('/present/index')
    await present.tap('车站机场')
    await present.tap('同意并出示二维码')
    const proof = await scan(phone, PASS_PREFIX)
    expect(JSON.parse(phone.stored.get('passes.gate') ?? '[]')).toHaveLength(before - 1)
    const portrait = await scan(phone, PORTRAIT_PREFIX)

    phone.cloud.network = true
    expect(await phone.cloud.verifyOffline({ proof, portrait }, 'gate')).toMatchObject({
      verdict: 'accept',
      claims: { name: '李明' },
    })
  })

  test('says how many are left, and when there are none that connecting once helps', async () => {
    const phone = await startHeldPhone()
    await openHome(phone)
    phone.cloud.network = false
    const present = await phone.app.open('/present/index')
    await present.tap('车站机场')
    for (const left of [4, 3, 2, 1, 0]) {
      await present.tap('同意并出示二维码')
      const words = left > 2 ? `还可出示 ${left} 次` : left > 0 ? `只剩 ${left} 次` : '没有更多备用的离线凭证'
      await eventually(() => expect(present.text()).toContain(words))
      await present.tap('结束出示')
    }
  })

  test('asks for no PIN at a gate while the face check is fresh, and for it afterwards', async () => {
    const phone = await startHeldPhone()
    const present = await phone.app.open('/present/index')
    await present.tap('车站机场')
    await present.tap('同意并出示二维码')
    await eventually(() => expect(present.text()).toContain('秒后自动更新'))

    const later = await createDeployment()
    later.clock.now += HOUR
    for (const [stored, words] of [
      ['set', '6位出示密码'],
      [undefined, '先设置出示密码'],
    ] as const) {
      const tired = await startHeldPhone(later)
      if (stored) tired.stored.set('pin', stored)
      const again = await tired.app.open('/present/index')
      await again.tap('车站机场')
      await again.tap('同意并出示二维码')
      await eventually(() => expect(again.text()).toContain(words))
    }
  })

  test('answers a desk: sees who asks, approves, and gets the receipt', async () => {
    const phone = await startHeldPhone()
    const { code, nonce } = await phone.cloud.showDeskCode('bank')
    const desk = await phone.app.open('/desk/answer/index')
    await desk.emit('initdone', 'camera', { maxZoom: 1 })
    await desk.emit('scancode', 'camera', { result: code })
    await eventually(() => expect(desk.text()).toContain('南沙湾银行'))
    expect(desk.text()).toContain('姓名、身份号码、住址、照片、证件有效期')
    expect(await phone.cloud.collect(nonce)).toBeNull()

    await desk.tap('同意出示')
    await eventually(() => expect(desk.text()).toContain('已送达'))
    const seen = await phone.cloud.collect(nonce)
    expect(seen).toMatchObject({ scenario: 'bank', claims: { name: '李明' } })
    await eventually(() => expect(desk.text()).toContain('正在核对您的照片'))
    await phone.cloud.confirm(seen?.useId ?? '', true)
    await eventually(() => expect(desk.text()).toContain('核验通过'))
    expect(desk.text()).toContain('不是我本人使用')
  })

  test('declining tells the desk nothing', async () => {
    const phone = await startHeldPhone()
    const { code, nonce } = await phone.cloud.showDeskCode('counter')
    const desk = await phone.app.open('/desk/answer/index')
    await desk.emit('scancode', 'camera', { result: code })
    await eventually(() => expect(desk.text()).toContain('同意出示'))
    await desk.tap('拒绝')
    expect(desk.text()).toContain('没有出示任何信息')
    expect(await phone.cloud.collect(nonce)).toBeNull()
  })

  test('any other code is passed over, with a word', async () => {
    const phone = await startHeldPhone()
    await openHome(phone)
    const desk = await phone.app.open('/desk/answer/index')
    await desk.emit('initdone', 'camera', { maxZoom: 1 })
    await desk.emit('scancode', 'camera', { result: 'https://example.com' })
    expect(desk.text()).toContain('画面中的不是窗口二维码')
    const { code } = await phone.cloud.showDeskCode('counter')
    await desk.emit('scancode', 'camera', { result: code })
    await eventually(() => expect(desk.text()).toContain('同意出示'))
  })

  test.each([
    ['a damaged one', async () => 'ND1:NO CODE OF A DESK', '不是窗口二维码'],
    ['a forged one', async (phone: HeldPhone) => forge(phone), STOPPED_TEXTS.DESK_CODE_INVALID.title.zh],
    ['an old one', async (phone: HeldPhone) => outdate(phone), '窗口二维码已过期'],
    ['without network', async (phone: HeldPhone) => disconnect(phone), STOPPED_TEXTS.OFFLINE.text.zh],
  ])('a code that leads nowhere says why: %s', async (_name, prepare, words) => {
    const phone = await startHeldPhone()
    await openHome(phone)
    const result = await prepare(phone)
    const desk = await phone.app.open('/desk/answer/index')
    await desk.emit('scancode', 'camera', { result })
    await eventually(() => expect(desk.text()).toContain(words))
    await desk.tap('重新扫描')
    expect(desk.text()).toContain('正在打开相机')
  })

  test('shows everything issued on the number, checked against the log', async () => {
    const phone = await startHeldPhone()
    await phone.cloud.publish()
    const log = await phone.app.open('/log/issuances/index')
    await eventually(() => expect(log.text()).toContain('首次签发'))
    expect(log.text()).toContain('用您的身份证号只签发过 1 张，就在这部手机上 ✓')
    expect(log.text()).toContain('已在公开记录中')
    await log.tap('怎么核对的？')
    expect(log.text()).toContain('这部手机核对了每一条')
    expect(log.text()).toContain('证件的入册证明已存在这部手机里')
  })

  test('a log that does not continue the kept one is an alarm, and freezing is one tap away', async () => {
    const phone = await startHeldPhone()
    await phone.cloud.publish()
    const before = await phone.app.open('/log/issuances/index')
    await eventually(() => expect(before.text()).toContain('首次签发'))
    const kept = phone.stored.get('issuance-log')
    const seconds = unixSeconds(phone.cloud.clock.now)
    phone.cloud.logDatabase = await forgeLog([logEntry('another', 'another')], seconds, logSigner)
    const log = await phone.app.open('/log/issuances/index')
    await eventually(() => expect(log.text()).toContain(ALARM_TEXTS.title.zh))
    expect(log.text()).toContain('截屏保存本页')
    await log.tap('立即冻结证件')
    await eventually(() => expect(log.text()).toContain('证件已冻结'))
    expect(phone.stored.get('issuance-log')).toBe(kept)
  })
})

async function forge({ cloud }: HeldPhone): Promise<string> {
  const { code } = await cloud.showDeskCode('bank')
  return code.slice(0, -3) + (code.endsWith('000') ? '100' : '000')
}

async function outdate({ cloud }: HeldPhone): Promise<string> {
  const { code } = await cloud.showDeskCode('bank')
  cloud.clock.now += 5 * 60_000
  return code
}

async function disconnect({ cloud }: HeldPhone): Promise<string> {
  const { code } = await cloud.showDeskCode('bank')
  cloud.network = false
  return code
}

describe('messages in the chat app, in the mini-program runtime', () => {
  beforeAll(() => buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD }))

  /** A phone whose cloud sends messages. */
  async function startAlertedPhone() {
    const phone = await startHeldPhone()
    Object.assign(phone.cloud.ports, { alerts: { templateId: 'template', send: async () => 'sent' } })
    await openHome(phone)
    return phone
  }

  test('are turned on by a tap that the platform asks about, and off again', async () => {
    const phone = await startAlertedPhone()
    const settings = await phone.app.open('/settings/index')
    await eventually(() => expect(settings.text()).toContain(ALERTS.turnOn.zh))
    await settings.tap(ALERTS.turnOn.zh)
    await eventually(() => expect(settings.text()).toContain(ALERTS.turnOff.zh))
    expect(phone.called).toContain('requestSubscribeMessage template')
    expect(phone.cloud.database.dump().citizens).toMatchObject([{ alertsSince: expect.any(Date) }])
    await settings.tap(ALERTS.turnOff.zh)
    await eventually(() => expect(settings.text()).toContain(ALERTS.turnOn.zh))
    expect(phone.cloud.database.dump().citizens).toMatchObject([{ alertsSince: null }])
  })

  test('stay off for who refuses, and the page says where the platform can be told otherwise', async () => {
    const phone = await startAlertedPhone()
    phone.consent.answer = 'reject'
    const settings = await phone.app.open('/settings/index')
    await eventually(() => expect(settings.text()).toContain(ALERTS.turnOn.zh))
    await settings.tap(ALERTS.turnOn.zh)
    await eventually(() => expect(settings.text()).toContain(ALERTS.refused.zh))
    expect(phone.cloud.database.dump().citizens).not.toMatchObject([{ alertsSince: expect.any(Date) }])
  })

  test('are not offered where the cloud sends none', async () => {
    const phone = await startHeldPhone()
    await openHome(phone)
    const settings = await phone.app.open('/settings/index')
    await eventually(() => expect(settings.text()).toContain('冻结证件'))
    expect(settings.text()).not.toContain(ALERTS.title.zh)
  })
})
