import { beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { createCitizenCloud } from './support/citizen-cloud'
import { enrol, photograph, startPhone, toSelfie } from './support/enrolling-phone'

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
