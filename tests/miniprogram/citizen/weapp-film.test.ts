import { TEXTS as SELFIE } from '@nansha/citizen/src/enrol/selfie/texts'
import { ERRORS } from '@nansha/shared/errors'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { createCitizenCloud } from './support/citizen-cloud'
import { film, startPhone, toSelfie } from './support/enrolling-phone'

describe('what was filmed, in the mini-program runtime:', () => {
  beforeAll(() => buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD }))

  test('a film that cannot be used is told before any details are read, and filmed again on its own page', async () => {
    const cloud = createCitizenCloud()
    cloud.refusals = { 'check-selfie': 'FACE_BLURRED' }
    const phone = startPhone(cloud)
    const selfie = await toSelfie(phone)
    await film(selfie)
    await eventually(() => expect(selfie.text()).toContain(ERRORS.FACE_BLURRED.zh))
    expect(selfie.text()).toContain('正在打开相机')
    expect(phone.went.at(-1)).toContain('/enrol/selfie')
    // The frames are gone from the phone, the card is not.
    expect(phone.removed).toHaveLength(5)
    cloud.refusals = {}
    await film(selfie, () => expect(selfie.text()).not.toContain(ERRORS.FACE_BLURRED.zh))
    await eventually(() => expect(phone.went.at(-1)).toContain('/enrol/details'))
    const before = phone.uploaded.length
    const details = await phone.follow()
    await eventually(() => expect(details.text()).toContain('都正确，提交'))
    await details.tap('都正确，提交')
    const submit = await phone.follow()
    await eventually(() => expect(submit.text()).toContain('领取成功'))
    expect(phone.uploaded).toHaveLength(before)
    expect(cloud.actions.filter((action) => action === 'check-selfie')).toHaveLength(2)
  })

  test('a film is kept when the network is lost on the way, and checked by the submission for who goes on', async () => {
    const cloud = createCitizenCloud()
    cloud.refusals = { 'check-selfie': 'SERVICE_UNAVAILABLE' }
    const phone = startPhone(cloud)
    const selfie = await toSelfie(phone)
    await film(selfie)
    await eventually(() => expect(selfie.text()).toContain(SELFIE.kept.zh))
    cloud.network = false
    await selfie.tap('重试')
    await eventually(() => expect(selfie.text()).toContain(ERRORS.OFFLINE.zh))
    expect(phone.removed).toEqual([])
    cloud.network = true
    await selfie.tap(SELFIE.skip.zh)
    expect(phone.went.at(-1)).toContain('/enrol/details')
    const before = phone.uploaded.length
    const details = await phone.follow()
    await eventually(() => expect(details.text()).toContain('都正确，提交'))
    await details.tap('都正确，提交')
    const submit = await phone.follow()
    await eventually(() => expect(submit.text()).toContain('领取成功'))
    expect(phone.uploaded).toHaveLength(before + 5)
  })

  test('who leaves while the film is looked at, and comes back, is led on from there', async () => {
    const cloud = createCitizenCloud()
    const { answer } = cloud
    let tell = (_told: object) => {}
    cloud.answer = (name, event) => {
      const answered = answer(name, event)
      if ((event as { action?: string }).action !== 'check-selfie') return answered
      return new Promise<object>((resolve) => {
        tell = () => resolve(answered)
      })
    }
    const phone = startPhone(cloud)
    const selfie = await toSelfie(phone)
    await film(selfie)
    await eventually(() => expect(selfie.text()).toContain(SELFIE.checking.zh))
    const went = phone.went.length
    const home = await phone.app.open('/home/index')
    await eventually(() => expect(home.text()).toContain('继续申领'))
    await home.tap('继续申领')
    const again = await phone.follow()
    await eventually(() => expect(again.text()).toContain(SELFIE.checking.zh))
    expect(phone.went).toHaveLength(went + 1)
    tell({})
    await eventually(() => expect(phone.went.at(-1)).toContain('/enrol/details'))
    expect(cloud.actions.filter((action) => action === 'check-selfie')).toHaveLength(1)
  })

  test('a film whose enrolment is over is said to be too late, and taken again in another enrolment', async () => {
    const cloud = createCitizenCloud()
    cloud.refusals = { 'check-selfie': 'ENROLMENT_EXPIRED' }
    const phone = startPhone(cloud)
    const selfie = await toSelfie(phone)
    await film(selfie)
    await eventually(() => expect(selfie.text()).toContain(ERRORS.ENROLMENT_EXPIRED.zh))
    expect(cloud.actions.filter((action) => action === 'begin')).toHaveLength(2)
    cloud.refusals = {}
    await film(selfie)
    await eventually(() => expect(phone.went.at(-1)).toContain('/enrol/details'))
  })

  test('a photo of the card on which no face is found is taken again, and the film is kept', async () => {
    const cloud = createCitizenCloud()
    const { answer } = cloud
    cloud.answer = (name, event) => {
      const isCheck = (event as { action?: string }).action === 'check-selfie'
      if (!isCheck) return answer(name, event)
      return { ok: false, serverTime: Date.now(), code: 'FACE_NOT_FOUND', details: { which: 'card' } }
    }
    const phone = startPhone(cloud)
    const selfie = await toSelfie(phone)
    await film(selfie)
    await eventually(() => expect(selfie.text()).toContain('只重拍身份证'))
    await selfie.tap('只重拍身份证')
    expect(phone.went.at(-1)).toBe('navigateBack')
    expect(phone.removed).toHaveLength(1)
  })
})
