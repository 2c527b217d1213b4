import { answerPortal } from '@nansha/citizen/src/online/answer-portal'
import { readPortal } from '@nansha/citizen/src/online/read-portal'
import { registerRelyingParty } from '@nansha/core/organisation/register-relying-party'
import { beforeEach, expect, it } from 'vitest'
import { OPERATOR } from '../../support/online-cloud'
import { ASK_NAME, createOnlineWorld, type OnlineWorld, refusalIn } from '../../support/online-world'

const OWN = 'wx00000000000000aa'
const FOREIGN = 'wx00000000000000bb'

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld()
})

/** What a phone makes of a website's link to which a mini-program led it. */
async function jump(caller: string): Promise<string> {
  const { link } = await online.transactions.begin('session', ASK_NAME, 'same-device')
  return refusalIn(() => readPortal({ ...online.phone, caller }, link))
}

it('a mini-program that leads here with the link of somebody else’s website gets no answer to carry back', async () => {
  const registrant = { ...online.registrant, miniPrograms: [OWN] }
  await registerRelyingParty(online.register, OPERATOR, { registrant })
  expect(await jump(FOREIGN)).toBe('PORTAL_REQUEST_INVALID/CALLER')
  expect(await jump(OWN)).toBe('done')
})

it('a website that registered no mini-program is answered to none', async () => {
  expect(await jump(OWN)).toBe('PORTAL_REQUEST_INVALID/CALLER')
})

it('a mini-program that led here only after the question was read is not led back to with its answer', async () => {
  const registrant = { ...online.registrant, miniPrograms: [OWN] }
  await registerRelyingParty(online.register, OPERATOR, { registrant })
  for (const [first, later, expected] of [
    [undefined, FOREIGN, false],
    [OWN, FOREIGN, false],
    [OWN, OWN, true],
  ] as const) {
    const { link } = await online.transactions.begin('session', ASK_NAME, 'same-device')
    const request = await readPortal({ ...online.phone, caller: first }, link)
    await online.unlock()
    const answered = await answerPortal({ ...online.phone, caller: later }, request, [])
    expect(answered.returnsByJump).toBe(expected)
  }
})
