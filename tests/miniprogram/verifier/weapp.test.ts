import path from 'node:path'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { ErrorCode } from '@nansha/shared/errors'
import { packPortrait } from '@nansha/shared/pass/portrait-frame'
import { refusalLook } from '@nansha/verifier/src/parts/refusals'
import { TEXTS } from '@nansha/verifier/src/texts'
import { TEXTS as WARNINGS } from '@nansha/verifier/src/warnings/texts'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { CHILD, DUTIES } from '#support/hotel'
import { typeInto } from '../support/find-on-screen'
import { createWeapp } from '../support/weapp-runtime'
import { createWx } from '../support/wx'
import { addCamera } from '../support/wx-camera'
import { createDeskCloud, type DeskCloud } from './support/desk-cloud'
import { ticketThat } from './support/ticket-that'

const folder = path.resolve(import.meta.dirname, '../../../miniprogram/verifier/dist/weapp')

async function start(arrange: (cloud: DeskCloud) => void = () => undefined) {
  const cloud = await createDeskCloud()
  arrange(cloud)
  const answer = async (name: string, event: unknown) => {
    const reply = await cloud.answer(`/functions/${name}`, event)
    if (reply === undefined) throw Object.assign(new Error('request:fail'), { errCode: -1 })
    return (reply.body as { result: unknown }).result
  }
  const fake = createWx(answer, () => cloud.network)
  const { wx, removed } = addCamera(fake.wx)
  // Taro leaves its marks on `wx`; the platform hands a restarted app a clean one.
  const restart = () => createWeapp(folder, { ...wx })
  return { ...fake, cloud, removed, app: restart(), restart }
}

const title = (code: ErrorCode) => refusalLook(code).title.zh

