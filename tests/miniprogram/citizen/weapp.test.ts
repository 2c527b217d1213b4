import { CAPTURE_TEXTS } from '@nansha/citizen/src/enrol/parts/capture-texts'
import { SIDE_TEXTS } from '@nansha/citizen/src/enrol/parts/card-texts'
import { fillText } from '@nansha/kit/i18n/fill-text'
import { ERRORS } from '@nansha/shared/errors'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { createCitizenCloud, issueSpecimen } from './support/citizen-cloud'
import {
  enrol,
  film,
  photograph,
  restart,
  startPhone,
  toCard,
  toDetails,
  toSelfie,
} from './support/enrolling-phone'

describe('the citizen app in the mini-program runtime', () => {
  beforeAll(() => buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD }))

  test('enrols without TextEncoder, crypto or DOM, and leaves no photo on the phone', async () => {
    const phone = startPhone()
    const submit = await enrol(phone)
    await eventually(() => expect(submit.text()).toContain('领取成功'))
    // The page of the details below is emptied now, and must not name the bar of this one.
    await eventually(() => expect(phone.bar.title).toBe('领取成功'))
    expect(phone.uploaded).toHaveLength(7)
    expect(phone.uploaded.slice(0, 2)).toEqual([
      'photo-1 to enrolments/1/card',
      'photo-2 to enrolments/1/emblem',
    ])
    expect(phone.uploaded.at(-1)).toBe('photo-7 to enrolments/1/frame-c-4')
    expect(phone.removed).toHaveLength(7)
    expect([...phone.stored.keys()]).toEqual(expect.arrayContaining(['phone-key', 'credential']))
    expect([...phone.stored.values()].join()).not.toContain('photo')
  })

  test.each([
    ['tells an old version', () => ({ SDKVersion: '2.21.2' })],
    ['does not know the function that tells it', undefined],
  ])(
    'a platform that %s is told to be updated, and nothing is stored or asked on it',
    async (_, getAppBaseInfo) => {
      const phone = startPhone(createCitizenCloud(), { getAppBaseInfo })
      const home = await phone.app.open('/home/index')
      expect(home.text()).toContain('请更新微信')
      expect(home.text()).not.toContain('申领电子身份证')
      expect([...phone.stored.keys()]).toEqual([])
      expect(phone.cloud.actions).toEqual([])
    },
  )

  test('the bar of a page is in its language after another page changed it', async () => {
    const phone = startPhone()
    await phone.app.open('/home/index')
    expect(phone.bar.title).toBe('南沙身份')
    const settings = await phone.app.open('/settings/index')
    expect(phone.bar.title).toBe('设置')
    await settings.tap('English')
    await eventually(() => expect(phone.bar.title).toBe('Settings'))
    await phone.app.back()
    await eventually(() => expect(phone.bar.title).toBe('Nansha ID'))
  })

  test('consent is not given beforehand, and without it there is no way on', async () => {
    const notice = await startPhone().app.open('/enrol/notice/index')
    expect(notice.attributes('view', 'aria-checked')).toEqual([false])
    expect(notice.attributes('button', 'disabled')).toEqual([false, true])
  })

  test('refusing to be photographed leads to the counter', async () => {
    const phone = startPhone()
    const notice = await phone.app.open('/enrol/notice/index')
    await notice.tap('不同意，改到柜台办理')
    expect(phone.went).toEqual(['navigateTo /enrol/counter/index'])
    expect((await phone.follow()).text()).toContain('由工作人员核对身份证原件')
  })

  test('a page of the flow opened out of turn leads back to where it begins', async () => {
    const phone = startPhone()
    await phone.app.open('/enrol/selfie/index')
    expect(phone.went).toEqual(['redirectTo /enrol/notice/index'])
  })

  test('a side of the card that cannot be used leads back to its own page, which says which and why', async () => {
    const cloud = createCitizenCloud()
    cloud.refusals = { 'read-card': 'CARD_BLURRED' }
    const phone = startPhone(cloud)
    const card = await toCard(phone)
    await photograph(card)
    await phone.follow()
    await eventually(() => expect(phone.went.at(-1)).toBe('navigateBack'))
    await phone.app.back()
    const reason = ERRORS.CARD_BLURRED.zh
    const why = fillText(SIDE_TEXTS.portrait.unread.zh, { reason })
    await eventually(() => expect(card.text()).toContain(why))
    expect(card.text()).toContain(CAPTURE_TEXTS.take.zh)
  })

  test('an app that was closed after the film goes on with the details, and sends no photo again', async () => {
    const cloud = createCitizenCloud()
    const closed = startPhone(cloud)
    await toDetails(closed)
    const phone = restart(closed)
    const home = await phone.app.open('/home/index')
    await eventually(() => expect(home.text()).toContain('已拍好的不用重拍'))
    await home.tap('继续申领')
    expect(phone.went.at(-1)).toBe('navigateTo /enrol/details/index')
    const details = await phone.follow()
    await eventually(() => expect(details.text()).toContain('都正确，提交'))
    await details.tap('都正确，提交')
    const submit = await phone.follow()
    await eventually(() => expect(submit.text()).toContain('领取成功'))
    expect(phone.uploaded).toEqual([])
    await eventually(() => expect([...phone.stored.keys()]).not.toContain('enrolment'))
  })

  test('an app that was closed for too long begins anew, and says why', async () => {
    const cloud = createCitizenCloud()
    const closed = startPhone(cloud)
    await toDetails(closed)
    cloud.refusals = { 'read-card': 'ENROLMENT_EXPIRED' }
    const phone = restart(closed)
    const home = await phone.app.open('/home/index')
    await eventually(() => expect(home.text()).toContain('继续申领'))
    await home.tap('继续申领')
    await phone.follow()
    await eventually(() => expect(phone.went.at(-1)).toBe('redirectTo /enrol/notice/index'))
    expect((await phone.follow()).text()).toContain(ERRORS.ENROLMENT_EXPIRED.zh)
  })

  test('an unclear picture is retaken alone', async () => {
    const cloud = createCitizenCloud()
    cloud.submitted = { code: 'FACE_BLURRED' }
    const phone = startPhone(cloud)
    const submit = await enrol(phone)
    await eventually(() => expect(submit.text()).toContain('请重拍自拍照'))
    await submit.tap('只重拍自拍照')
    expect(phone.went.at(-1)).toBe('navigateBack')
  })

  test('what is asked first is scrolled into view, above the button that began the film', async () => {
    const phone = startPhone()
    const selfie = await toSelfie(phone)
    await eventually(() => expect(selfie.text()).toContain('正在打开相机'))
    await selfie.emit('initdone', 'camera', { maxZoom: 1 })
    phone.called.length = 0
    await selfie.tap('开始')
    await eventually(() => expect(selfie.text()).toContain('请正视镜头'))
    await eventually(() => expect(phone.called).toContain('pageScrollTo'))
  })

  test('a refused camera leads to the setting, and then goes on', async () => {
    const phone = startPhone()
    await enrol(phone, async (page) => {
      await eventually(() => expect(page.text()).toContain('正在打开相机'))
      await page.emit('error', 'camera', { errMsg: 'operateCamera:fail auth deny' })
      await eventually(() => expect(page.text()).toContain('没有相机权限'))
      await page.tap('去允许使用相机')
      await film(page)
    })
    expect(phone.went.at(-1)).toBe('navigateTo /enrol/submit/index')
  })

  test('a finger on the phone’s own lock unlocks as the PIN does', async () => {
    const cloud = createCitizenCloud()
    cloud.refusals = { handles: 'UNLOCK_REQUIRED' }
    const phone = startPhone(cloud)
    const key = createHolderKey(new Uint8Array(48).fill(1))
    phone.stored.set(
      'credential',
      JSON.stringify({ key, credential: issueSpecimen({ holder: key.publicJwk }) }),
    )
    const present = await phone.app.open('/present/index')
    await eventually(() => expect(present.text()).toContain('同意并出示二维码'))
    await present.tap('同意并出示二维码')
    await eventually(() => expect(present.text()).toContain('用指纹或面容解锁'))
    cloud.refusals = {}
    await present.tap('用指纹或面容解锁')
    await eventually(() => expect(present.text()).toContain('秒后自动更新'))
    expect(phone.called).toContain('startSoterAuthentication challenge')
    expect(cloud.actions).toContain('biometric-unlock')
  })

  test('presents: bright while the code shows, as before afterwards', async () => {
    const phone = startPhone()
    const submit = await enrol(phone)
    await eventually(() => expect(submit.text()).toContain('领取成功'))
    const present = await phone.app.open('/present/index')
    expect(present.text()).toContain('照片、姓名、身份号码末四位')
    await present.tap('同意并出示二维码')
    await eventually(() => expect(present.text()).toContain('秒后自动更新'))
    expect(phone.called).toContain('setScreenBrightness 1')
    await present.tap('结束出示')
    expect(phone.called.filter((call) => call.startsWith('setScreenBrightness')).at(-1)).toBe(
      'setScreenBrightness 0.4',
    )
  })
})
