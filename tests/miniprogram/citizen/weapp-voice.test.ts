import { existsSync } from 'node:fs'
import path from 'node:path'
import { COMMON } from '@nansha/kit/texts/common'
import { beforeAll, describe, expect, test } from 'vitest'
import { ADVICE_TEXTS, FILM_TEXTS } from '#citizen/enrol/parts/film-texts'
import { TEXTS as SETTINGS } from '#citizen/settings/texts'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD, outputOf } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import type { FakeWx } from '../support/wx'
import { createCitizenCloud } from './support/citizen-cloud'
import { enrol, photograph, startPhone, toCard, toSelfie } from './support/enrolling-phone'
import { startHeldPhone } from './support/held-phone'

const FILM = ['look-straight', 'turn-left', 'open-mouth', 'turn-right'] as const

type Phone = ReturnType<typeof startPhone>

/** What the phone said, in order: `film/turn-left.zh`. */
function said({ called }: Pick<FakeWx, 'called'>): string[] {
  const files = called.filter((line) => line.startsWith('say '))
  return files.map((line) => line.replace(/^say \/(enrol|present)\/voice\//, '').replace(/\.mp3$/, ''))
}

/** How many sentences are being said. */
const voices = ({ called }: Pick<FakeWx, 'called'>) =>
  called.filter((line) => line.startsWith('say ')).length -
  called.filter((line) => line.startsWith('hush ')).length

function startElder(...options: Parameters<typeof startPhone>): Phone {
  const phone = startPhone(...options)
  phone.stored.set('elder', 'true')
  return phone
}

describe('the voice of senior mode, in the mini-program runtime', () => {
  beforeAll(() => buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD }))

  test('says each step of an enrolment and what came of it, one at a time, from files that are there', async () => {
    const phone = startElder()
    await enrol(phone)
    await eventually(() => expect(said(phone).at(-1)).toBe('outcome/issued.zh'))
    expect(said(phone).slice(0, 4)).toEqual([
      'card/portrait.zh',
      'photo/check.zh',
      'card/emblem.zh',
      'photo/check.zh',
    ])
    const asked = said(phone).filter((name) => FILM.some((step) => name === `film/${step}.zh`))
    expect(asked).toEqual(FILM.map((step) => `film/${step}.zh`))
    expect(voices(phone)).toBe(1)
    expect(phone.called.filter((call) => call === 'setInnerAudioOption')).toHaveLength(1)
    const files = phone.called.filter((line) => line.startsWith('say ')).map((line) => line.slice(4))
    expect(files.filter((file) => !existsSync(path.join(outputOf('citizen', 'weapp'), file)))).toEqual([])
  })

  test('speaks English to who reads English', async () => {
    const phone = startElder()
    const selfie = await toSelfie(phone)
    const settings = await phone.app.open('/settings/index')
    await settings.tap('English')
    await phone.app.back()
    await eventually(() => selfie.emit('initdone', 'camera', { maxZoom: 1 }))
    await selfie.tap(FILM_TEXTS.start.en)
    for (const step of FILM) {
      await eventually(() => expect(said(phone).at(-1)).toBe(`film/${step}.en`))
      expect(selfie.text()).toContain(FILM_TEXTS[step].en)
      await eventually(() => selfie.tap(FILM_TEXTS.press.en))
    }
  })

  test('says before the film what to mind, and in it what to press once that has stood for a while', async () => {
    const phone = startElder()
    const selfie = await toSelfie(phone)
    await eventually(() => selfie.emit('initdone', 'camera', { maxZoom: 1 }))
    await eventually(() => expect(said(phone).at(-1)).toBe('film/before.zh'))
    expect(selfie.text()).toContain(FILM_TEXTS.before.zh)
    await selfie.tap(FILM_TEXTS.start.zh)
    await eventually(() => expect(said(phone).at(-1)).toBe('advice/unseen.zh'))
    expect(selfie.text()).toContain(ADVICE_TEXTS.unseen.zh)
    expect(said(phone).slice(-3, -1)).toEqual(['film/before.zh', 'film/look-straight.zh'])
    expect(voices(phone)).toBe(1)
  })

  test('is silent while its page is covered or left, and says it again to who comes back or asks', async () => {
    const phone = startElder()
    const card = await toCard(phone)
    await eventually(() => expect(said(phone)).toEqual(['card/portrait.zh']))
    await phone.app.open('/settings/index')
    expect(voices(phone)).toBe(0)
    await phone.app.back()
    await eventually(() => expect(said(phone)).toHaveLength(2))
    await card.tap(COMMON.sayAgain.zh)
    await eventually(() => expect(said(phone)).toEqual(Array(3).fill('card/portrait.zh')))
    expect(voices(phone)).toBe(1)
    await phone.app.back()
    expect(voices(phone)).toBe(0)
  })

  test('can be turned off in the settings, and stays off', async () => {
    const phone = startElder()
    const settings = await phone.app.open('/settings/index')
    await eventually(() => settings.tap(SETTINGS.voiceOff.zh))
    expect(phone.stored.get('voice')).toBe('off')
    await photograph(await toCard(phone))
    expect(said(phone)).toEqual([])
  })

  test('says nothing outside senior mode', async () => {
    const phone = startPhone()
    const submit = await enrol(phone)
    await eventually(() => expect(submit.text()).toContain('领取成功'))
    expect(said(phone)).toEqual([])
    expect(phone.called).not.toContain('setInnerAudioOption')
    expect((await phone.app.open('/settings/index')).text()).not.toContain(SETTINGS.voice.zh)
  })

  test.each([
    [
      'that the platform does not have',
      { createInnerAudioContext: undefined, setInnerAudioOption: undefined },
    ],
    ['that fails when it is made', { createInnerAudioContext: fails, setInnerAudioOption: fails }],
    ['that cannot play the file', { createInnerAudioContext: createBrokenPlayer }],
  ])('hinders nobody through a player %s', async (_what, platform) => {
    const submit = await enrol(startElder(createCitizenCloud(), platform))
    await eventually(() => expect(submit.text()).toContain('领取成功'))
  })

  test('offers nothing to hear where there is no player', async () => {
    const phone = startElder(createCitizenCloud(), { createInnerAudioContext: undefined })
    expect((await toCard(phone)).text()).not.toContain(COMMON.sayAgain.zh)
    expect((await phone.app.open('/settings/index')).text()).not.toContain(SETTINGS.voice.zh)
  })

  test('says where the code is to be held', async () => {
    const phone = await startHeldPhone()
    phone.stored.set('elder', 'true')
    const present = await phone.app.open('/present/index')
    await present.tap('车站机场')
    await present.tap('同意并出示二维码')
    await eventually(() => expect(said(phone)).toEqual(['showIt.zh']))
    expect(existsSync(path.join(outputOf('citizen', 'weapp'), 'present/voice/showIt.zh.mp3'))).toBe(true)
  })
})

function fails(): never {
  throw new Error('not supported')
}

function createBrokenPlayer() {
  let tell: (error: object) => void = () => undefined
  return {
    onEnded: () => undefined,
    onError: (told: typeof tell) => {
      tell = told
    },
    play: () => tell({ errCode: 10001 }),
    destroy: () => undefined,
  }
}
