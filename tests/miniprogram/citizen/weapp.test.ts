import path from 'node:path'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { buildApps } from '../../../scripts/build-apps'
import { createWeapp } from '../support/weapp-runtime'
import { createWx } from '../support/wx'
import { type CitizenCloud, createCitizenCloud, issueSpecimen } from './support/citizen-cloud'

const folder = path.resolve(import.meta.dirname, '../../../miniprogram/citizen/dist/weapp')

function start(cloud: CitizenCloud = createCitizenCloud()) {
  const fake = createWx((name, event) => cloud.answer(name, event))
  const uploaded: string[] = []
  const removed: string[] = []
  let photos = 0
  const camera = {
    takePhoto: ({ success }: { success: (result: object) => void }) =>
      success({ tempImagePath: `photo-${++photos}` }),
  }
  const wx = {
    ...fake.wx,
    cloud: {
      ...(fake.wx.cloud as object),
      uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
        uploaded.push(`${filePath} to ${cloudPath}`)
        return { fileID: `cloud://local/${cloudPath}` }
      },
    },
    createCameraContext: () => camera,
    compressImage: ({ src, success }: { src: string; success: (result: object) => void }) =>
      success({ tempFilePath: src }),
    getFileSystemManager: () => ({ unlink: ({ filePath }: { filePath: string }) => removed.push(filePath) }),
  }
  const app = createWeapp(folder, wx)
  /** Opens the page that the app asked for last. */
  const follow = async () => app.open(fake.went.at(-1)?.split(' ')[1] ?? '')
  return { ...fake, app, cloud, follow, uploaded, removed }
}

type Started = ReturnType<typeof start>

async function enrol(phone: Started, showFace = film) {
  const details = await toDetails(phone, showFace)
  await vi.waitFor(() => expect(details.text()).toContain('都正确，提交'))
  await details.tap('都正确，提交')
  return phone.follow()
}

/** From the home page to what was read off the card. */
async function toDetails({ app, follow, went }: Started, showFace = film) {
  const home = await app.open('/pages/home/index')
  await vi.waitFor(() => expect(home.text()).toContain('申领电子身份证'))
  await home.tap('申领电子身份证')
  const notice = await follow()
  await notice.tap('我已年满14周岁，单独同意为本次申领处理我的人脸信息')
  await notice.tap('同意并继续')
  await photograph(await follow())
  await photograph(await follow())
  await showFace(await follow())
  await vi.waitFor(() => expect(went.at(-1)).toContain('/enrol/details'), 10_000)
  return follow()
}

async function photograph(page: Awaited<ReturnType<Started['follow']>>) {
  await vi.waitFor(() => expect(page.text()).toContain('正在打开相机'))
  await page.emit('initdone', 'camera', { maxZoom: 1 })
  await page.tap('拍摄')
  await vi.waitFor(() => expect(page.text()).toContain('使用这张'))
  await page.tap('使用这张')
}

/** This phone has no face detector: the person does as asked and says so. */
async function film(page: Awaited<ReturnType<Started['follow']>>) {
  await vi.waitFor(() => expect(page.text()).toContain('正在打开相机'))
  await page.emit('initdone', 'camera', { maxZoom: 1 })
  await page.tap('开始')
  for (const request of ['请正视镜头', '请向左转头', '请张开嘴', '请向右转头']) {
    await vi.waitFor(() => expect(page.text()).toContain(request), 10_000)
    await vi.waitFor(() => expect(page.text()).toContain('我正在做，请拍'), 10_000)
    await page.tap('我正在做，请拍')
  }
}

