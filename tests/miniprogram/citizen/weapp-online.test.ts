import path from 'node:path'
import { STOPPED_TITLES, TEXTS } from '@nansha/citizen/src/online/texts'
import { TEXTS as WALLETS } from '@nansha/citizen/src/wallets/texts'
import { createAnswer } from '@nansha/core/function/answer'
import { registerRelyingParty } from '@nansha/core/organisation/register-relying-party'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { OPERATOR } from '#support/online-cloud'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '#support/online-world'
import { codeIn, collect, issuerOf, nonceOf, proofBy, redeem } from '#support/other-wallet'
import { silently } from '#support/silent-log'
import type { WeappPage } from '../support/weapp-page'
import { createWeapp } from '../support/weapp-runtime'
import { createWx } from '../support/wx'

const HALL_APP = 'wx00000000000000aa'
const folder = path.resolve(import.meta.dirname, '../../../miniprogram/citizen/dist/weapp')
/** Functions of the cloud that a website's question needs; the others are out of reach. */
const ASKED = ['wallet', 'organisation', 'present']
const ACCOUNT = {
  purpose: 'open-account',
  claims: [['name'], ['id_number']],
  transactionData: [
    {
      type: 'urn:nansha:account-opening',
      credential_ids: ['id'],
      bank: { zh: '南沙湾银行', en: 'Nansha Bay Bank' },
      product: { zh: '活期账户', en: 'current account' },
      consents: [{ zh: '个人信息查询', en: 'A credit check' }],
    },
  ],
}

