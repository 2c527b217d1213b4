import { ERRORS } from '@nansha/shared/errors'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { createCitizenCloud } from './support/citizen-cloud'
import { enrol, photograph, startPhone, toCard, toSelfie } from './support/enrolling-phone'

interface Callbacks {
  success(result: object): void
  fail(error: object): void
}
type NetworkIdApp = (options: Callbacks & { readonly bizSeq: string }) => void

const allow: NetworkIdApp = ({ bizSeq, success }) =>
  success({ resultCode: 'C0000000', idCardAuthData: `of ${bizSeq}` })
const missing: NetworkIdApp = ({ fail }) => fail({ errMsg: 'ncidas:fail' })

/** A phone whose WeChat films by itself and opens the national app, which answers each time with the next of these. */
function phoneWith(...answers: NetworkIdApp[]) {
  const cloud = createCitizenCloud()
  cloud.networkId = true
  const shown: string[] = []
  const phone = startPhone(cloud, {
    requestFacialVerify: ({ success }: Callbacks) => {
      shown.push('WeChat')
      success({})
    },
    ncidas: (options: Parameters<NetworkIdApp>[0]) => {
      shown.push('national app')
      answers.shift()?.(options)
    },
  })
  return { ...phone, shown }
}

/** The selfie that desks will see: WeChat gives no picture of its own. */
async function photographSelf(page: Parameters<typeof photograph>[0]) {
  await eventually(() => expect(page.text()).toContain('请先安装并申领网证'))
  await photograph(page)
}

describe('what the platform asks of the citizen app', () => {
  beforeAll(() => buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD }))

  test('a link that names no page leads to one that says so, and from there home', async () => {
    const phone = startPhone()
    await phone.app.open('/home/index')
    phone.app.findNoPage('pages/of/an/old/version')
    await eventually(() => expect(phone.went.at(-1)).toBe('redirectTo /unknown/index'))
    const unknown = await phone.follow()
    expect(unknown.text()).toContain('没有这个页面')
    await unknown.tap('回到首页')
    expect(phone.went.at(-1)).toBe('reLaunch /home/index')
  })

  test('no page can be passed on to others', async () => {
    const phone = startPhone()
    for (const page of ['/home/index', '/settings/index', '/history/index']) {
      phone.called.length = 0
      await phone.app.open(page)
      await eventually(() => expect(phone.called).toContain('hideShareMenu'))
    }
  })

  test('a new version is offered on the first page and opened when the person says so', async () => {
    let ready = () => {}
    const applyUpdate = vi.fn()
    const getUpdateManager = () => ({ onUpdateReady: (told: () => void) => (ready = told), applyUpdate })
    const home = await startPhone(createCitizenCloud(), { getUpdateManager }).app.open('/home/index')
    expect(home.text()).not.toContain('立即更新')
    ready()
    await eventually(() => expect(home.text()).toContain('新版本已准备好'))
    await home.tap('立即更新')
    expect(applyUpdate).toHaveBeenCalledOnce()
  })

  test('there is no camera before the privacy notice is agreed to, and afterwards there is', async () => {
    const answers = ['no', 'yes']
    const phone = startPhone(createCitizenCloud(), {
      requirePrivacyAuthorize: ({ success, fail }: Callbacks) =>
        answers.shift() === 'no' ? fail({ errMsg: 'privacy permission is not authorized' }) : success({}),
    })
    const card = await toCard(phone)
    await eventually(() => expect(card.text()).toContain('您还没有同意《隐私保护指引》'))
    await expect(card.emit('initdone', 'camera', {})).rejects.toThrow('No <camera>')
    await card.tap('阅读并同意')
    await eventually(() => card.emit('initdone', 'camera', { maxZoom: 1 }))
    await eventually(() => expect(card.text()).toContain('拍摄'))
  })

  test('senior mode is entered on the first page, is left there, and stays for the next time', async () => {
    const phone = startPhone()
    const home = await phone.app.open('/home/index')
    await eventually(() => expect(home.text()).toContain('长辈版：字更大，选项更少'))
    await home.tap('长辈版：字更大，选项更少')
    await eventually(() => expect(home.text()).toContain('返回标准版'))
    expect(phone.stored.get('elder')).toBe('true')
    expect(home.attributes('view', 'class').join(' ')).toContain('kit-page--elder')
    await home.tap('返回标准版')
    expect(phone.stored.get('elder')).toBe('false')
  })
})

describe('where WeChat films and the national network ID is asked for, in the mini-program runtime', () => {
  beforeAll(() => buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD }))

  test('opens the national app on a tap, again when nothing came of it, and only then is anybody filmed', async () => {
    const phone = phoneWith(missing, allow)
    const submit = await enrol(phone, photographSelf)
    await eventually(() => expect(submit.text()).toContain('请用国家网络身份认证确认'))
    expect(phone.shown).toEqual([])
    await submit.tap('打开国家网络身份认证')
    await eventually(() => expect(submit.text()).toContain('还没有完成'))
    await submit.tap('打开国家网络身份认证')
    await eventually(() => expect(submit.text()).toContain('领取成功'))
    expect(phone.shown).toEqual(['national app', 'national app', 'WeChat'])
  })

  test('tells of a selfie that cannot be used before the details are read, and keeps another one', async () => {
    const phone = phoneWith(allow)
    const selfie = await toSelfie(phone)
    phone.cloud.refusals = { 'check-selfie': 'FACE_MULTIPLE' }
    await photographSelf(selfie)
    await eventually(() => expect(selfie.text()).toContain(ERRORS.FACE_MULTIPLE.zh))
    expect(phone.removed).toHaveLength(1)
    phone.cloud.refusals = {}
    await photograph(selfie)
    await eventually(() => expect(phone.went.at(-1)).toContain('/enrol/details'))
    expect(phone.uploaded.slice(-2)).toEqual([
      'photo-3 to enrolments/1/selfie',
      'photo-4 to enrolments/1/selfie',
    ])
  })

  test('without the app there is the counter, and no photo stays on the server', async () => {
    const phone = phoneWith()
    const submit = await enrol(phone, photographSelf)
    await eventually(() => expect(submit.text()).toContain('请用国家网络身份认证确认'))
    await submit.tap('到柜台办理')
    expect(phone.went.at(-1)).toContain('/enrol/counter')
    await eventually(() => expect(phone.cloud.actions.at(-1)).toBe('cancel'))
    expect(phone.shown).toEqual([])
  })

  test('a WeChat that cannot open the national app says so before anybody is photographed', async () => {
    const cloud = createCitizenCloud()
    cloud.networkId = true
    const selfie = await toSelfie(startPhone(cloud, { requestFacialVerify: () => {} }))
    await eventually(() => expect(selfie.text()).toContain('只能在手机微信的小程序中办理'))
    expect(selfie.text()).not.toContain('正在打开相机')
  })
})