describe('the companion in the mini-program runtime', () => {
  beforeAll(() => buildApps({ apps: ['verifier'], platforms: ['weapp'], settings: LOCAL_BUILD }))

  test('opens on the desk and starts scanning for the chosen purpose', async () => {
    const { app, went } = await start()
    const desk = await app.open('/desk/index')
    await eventually(() => expect(desk.text()).toContain('南沙湾酒店'))
    await desk.tap('年龄证明')
    await desk.tap('开始扫码')
    expect(went).toEqual(['navigateTo /check/index?scenario=age'])
  })

  test('a hotel’s list of work is of now whenever somebody comes back to it', async () => {
    const { app, cloud } = await start()
    const page = await app.open('/desk/index')
    await eventually(() => expect(page.text()).toContain('在住\u00a0·\u00a00'))
    cloud.stays.wait('the-stay')
    await page.leaveAndReturn()
    await eventually(() => expect(page.text()).toContain('已核验，待分房\u00a0·\u00a01'))
  })

  test('a guest without a phone is taken although the list of work cannot be read', async () => {
    const { app, went } = await start(({ stays }) => {
      stays.summary = { ok: false, code: 'SERVICE_UNAVAILABLE' }
    })
    const page = await app.open('/desk/index')
    await eventually(() => expect(page.text()).toContain('暂时读不到住客情况'))
    await page.tap('没有手机的客人：其他证件、儿童')
    expect(went.at(-1)).toContain('/stays/admit/index')
  })

  test('checks a guest once, compares, accepts, and is ready again', async () => {
    const { app, cloud, called } = await start()
    const page = await app.open('/check/index?scenario=hotel')
    const seen = { result: ticketThat('OK') }
    await Promise.all([page.emit('scancode', 'camera', seen), page.emit('scancode', 'camera', seen)])
    await eventually(() => expect(page.text()).toContain('欧阳思南'))
    expect(page.text()).toContain('002X')
    expect(cloud.events.map((event) => event.action)).toEqual(['ticket'])

    expect(page.text().split('\n')).not.toContain('是本人')
    await page.emit('load', 'image', {})
    await page.tap('是本人')
    await eventually(() => expect(page.text()).toContain('核验通过'))
    expect(cloud.events.at(-1)).toEqual({
      action: 'confirm',
      useId: 'use-0123456789abcdef',
      portraitMatches: true,
    })
    expect(called).toContain('vibrateShort')
    await page.tap('下一位 · 8')
    await eventually(() => expect(page.text()).toContain('正在打开摄像头'))
    await page.emit('initdone', 'camera', { maxZoom: 1 })
    expect(page.text()).toContain('将对方的二维码放入框内')
  })

  test('takes a hotel guest from the scan to a room, and out of it again', async () => {
    const { app, cloud, went } = await start()
    const check = await app.open('/check/index?scenario=hotel')
    await check.emit('scancode', 'camera', { result: ticketThat('OK') })
    await eventually(() => expect(check.text()).toContain('欧阳思南'))
    await check.emit('load', 'image', {})
    await check.tap('是本人')
    await eventually(() => expect(check.text()).toContain('核验通过'))
    await check.tap('办理入住')
    const stay = went.at(-1)?.split('stay=')[1] ?? ''

    const arrive = await app.open(`/stays/arrive/index?stay=${stay}`)
    await eventually(() => expect(arrive.text()).toContain('欧阳思南'))
    // The keyboard is open at once, and its own key is the third tap; without a room it does nothing.
    expect(arrive.attributes('input', 'focus')).toContain(true)
    await arrive.emit('confirm', 'input', { value: '' })
    expect(cloud.stays.events.map(({ action }) => action)).not.toContain('arrive')
    await arrive.emit('input', 'input', { value: '808' })
    await arrive.emit('confirm', 'input', { value: '808' })
    await eventually(() => expect(arrive.text()).toContain('已入住 808'))

    const details = await app.open(`/stays/stay/index?stay=${stay}`)
    await eventually(() => expect(details.text()).toContain('在住，待报送'))
    cloud.stays.report()
    await details.tap('刷新')
    await eventually(() => expect(details.text()).toContain('在住，已报送'))
    await details.tap('退房')
    await details.tap('确认 808 房退房')
    await eventually(() => expect(details.text()).toContain('已退房，待报送'))
  })

  test('a minor gets a room only after each duty was answered, and each answer is recorded', async () => {
    const { app, cloud } = await start()
    cloud.stays.answer({ action: 'admit', stay: 'the-stay', guest: 'child', document: CHILD })
    const page = await app.open('/stays/arrive/index?stay=the-stay')
    await eventually(() => expect(page.text()).toContain('未成年人入住登记：李小满'))
    const answer = [
      () => page.emit('input', 'input', { value: '李娜' }, 0),
      () => page.emit('input', 'input', { value: '13800000000' }, 1),
      () => page.tap('已联系，监护人知情'),
      () => page.tap('父母'),
      () => page.tap('已告知：非同住人员进入房间须登记'),
      () => page.tap('没有'),
    ]
    for (const next of answer) {
      expect(page.text()).not.toContain('房号')
      expect(page.attributes('button', 'disabled')).toContain(true)
      await next()
    }
    await page.tap('以上已办，保存')
    await eventually(() => expect(page.text()).toContain('房号'))
    expect(cloud.stays.events).toContainEqual({ action: 'duties', guest: 'child', duties: DUTIES })
  })

  test('a guest without a phone is registered by a photo of the card, compared by a photo that they agreed to', async () => {
    const { app, cloud, removed, went } = await start()
    const page = await app.open('/stays/admit/index?stay=the-stay')
    await page.tap('拍照读取，免录入')
    await page.emit('initdone', 'camera', { maxZoom: 1 })
    await page.tap('拍照')
    await eventually(() => expect(page.text()).toContain('尾号 1234'))
    expect(page.text()).not.toContain('公民身份号码')
    await page.tap('客人同意后，拍照比对')
    expect(page.text()).toContain('请先征得对方同意')
    await page.tap('对方同意')
    await page.emit('initdone', 'camera', { maxZoom: 1 })
    await page.tap('拍照比对')
    await eventually(() => expect(page.text()).toContain('像同一个人'))
    await page.tap('已核对本人与证件，登记')
    await eventually(() => expect(went).toEqual(['redirectTo /stays/arrive/index?stay=the-stay']))
    expect(removed).toEqual(['photo-1', 'photo-2'])
    const done = cloud.stays.events.filter(({ action }) => action !== 'waiting')
    expect(done.map(({ action }) => action)).toEqual([
      'photograph-document',
      'read-document',
      'photograph-guest',
      'compare-guest',
      'admit-read',
    ])
    expect(done.at(-1)).toMatchObject({ stay: 'the-stay', document: { kind: 'card', name: '李娜' } })
  })

  test('a card that cannot be read is typed, and one that was read badly is compared line by line', async () => {
    const { app, cloud } = await start()
    const page = await app.open('/stays/admit/index')
    cloud.stays.read = { ok: false, code: 'CARD_BLURRED' }
    await page.tap('拍照读取，免录入')
    await page.emit('initdone', 'camera', { maxZoom: 1 })
    await page.tap('拍照')
    await eventually(() => expect(page.text()).toContain('照片模糊'))
    cloud.stays.read = { kind: 'card', name: '李娜', last4: '1234', ethnicity: '', address: '广东省广州市' }
    await page.tap('拍照')
    await eventually(() => expect(page.text()).toContain('尾号 1234'))
    expect(page.attributes('textarea', 'value')).toContain('李娜')
    await page.tap('已核对本人与证件，登记')
    await eventually(() => expect(page.text()).toContain('有的栏目没有填写'))
    await page.tap('改为手工录入')
    await eventually(() => expect(page.text()).toContain('公民身份号码'))
    expect(cloud.stays.events.at(-1)).toMatchObject({ action: 'discard-read' })
  })

  test('after a refusal the plastic card is looked at, recorded, and the guest registered by it', async () => {
    const { app, cloud, went } = await start()
    const page = await app.open('/check/index?scenario=hotel')
    await page.emit('scancode', 'camera', { result: ticketThat('TICKET_REPLAYED') })
    await eventually(() => expect(page.text()).toContain(title('TICKET_REPLAYED')))
    await page.tap('改查身份证原件')
    await page.tap('原件相符')
    await eventually(() => expect(page.text()).toContain('凭原件放行'))
    expect(cloud.events.at(-1)).toMatchObject({
      action: 'card-check',
      refused: 'TICKET_REPLAYED',
      card: 'matches',
    })
    await page.tap('凭原件登记入住')
    expect(went.at(-1)).toContain('/stays/admit/index')
  })

  test('who can show no code is read eight digits, and the desk goes back to scanning', async () => {
    const { app, cloud } = await start()
    const page = await app.open('/check/index?scenario=hotel')
    await page.emit('initdone', 'camera', { maxZoom: 1 })
    await page.tap('对方出示不了：念8位数字')
    await eventually(() => expect(page.text()).toContain('2048 2048'))
    expect(cloud.events).toMatchObject([{ action: 'desk-code', scenario: 'hotel', spoken: true }])
    await page.tap('返回二维码')
    await eventually(() => expect(page.text()).toContain('正在打开摄像头'))
  })

  test('a stay that was entered by mistake is annulled with its reason', async () => {
    const { app, cloud } = await start()
    cloud.stays.wait('the-stay')
    cloud.stays.answer({ action: 'arrive', stay: 'the-stay', room: '808', until: '2030-01-01' })
    const page = await app.open('/stays/stay/index?stay=the-stay')
    await eventually(() => expect(page.text()).toContain('在住，待报送'))
    await page.tap('撤销登记（录错时）')
    await page.tap('重复登记')
    await page.tap('确认撤销 808 房登记')
    await eventually(() => expect(page.text()).toContain('已撤销，待报送'))
    expect(cloud.stays.events).toContainEqual(
      expect.objectContaining({ action: 'annul', reason: 'entered-twice' }),
    )
  })

  test('a shift is handed over with a note, and taken over after the note before was read', async () => {
    const { app, cloud } = await start()
    const page = await app.open('/stays/shift/index')
    await eventually(() => expect(page.text()).toContain('808 房 6 点叫早'))
    const asked = () => cloud.stays.events.filter(({ action }) => action !== 'shift' && action !== 'waiting')
    await page.emit('input', 'textarea', { value: '909 房加床' })
    await page.tap('交班')
    await eventually(() => expect(asked()).toMatchObject([{ action: 'close-shift', note: '909 房加床' }]))
    await eventually(() => expect(page.text()).toContain('已阅读，接班'))
    await page.tap('已阅读，接班')
    await eventually(() => expect(asked().at(-1)).toMatchObject({ action: 'open-shift', takes: ['before'] }))
    await eventually(() => expect(page.text()).toContain('我的班次'))
  })

  test('the camera is replaced after the app was away', async () => {
    const { app } = await start()
    const page = await app.open('/check/index?scenario=hotel')
    await page.emit('initdone', 'camera', { maxZoom: 1 })
    const [before] = page.attributes('camera', 'data-sid')
    await page.emit('stop', 'camera', {})
    expect(page.text()).toContain('正在打开摄像头')
    await page.leaveAndReturn()
    expect(page.attributes('camera', 'data-sid')).not.toEqual([before])
    await page.emit('initdone', 'camera', { maxZoom: 1 })
    expect(page.text()).toContain('将对方的二维码放入框内')
  })

  test('a refused camera leads to the setting', async () => {
    const { app } = await start()
    const page = await app.open('/check/index?scenario=hotel')
    await page.emit('error', 'camera', { errMsg: 'operateCamera:fail auth deny' })
    await eventually(() => expect(page.text()).toContain('摄像头未授权'))
    await page.tap('去允许')
    await eventually(() => expect(page.text()).toContain('正在打开摄像头'))
  })

  test('without a network the ticket is kept and can be sent again', async () => {
    const { app, cloud } = await start((desk) => {
      desk.network = false
    })
    const page = await app.open('/check/index?scenario=hotel')
    await page.emit('scancode', 'camera', { result: ticketThat('OK') })
    await eventually(() => expect(page.text()).toContain(refusalLook('OFFLINE').text.zh))
    cloud.network = true
    await page.tap('重试')
    await eventually(() => expect(page.text()).toContain(TEXTS.compare.zh))
  })

  test('a foreign code in view ends no check, is not sent, and the guest is checked beside it', async () => {
    const { app, cloud } = await start()
    const page = await app.open('/check/index?scenario=hotel')
    await page.emit('initdone', 'camera', { maxZoom: 1 })
    const foreign = { result: 'wxp://f2f0AbCdEfGhIjKlMnOpQrStUvWxYz0123456789' }
    for (let look = 0; look < 5; look++) await page.emit('scancode', 'camera', foreign)
    expect(page.text()).toContain('画面中的不是南沙身份二维码')
    expect(cloud.events).toEqual([])
    await page.emit('scancode', 'camera', { result: ticketThat('OK') })
    await eventually(() => expect(page.text()).toContain('欧阳思南'))
  })

  test('an answer that nobody trusted signed is red, and no portrait is shown', async () => {
    const { app } = await start((cloud) => {
      cloud.forged = true
    })
    const page = await app.open('/check/index?scenario=hotel')
    await page.emit('scancode', 'camera', { result: ticketThat('OK') })
    await eventually(() => expect(page.text()).toContain(title('VERDICT_INVALID')))
    expect(page.text()).not.toContain('欧阳思南')
  })

  test('a gate without network: two frames, compared, accepted, reported later, and good once', async () => {
    const { app, cloud, called, restart, stored } = await start()
    const frames = await cloud.signed.frames()
    const page = await app.open('/check/index?scenario=gate')
    await eventually(() => expect(stored.has('trust-bundle')).toBe(true))
    cloud.network = false
    const show = (text: string) => page.emit('scancode', 'camera', { result: text })
    await show(frames.proof)
    await eventually(() => expect(page.text()).toContain('正在读照片'))
    expect(page.text()).not.toContain('是本人')
    await show(frames.portrait)
    await eventually(() => expect(page.text()).toContain('李明'))
    expect(page.text()).toContain(TEXTS.byPin.zh)
    expect(page.text().split('\n')).not.toContain('是本人')
    await page.emit('load', 'image', {})
    await page.tap('是本人')
    await eventually(() => expect(page.text()).toContain('核验通过'))
    expect(called).toContain('vibrateShort')
    expect(cloud.reported).toEqual([])

    const again = await restart().open('/check/index?scenario=gate')
    await again.emit('scancode', 'camera', { result: frames.proof })
    await eventually(() => expect(again.text()).toContain(title('TICKET_REPLAYED')))

    cloud.network = true
    await eventually(() => expect(cloud.reported).toMatchObject([{ scenario: 'gate', accepted: true }]))
  })

  test('a gate without a portrait never shows green', async () => {
    const { app, cloud, called } = await start()
    const { proof } = await cloud.signed.frames()
    const page = await app.open('/check/index?scenario=gate')
    await page.emit('scancode', 'camera', { result: proof })
    await eventually(() => expect(page.text()).toContain('没有照片，改为核对原件'))
    await page.tap('没有照片，改为核对原件')
    expect(page.text()).toContain('请核对身份证原件与本人')
    await page.tap('原件相符')
    await eventually(() => expect(page.text()).toContain('凭原件放行'))
    expect(page.text()).not.toContain('核验通过')
    expect(called).not.toContain('vibrateShort')
  })

  test('a portrait that this device cannot show never becomes green: the card is compared', async () => {
    const { app, called } = await start()
    const page = await app.open('/check/index?scenario=hotel')
    await page.emit('scancode', 'camera', { result: ticketThat('OK') })
    await eventually(() => expect(page.text()).toContain('欧阳思南'))
    await page.emit('error', 'image', { errMsg: 'image: decode failed' })
    await eventually(() => expect(page.text()).toContain(TEXTS.compareCard.zh))
    expect(page.text().split('\n')).not.toContain('是本人')
    await page.tap(TEXTS.cardMatches.zh)
    await eventually(() => expect(page.text()).toContain(TEXTS.byCard.zh))
    expect(page.text()).not.toContain(TEXTS.accepted.zh)
    expect(called).not.toContain('vibrateShort')
  })

  test('a portrait of somebody else is refused', async () => {
    const { app, cloud } = await start()
    const { proof } = await cloud.signed.frames()
    const page = await app.open('/check/index?scenario=gate')
    await page.emit('scancode', 'camera', { result: proof })
    await eventually(() => expect(page.text()).toContain('正在读照片'))
    await page.emit('scancode', 'camera', { result: packPortrait(Uint8Array.of(1, 2, 3)) })
    await eventually(() => expect(page.text()).toContain(title('CREDENTIAL_INVALID')))
  })

  test('a desk that begins without network works on with passes', async () => {
    const { app, cloud, restart, stored } = await start()
    const desk = await app.open('/desk/index')
    await eventually(() => expect(stored.has('trust-bundle')).toBe(true))
    expect(desk.text()).toContain('南沙湾酒店')
    cloud.network = false
    const again = await restart().open('/desk/index')
    await eventually(() => expect(again.text()).toContain('没有网络：可以核验离线凭证'))
    expect(again.text()).toContain('车站机场')
    expect(again.text()).not.toContain('酒店入住')
  })

  test('a bank shows its code, and says why an answer was refused', async () => {
    const { app, cloud } = await start()
    const page = await app.open('/check/index?scenario=bank')
    await eventually(() => expect(page.text()).toContain('秒后自动更换'))
    expect(page.attributes('view', 'aria-label')).toContain('本窗口的二维码，供对方扫描')
    cloud.arrives = 'CREDENTIAL_FROZEN'
    await eventually(() => expect(page.text()).toContain(title('CREDENTIAL_FROZEN')))
    cloud.arrives = undefined
    await page.tap('显示新的二维码')
    await eventually(() => expect(page.text()).toContain('秒后自动更换'))
  })

  test('“not me” interrupts whatever is on the screen, with a siren, until it was read', async () => {
    const at = unixSeconds(Date.now())
    const disputed = { id: 'disputed.use-1', kind: 'disputed', scenario: 'hotel', at, raisedAt: at } as const
    const { app, called } = await start((cloud) => {
      cloud.warnings = [{ ...disputed, staff: '林晓', name: '李明' }]
    })
    const page = await app.open('/check/index?scenario=hotel')
    await eventually(() => expect(page.text()).toContain(WARNINGS.disputed.zh))
    expect(page.text()).toContain('李明')
    expect(called).toContain('vibrateLong')
    await page.tap(WARNINGS.understood.zh)
    expect(page.text()).not.toContain(WARNINGS.disputed.zh)
  })

  test('the history names the reasons, and nobody who was checked', async () => {
    const at = 1_790_000_000
    const { app } = await start((cloud) => {
      cloud.checks = [
        { useId: 'use-1', at, scenario: 'gate', state: 'accepted', doubled: true, staff: '林晓' },
        { at, scenario: 'hotel', state: 'refused', code: 'TICKET_EXPIRED', staff: '林晓' },
      ]
    })
    const page = await app.open('/checks/index')
    await eventually(() => expect(page.text()).toContain('通过 · 车站机场'))
    expect(page.text()).toContain('在别处也被使用')
    expect(page.text()).toContain(`${title('TICKET_EXPIRED')} · 酒店入住`)
  })

  test('a manager invites, and removes by a second tap', async () => {
    const { app } = await start()
    const page = await app.open('/manage/staff/index?organisation=organisation-1')
    await eventually(() => expect(page.text()).toContain('陈经理'))
    await page.tap('移除')
    expect(page.text()).toContain('移除 林晓？')
    await page.tap('不移除')
    await page.tap('生成邀请码')
    await eventually(() => expect(page.text()).toContain('invitation-0123456789'))
  })

  test('a manager sees which invitations are open, and withdraws one', async () => {
    const { app, cloud } = await start()
    cloud.invitations = [
      { id: 'a', role: 'manager', by: '陈经理', expiresAt: 1_780_000_000 },
      { id: 'b', role: 'clerk', expiresAt: 1_780_000_000 },
    ]
    const page = await app.open('/manage/staff/index?organisation=organisation-1')
    await eventually(() => expect(page.text()).toContain('由 陈经理 发出'))
    expect(page.text()).toContain('由 运营方 发出')
    await page.tap('撤回')
    await eventually(() => expect(page.text()).not.toContain('由 陈经理 发出'))
    expect(page.text()).toContain('由 运营方 发出')
  })

  test('an officer opens an application, and may type what the card says', async () => {
    const { app } = await start()
    const page = await app.open('/manage/officer/index')
    await page.emit('input', 'input', { value: '8765 4321' })
    await page.tap('下一步')
    await eventually(() => expect(page.text()).toContain('办理码不存在'))
    await page.emit('input', 'input', { value: '1234 5678' })
    await page.tap('下一步')
    await eventually(() => expect(page.text()).toContain('拍摄身份证原件'))
    await page.tap('手工录入')
    await page.tap('与原件一致，下一步')
    expect(page.text()).toContain('姓名格式不正确')
    await typeInto(page, '姓名', '欧阳思南')
    await typeInto(page, '身份号码', '11010519491231002X')
    await typeInto(page, '有效期至（国徽面）', '长期')
    await page.tap('与原件一致，下一步')
    expect(page.text()).toContain('为本人拍照')
  })

  test('an officer has both sides of the card read, and compares', async () => {
    const { app, removed } = await start()
    const page = await app.open('/manage/officer/index')
    await page.emit('input', 'input', { value: '12345678' })
    await page.tap('下一步')
    for (const title of ['拍摄身份证原件', '翻到国徽面']) {
      await eventually(() => expect(page.text()).toContain(title))
      await page.emit('initdone', 'camera', { maxZoom: 1 })
      await page.tap('拍照')
    }
    await eventually(() => expect(page.text()).toContain('与原件逐项核对'))
    expect(removed).toEqual(['photo-1', 'photo-2'])
    expect(page.attributes('input', 'value')).toContain('2036-05-20')
    await page.tap('与原件一致，下一步')
    expect(page.text()).toContain('为本人拍照')
  })

  test('text follows the size set in WeChat, and roles reach the template', async () => {
    const { app } = await start()
    const desk = await app.open('/desk/index')
    await eventually(() => expect(desk.text()).toContain('酒店入住'))
    expect(desk.attributes('view', 'style')).toContain('--reader: 20px;')
    const roles = desk.attributes('view', 'aria-role').slice(0, 6)
    expect(roles).toEqual(['main', 'heading', 'radiogroup', 'radio', 'radio', 'radio'])
    expect(desk.attributes('view', 'aria-checked')).toEqual([true, false, false, false])
  })
})
