import { answerPortal } from '@nansha/citizen/src/online/answer-portal'
import { readPortal } from '@nansha/citizen/src/online/read-portal'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CAST } from '#demo/cast'
import { DEMO_PIN } from '#demo/issue-identity'
import { createBrowser, numbered, startServedWebsites } from '#support/served-websites'

let world: Awaited<ReturnType<typeof startServedWebsites>>
const [li] = CAST

beforeAll(async () => {
  world = await startServedWebsites()
})
afterAll(() => world?.stop())

it('a citizen signs in at a website that runs on its own, over the relay, and the page gets what was agreed to', async () => {
  const browser = createBrowser(world.urlOf('hall'))
  const { receipt, sessionCode } = await answer(await browser.begin(), [['address', 'formatted']])
  expect(receipt).toMatchObject({
    domain: 'hall.localhost',
    disclosed: ['name', 'id_number', 'address.formatted'],
  })
  expect(await browser.get('/progress')).toContain('answered')
  const form = await browser.post('/confirm', { code: sessionCode })
  expect(form).toContain(li?.person.name)
  expect(form).toContain(li?.person.address)
  expect(await browser.post('/submit', {})).toMatch(/[0-9A-F]{12}/)
})

it('a bank opens an account for a face that was just seen', async () => {
  const browser = createBrowser(world.urlOf('bank'))
  const { sessionCode } = await answer(await browser.begin())
  expect(await browser.post('/confirm', { code: sessionCode })).toContain(li?.person.number)
})

it('a website’s form cannot be sent from another site', async () => {
  const response = await fetch(`${numbered(world.urlOf('hall'))}/begin`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  })
  expect(response.status).toBe(403)
})

it('of many answers nothing that they say is left in the database, the files or the logs of the cloud', async () => {
  for (let flow = 0; flow < 3; flow++) {
    const browser = createBrowser(world.urlOf('hall'))
    const { sessionCode } = await answer(await browser.begin())
    expect(await browser.post('/confirm', { code: sessionCode })).toContain(li?.person.number)
  }
  const { name, number, address } = li?.person ?? { name: '', number: '', address: '' }
  const { log, all } = await world.whatLies()
  expect(log).toContain('"present"')
  for (const canary of [name, number, address, `${world.urlOf('hall')}/answer`])
    expect(all.filter((text) => text.includes(canary))).toEqual([])
})

async function answer(link: string, chosen: readonly string[][] = []) {
  await world.phone.wallet.unlock(DEMO_PIN)
  return answerPortal(world.phone, await readPortal(world.phone, link), chosen)
}