describe('a website asks, in the mini-program runtime', () => {
  let online: OnlineWorld
  let phone: Awaited<ReturnType<typeof startPhone>>
  beforeAll(async () => {
    await buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD })
    online = await createOnlineWorld(Date.now())
  })
  beforeEach(() => {
    phone = startPhone(online)
  })
  const begin = (
    question: Parameters<OnlineWorld['transactions']['begin']>[1] = ASK_NAME,
    flow: Parameters<OnlineWorld['transactions']['begin']>[2] = 'cross-device',
  ) => online.transactions.begin('session', question, flow)
  const openLink = (link: string) => phone.app.open(`/online/answer/index?q=${encodeURIComponent(link)}`)

  test('the citizen sees who asks for what, agrees, and signs in with the digits on the phone', async () => {
    const { id, link } = await begin()
    const page = await openLink(link)
    await see(page, '南沙政务大厅')
    expect(page.text()).toContain('网址：hall.example')
    expect(page.text()).toContain('姓名、身份号码')
    await page.tap(TEXTS.approve.zh)
    await see(page, TEXTS.answeredTitle.zh)
    const { claims } = online.transactions.confirm('session', id, digitsOn(page))
    expect(claims).toMatchObject({ name: '李明' })
    await eventually(() => expect(phone.stored.get('portal-receipts')).toContain('hall.example'))
  })

  test('other digits than the phone shows sign nobody in', async () => {
    const { id, link } = await begin()
    const page = await openLink(link)
    await see(page, TEXTS.approve.zh)
    await page.tap(TEXTS.approve.zh)
    await see(page, TEXTS.answeredTitle.zh)
    const wrong = digitsOn(page) === '000000' ? '000001' : '000000'
    expect(await refusalIn(async () => online.transactions.confirm('session', id, wrong))).toBe('CODE_WRONG')
  })

  test('an account is opened with what was agreed to in words', async () => {
    const { id, link } = await begin(ACCOUNT)
    const page = await openLink(link)
    await see(page, '在南沙湾银行开立活期账户')
    expect(page.text()).toContain('个人信息查询')
    await page.tap(TEXTS.approve.zh)
    await see(page, TEXTS.answeredTitle.zh)
    expect(online.transactions.confirm('session', id, digitsOn(page)).claims).toMatchObject({ amr: ['face'] })
  })

  test('on one phone a page has no way back out of the mini-program, and takes the digits', async () => {
    const { id, link } = await begin(ASK_NAME, 'same-device')
    const page = await openLink(link)
    await see(page, TEXTS.approve.zh)
    await page.tap(TEXTS.approve.zh)
    await see(page, TEXTS.answeredTitle.zh)
    expect(online.transactions.confirm('session', id, digitsOn(page)).claims).toMatchObject({ name: '李明' })
  })

  test('the website’s own mini-program leads here, and is led back to with the way in', async () => {
    const registrant = { ...online.registrant, miniPrograms: [HALL_APP] }
    await registerRelyingParty(online.register, OPERATOR, { registrant })
    const { link } = await begin(ASK_NAME, 'same-device')
    phone.jump(HALL_APP, link)
    const page = await openLink(link)
    await see(page, TEXTS.approve.zh)
    await page.tap(TEXTS.approve.zh)
    await see(page, TEXTS.returnTitle.zh)
    await page.tap(TEXTS.back.zh)
    const [, code = ''] = /response_code=([\w-]+)/.exec(phone.went.at(-1) ?? '') ?? []
    expect(phone.went.at(-1)).toContain('navigateBackMiniProgram {"redirect_uri":"https://hall.example/back?')
    expect(online.transactions.arrive('session', code).claims).toMatchObject({ name: '李明' })
  })

  test('somebody else’s mini-program that leads here is named as no sender of this website', async () => {
    const { link } = await begin(ASK_NAME, 'same-device')
    phone.jump('wx00000000000000bb', link)
    await see(await openLink(link), STOPPED_TITLES.PORTAL_REQUEST_INVALID?.zh ?? '')
  })

  test('who leaves before agreeing shares nothing, and the website waits until its question runs out', async () => {
    const { id, link } = await begin()
    const page = await openLink(link)
    await see(page, TEXTS.approve.zh)
    await phone.app.open('/home/index')
    expect(online.transactions.progress('session', id)).toBe('opened')
    online.clock.now += 301_000
    expect(online.transactions.progress('session', id)).toBe('expired')
  })

  test('declining shares nothing, and the website hears of it', async () => {
    const { id, link } = await begin()
    const page = await openLink(link)
    await see(page, TEXTS.decline.zh)
    await page.tap(TEXTS.decline.zh)
    expect(page.text()).toContain(TEXTS.declinedText.zh)
    await eventually(() => expect(online.transactions.progress('session', id)).toBe('declined'))
  })

  test('a QR of more than a minute ago has expired', async () => {
    const { link } = await begin()
    online.clock.now += 61_000
    await see(await openLink(link), STOPPED_TITLES.PORTAL_REQUEST_EXPIRED?.zh ?? '')
  })

  test('without a network the phone says so', async () => {
    const { link } = await begin()
    phone.line.isThere = false
    await see(await openLink(link), STOPPED_TITLES.OFFLINE?.zh ?? '')
  })

  test('the identity goes to another wallet by code and digits, stands in the list, and is withdrawn', async () => {
    const issuer = issuerOf(online)
    const page = await phone.app.open('/wallets/index')
    await see(page, WALLETS.none.zh)
    await page.tap(WALLETS.add.zh)
    await see(page, WALLETS.offerTitle.zh)
    const [offer = ''] = /openid-credential-offer:\S+?%7D%7D%7D%7D/.exec(page.text()) ?? []
    const token = await redeem(issuer, codeIn({ offer }), digitsOn(page))
    const proof = proofBy(online.clock, await nonceOf(issuer))
    expect(await collect(issuer, token, proof)).toContain('~')
    await page.tap(WALLETS.done.zh)
    await see(page, WALLETS.held.zh)
    await page.tap(WALLETS.withdraw.zh)
    await page.tap(WALLETS.withdrawYes.zh)
    await see(page, WALLETS.none.zh)
  })

  test('the code of a website that was scanned where desks are scanned leads to its question', async () => {
    const { link } = await begin()
    const desk = await phone.app.open('/desk/answer/index')
    await desk.emit('initdone', 'camera', { maxZoom: 1 })
    await desk.emit('scancode', 'camera', { result: link })
    await eventually(() =>
      expect(phone.went).toContain(`redirectTo /online/answer/index?q=${encodeURIComponent(link)}`),
    )
  })
})

/**
 * The built app on the phone of whoever has an identity, with the cloud of the online world behind it. The cloud's time stands
 * still, so that no link runs out on a busy machine.
 */
function startPhone(online: OnlineWorld) {
  const line = { isThere: true }
  const answer = createAnswer(silently, () => online.clock.now)
  const fake = createWx(
    (name, event) => {
      if (!line.isThere || !ASKED.includes(name)) throw new Error('request:fail')
      return answer(null, () => online.phone.ask<object>(name, event as object))
    },
    () => line.isThere,
  )
  const { key, credential } = online.enrolled
  fake.stored.set('credential', JSON.stringify({ key, credential }))
  const getRandomValues = ({ length, success }: { length: number; success: (result: object) => void }) =>
    success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer })
  let entered: object = { scene: 1001, path: '', query: {}, referrerInfo: {} }
  const jump = (appId: string, link: string) => {
    entered = { scene: 1037, path: 'online/answer/index', query: { q: link }, referrerInfo: { appId } }
  }
  const wx = { ...fake.wx, getRandomValues, getEnterOptionsSync: () => entered }
  return { ...fake, line, jump, app: createWeapp(folder, wx) }
}

function see(page: WeappPage, words: string): Promise<void> {
  return eventually(() => expect(page.text()).toContain(words))
}

function digitsOn(page: WeappPage): string {
  return /(\d{3}) (\d{3})/.exec(page.text())?.slice(1).join('') ?? ''
}
