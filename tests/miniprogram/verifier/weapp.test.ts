import path from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { buildApps } from '../../../scripts/build-apps'
import { createDeskCloud, type DeskCloud } from '../support/desk-cloud'
import { createWeapp } from '../support/weapp-runtime'
import { createWx } from '../support/wx'

const folder = path.resolve(import.meta.dirname, '../../../miniprogram/verifier/dist/weapp')

async function start(arrange: (cloud: DeskCloud) => void = () => undefined) {
  const cloud = await createDeskCloud()
  arrange(cloud)
  const fake = createWx(async (name, event) => {
    const reply = await cloud.answer(`/functions/${name}`, event)
    if (reply === undefined) throw Object.assign(new Error('request:fail'), { errCode: -1 })
    return (reply.body as { result: unknown }).result
  })
  return { ...fake, cloud, app: createWeapp(folder, fake.wx) }
}

describe('the companion in the mini-program runtime', () => {
  beforeAll(() => buildApps({ apps: ['verifier'], platforms: ['weapp'] }), 300_000)

  test('opens on the desk and starts scanning for the chosen purpose', async () => {
    const { app, went } = await start()
    const desk = await app.open('/pages/desk/index')
    await vi.waitFor(() => expect(desk.text()).toContain('南沙湾酒店'))
    await desk.tap('年龄证明')
    await desk.tap('开始扫码')
    expect(went).toEqual(['navigateTo /pages/check/index?scenario=age'])
  })

  test('checks a guest once, compares, accepts, and is ready again', async () => {
    const { app, cloud, called } = await start()
    const page = await app.open('/pages/check/index?scenario=hotel')
    const seen = { result: 'CODE:OK' }
    await Promise.all([page.emit('scancode', 'camera', seen), page.emit('scancode', 'camera', seen)])
    await vi.waitFor(() => expect(page.text()).toContain('欧阳思南'))
    expect(page.text()).toContain('002X')
    expect(cloud.events.map((event) => event.action)).toEqual(['ticket'])

    await page.tap('是本人')
    await vi.waitFor(() => expect(page.text()).toContain('核验通过'))
    expect(cloud.events.at(-1)).toEqual({
      action: 'confirm',
      useId: 'use-0123456789abcdef',
      portraitMatches: true,
    })
    expect(called).toContain('vibrateShort')
    await page.tap('下一位 · 8')
    await vi.waitFor(() => expect(page.text()).toContain('正在打开摄像头'))
    await page.emit('initdone', 'camera', { maxZoom: 1 })
    expect(page.text()).toContain('将对方的二维码放入框内')
  })

  test('the camera is replaced after the app was away', async () => {
    const { app } = await start()
    const page = await app.open('/pages/check/index?scenario=hotel')
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
    const page = await app.open('/pages/check/index?scenario=hotel')
    await page.emit('error', 'camera', { errMsg: 'operateCamera:fail auth deny' })
    await vi.waitFor(() => expect(page.text()).toContain('摄像头未授权'))
    await page.tap('去允许')
    await vi.waitFor(() => expect(page.text()).toContain('正在打开摄像头'))
  })

  test('without a network the ticket is kept and can be sent again', async () => {
    const { app, cloud } = await start((desk) => {
      desk.network = false
    })
    const page = await app.open('/pages/check/index?scenario=hotel')
    await page.emit('scancode', 'camera', { result: 'CODE:OK' })
    await vi.waitFor(() => expect(page.text()).toContain('没有网络'))
    cloud.network = true
    await page.tap('重试')
    await vi.waitFor(() => expect(page.text()).toContain('请比对照片与本人'))
  })

  test('text follows the size set in WeChat, and roles reach the template', async () => {
    const { app } = await start()
    const desk = await app.open('/pages/desk/index')
    await vi.waitFor(() => expect(desk.text()).toContain('酒店入住'))
    expect(desk.attributes('view', 'style')).toContain('--em: 20px;')
    expect(desk.attributes('view', 'aria-role')).toEqual(['heading', 'radiogroup', 'radio', 'radio'])
    expect(desk.attributes('view', 'aria-checked')).toEqual([true, false])
  })
})