describe('the citizen app in the mini-program runtime', () => {
  beforeAll(() => buildApps({ apps: ['citizen'], platforms: ['weapp'] }), 120_000)

  test('enrols without TextEncoder, crypto or DOM, and leaves no photo on the phone', async () => {
    const phone = start()
    const submit = await enrol(phone)
    await vi.waitFor(() => expect(submit.text()).toContain('领取成功'), 20_000)
    expect(phone.uploaded).toHaveLength(10)
    expect(phone.uploaded.slice(0, 2)).toEqual([
      'photo-1 to enrolments/1/card',
      'photo-2 to enrolments/1/emblem',
    ])
    expect(phone.uploaded.at(-1)).toBe('photo-10 to enrolments/1/frame-7')
    expect(phone.removed).toHaveLength(10)
    expect([...phone.stored.keys()]).toEqual(expect.arrayContaining(['phone-key', 'credential']))
    expect([...phone.stored.values()].join()).not.toContain('photo')
  }, 60_000)

  test('consent is not given beforehand, and without it there is no way on', async () => {
    const notice = await start().app.open('/enrol/notice/index')
    expect(notice.attributes('view', 'aria-checked')).toEqual([false])
    expect(notice.attributes('button', 'disabled')).toEqual([true, false, false])
  })

  test('refusing to be photographed leads to the counter', async () => {
    const phone = start()
    const notice = await phone.app.open('/enrol/notice/index')
    await notice.tap('不同意，改到柜台办理')
    expect(phone.went).toEqual(['navigateTo /enrol/counter/index'])
    expect((await phone.follow()).text()).toContain('由工作人员核对身份证原件')
  })

  test('a page of the flow opened out of turn leads back to where it begins', async () => {
    const phone = start()
    await phone.app.open('/enrol/selfie/index')
    expect(phone.went).toEqual(['redirectTo /enrol/notice/index'])
  })

  test('a card that cannot be read is photographed again: nothing can be typed in its place', async () => {
    const cloud = createCitizenCloud()
    cloud.refusals = { 'read-card': 'CARD_BLURRED' }
    const phone = start(cloud)
    const details = await toDetails(phone)
    await vi.waitFor(() => expect(details.text()).toContain('照片模糊'))
    expect(details.text()).not.toContain('都正确，提交')
    await details.tap('重拍人像面')
    expect(phone.went.at(-1)).toBe('navigateBack')
  }, 60_000)

  test('an unclear picture is retaken alone', async () => {
    const cloud = createCitizenCloud()
    cloud.submitted = { code: 'FACE_BLURRED' }
    const phone = start(cloud)
    const submit = await enrol(phone)
    await vi.waitFor(() => expect(submit.text()).toContain('请重拍自拍照'), 20_000)
    await submit.tap('只重拍自拍照')
    expect(phone.went.at(-1)).toBe('navigateBack')
  }, 60_000)

  test('a refused camera leads to the setting, and then goes on', async () => {
    const phone = start()
    await enrol(phone, async (page) => {
      await vi.waitFor(() => expect(page.text()).toContain('正在打开相机'))
      await page.emit('error', 'camera', { errMsg: 'operateCamera:fail auth deny' })
      await vi.waitFor(() => expect(page.text()).toContain('没有相机权限'))
      await page.tap('去允许使用相机')
      await film(page)
    })
    expect(phone.went.at(-1)).toBe('navigateTo /enrol/submit/index')
  }, 90_000)

  test('a finger on the phone’s own lock unlocks as the PIN does', async () => {
    const cloud = createCitizenCloud()
    cloud.refusals = { handles: 'UNLOCK_REQUIRED' }
    const phone = start(cloud)
    const key = createHolderKey(new Uint8Array(48).fill(1))
    phone.stored.set('credential', JSON.stringify({ key, credential: issueSpecimen() }))
    const present = await phone.app.open('/pages/present/index')
    await vi.waitFor(() => expect(present.text()).toContain('同意并出示二维码'))
    await present.tap('同意并出示二维码')
    await vi.waitFor(() => expect(present.text()).toContain('用指纹或面容解锁'))
    cloud.refusals = {}
    await present.tap('用指纹或面容解锁')
    await vi.waitFor(() => expect(present.text()).toContain('秒后自动更新'))
    expect(phone.called).toContain('startSoterAuthentication challenge')
    expect(cloud.actions).toContain('biometric-unlock')
  }, 60_000)

  test('presents: bright while the code shows, as before afterwards', async () => {
    const phone = start()
    const submit = await enrol(phone)
    await vi.waitFor(() => expect(submit.text()).toContain('领取成功'), 20_000)
    const present = await phone.app.open('/pages/present/index')
    expect(present.text()).toContain('照片、姓名、身份号码末四位')
    await present.tap('同意并出示二维码')
    await vi.waitFor(() => expect(present.text()).toContain('秒后自动更新'))
    expect(phone.called).toContain('setScreenBrightness 1')
    await present.tap('结束出示')
    expect(phone.called.filter((call) => call.startsWith('setScreenBrightness')).at(-1)).toBe(
      'setScreenBrightness 0.4',
    )
  }, 60_000)
})
