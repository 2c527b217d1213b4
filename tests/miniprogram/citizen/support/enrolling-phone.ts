import path from 'node:path'
import { FILM_TEXTS } from '@nansha/citizen/src/enrol/parts/film-texts'
import { expect } from 'vitest'
import { eventually } from '#support/eventually'
import { createWeapp } from '../../support/weapp-runtime'
import { createWx } from '../../support/wx'
import { addCamera } from '../../support/wx-camera'
import { type CitizenCloud, createCitizenCloud } from './citizen-cloud'

const folder = path.resolve(import.meta.dirname, '../../../../miniprogram/citizen/dist/weapp')

/**
 * The built app in the mini-program runtime, on a phone whose owner has not enrolled.
 *
 * @param more functions of the platform that this phone has besides
 */
export function startPhone(cloud: CitizenCloud = createCitizenCloud(), more: object = {}) {
  const fake = createWx(
    (name, event) => cloud.answer(name, event),
    () => cloud.network,
  )
  const { wx, uploaded, removed } = addCamera({ ...fake.wx, ...more })
  const app = createWeapp(folder, wx)
  /** Opens the page that the app asked for last. */
  const follow = async () => app.open(fake.went.at(-1)?.split(' ')[1] ?? '')
  return { ...fake, app, cloud, follow, uploaded, removed }
}

/** The app is closed by the system and opened again: what it had in memory is gone, what it stored is not. */
export function restart({ cloud, stored }: Phone): Phone {
  const phone = startPhone(cloud)
  for (const [key, value] of stored) phone.stored.set(key, value)
  return phone
}

type Phone = ReturnType<typeof startPhone>
type PhonePage = Awaited<ReturnType<Phone['follow']>>

/** From the home page to the answer. */
export async function enrol(phone: Phone, showFace: (page: PhonePage) => Promise<void> = film) {
  const details = await toDetails(phone, showFace)
  await eventually(() => expect(details.text()).toContain('都正确，提交'))
  await details.tap('都正确，提交')
  return phone.follow()
}

/** From the home page to what was read off the card. */
export async function toDetails(phone: Phone, showFace: (page: PhonePage) => Promise<void> = film) {
  await showFace(await toSelfie(phone))
  await eventually(() => expect(phone.went.at(-1)).toContain('/enrol/details'))
  return phone.follow()
}

/** From the home page to where the person is photographed. */
export async function toSelfie(phone: Phone) {
  await photograph(await toCard(phone))
  await photograph(await phone.follow())
  return phone.follow()
}

/** From the home page to where the first side of the card is photographed. */
export async function toCard({ app, follow }: Phone) {
  const home = await app.open('/home/index')
  await eventually(() => expect(home.text()).toContain('申领电子身份证'))
  await home.tap('申领电子身份证')
  const notice = await follow()
  await notice.tap('我已年满14周岁，单独同意为本次申领处理我的人脸信息')
  await notice.tap('同意并继续')
  return follow()
}

export async function photograph(page: PhonePage) {
  await eventually(() => expect(page.text()).toContain('正在打开相机'))
  await page.emit('initdone', 'camera', { maxZoom: 1 })
  await page.tap('拍摄')
  await eventually(() => expect(page.text()).toContain('使用这张'))
  await page.tap('使用这张')
}

/**
 * This phone has no face detector: the person does as asked and says so.
 *
 * @param meanwhile called while something is asked
 */
export async function film(page: PhonePage, meanwhile = () => {}) {
  await eventually(() => expect(page.text()).toContain('正在打开相机'))
  await page.emit('initdone', 'camera', { maxZoom: 1 })
  await page.tap('开始')
  for (const request of ['请正视镜头', '请向左转头', '请张开嘴', '请向右转头']) {
    await eventually(() => expect(page.text()).toContain(request))
    meanwhile()
    await eventually(() => expect(page.text()).toContain(FILM_TEXTS.press.zh))
    await page.tap(FILM_TEXTS.press.zh)
  }
}
