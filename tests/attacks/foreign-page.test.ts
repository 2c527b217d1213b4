import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendRaw } from '../support/http'
import { type FixtureCloud, startFixtureCloud } from '../support/local-cloud'
import { openSdkDatabase } from '../support/sdk'

let site: string
let cloud: FixtureCloud
beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'site-'))
  writeFileSync(join(site, 'index.html'), '<p>app')
  cloud = await startFixtureCloud({
    mounts: { '/app/': site, '/app/api/': (_request, response) => void response.end('{}') },
  })
})
afterAll(async () => {
  await cloud.close()
  rmSync(site, { recursive: true })
})

/** What browsers say of a picture, a frame, a script or a window that a page of another origin asks for. */
const asked = (site: string, mode: string, destination: string) => ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': destination,
})
const get = async (path: string, headers: Record<string, string>) =>
  (await sendRaw(cloud.url, 'GET', path, headers)).status

const PATHS = [
  '/inspector/',
  '/inspector/api/overview',
  '/app/',
  '/app/api/x',
  '/web/text',
  '/functions/echo',
]

it.each(PATHS)('%s is not loaded by a page of another site or of another port', async (path) => {
  for (const from of ['cross-site', 'same-site']) {
    expect(await get(path, asked(from, 'no-cors', 'image'))).toBe(403)
    expect(await get(path, asked(from, 'navigate', 'iframe'))).toBe(403)
    expect(await get(path, asked(from, 'no-cors', 'script'))).toBe(403)
  }
})

it('a link may lead to pages and to functions for the world, and nowhere else', async () => {
  const link = asked('cross-site', 'navigate', 'document')
  expect(await Promise.all(PATHS.map((path) => get(path, link)))).toEqual([200, 403, 200, 403, 200, 403])
  expect((await sendRaw(cloud.url, 'POST', '/app/', link)).status).toBe(403)
})

it('own pages, typed addresses and programs are served', async () => {
  for (const headers of [asked('same-origin', 'cors', 'empty'), asked('none', 'navigate', 'document'), {}])
    expect(await get('/inspector/api/overview', headers)).toBe(200)
})

it.each(['/inspector/', '/app/', '/web/text', '/nowhere'])(
  '%s may be framed by its own origin alone',
  async (path) => {
    const { headers } = await fetch(cloud.url + path)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  },
)

it('no address makes localcloud evaluate a query', async () => {
  await openSdkDatabase()
    .collection('things')
    .add({ data: { _id: 'a' } })
  const heavy = { $expr: { $gt: [{ $size: { $range: [0, 1e6] } }, 1e9] } }
  const path = `/inspector/api/documents?collection=things&query=${encodeURIComponent(JSON.stringify(heavy))}`
  const { body } = await sendRaw(cloud.url, 'GET', path)
  expect(JSON.parse(body).documents).toEqual([{ _id: 'a' }])
})
