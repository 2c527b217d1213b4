import { randomBytes } from 'node:crypto'
import { readPortal, sendAnswer } from '@nansha/citizen/src/online/read-portal'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { createAnswer } from '@nansha/shared/openid4vp/create-answer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CAST } from '#demo/cast'
import { createBrowser, startServedWebsites } from '#support/served-websites'

/** As many as FLOWS says for whoever has less time. */
const FLOWS = Number(process.env.FLOWS ?? 10_000)
/** The log holds the last 500 calls, of which one flow makes four. */
const SEARCHED_EVERY = 100
const A_FLOW_MS = 1000

let world: Awaited<ReturnType<typeof startServedWebsites>>
beforeAll(async () => {
  world = await startServedWebsites()
})
afterAll(() => world?.stop())

it(
  'of ten thousand sign-ins over the relay nothing that they say is left in the database, the files or the logs of the cloud',
  async () => {
    const { phone, urlOf } = world
    const person = CAST[0]?.person
    if (!person) throw new Error('The cast is empty.')
    const canaries = [person.name, person.number, person.address, `${urlOf('hall')}/answer`]
    // A phone gets sixty a day: this one shows the same credential each time, which the websites cannot tell.
    const key = createHolderKey(await phone.randomBytes(48))
    const sdJwt = await phone.wallet.client.fetchOnlineCredential({
      key,
      unlock: 'pin-or-biometric',
      sector: undefined,
    })
    const browser = createBrowser(urlOf('hall'))
    for (let flow = 1; flow <= FLOWS; flow++) {
      const { verified, registration, asked } = await readPortal(phone, await browser.begin())
      const sessionCode = String(100_000 + (flow % 900_000))
      const response = createAnswer(verified.request, verified.recipient, {
        credentialId: asked.credentialId,
        sdJwt,
        key,
        paths: [...asked.required, ...asked.optional],
        issuedAt: unixSeconds(phone.now()),
        sessionCode,
        random: Uint8Array.from(randomBytes(60)),
      })
      await sendAnswer(phone, registration.client_id, verified.request.response_uri, response)
      expect(await browser.post('/confirm', { code: sessionCode })).toContain(person.address)
      if (flow % SEARCHED_EVERY > 0 && flow < FLOWS) continue
      const { log, all } = await world.whatLies()
      expect(log).toContain('"present"')
      expect(canaries.filter((canary) => all.some((text) => text.includes(canary)))).toEqual([])
    }
  },
  600_000 + FLOWS * A_FLOW_MS,
)
