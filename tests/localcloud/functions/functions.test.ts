import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PATIENCE_MS } from '#support/eventually'
import { callAsClient, identity } from '../../support/http'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'
import { openSdkDatabase, sdk } from '../../support/sdk'

let cloud: FixtureCloud
beforeAll(async () => {
  cloud = await startFixtureCloud({ functionsEnvironment: { echo: { SECRET: 'of echo' } } })
  openSdkDatabase()
})
afterAll(() => cloud.close())

describe('a function call by a client', () => {
  it('carries event, identity and the source', async () => {
    const { status, body } = await callAsClient(cloud.url, 'echo', { say: 1 }, identity('citizen-1'))
    expect(status).toBe(200)
    expect(body.result.event).toEqual({
      say: 1,
      userInfo: { appId: 'wxcitizen0000000001', openId: 'citizen-1' },
    })
    expect(body.result.before).toMatchObject({
      OPENID: 'citizen-1',
      APPID: 'wxcitizen0000000001',
      SOURCE: 'wx_client',
    })
    expect(body.result.before).not.toHaveProperty('FROM_OPENID')
    expect(body.result.secret).toBe('of echo')
  })

  it('of the companion arrives with FROM_APPID and FROM_OPENID', async () => {
    const { body } = await callAsClient(cloud.url, 'echo', {}, identity('desk-1', 'wxverifier000000002'))
    expect(body.result.before).toMatchObject({
      APPID: 'wxcitizen0000000001',
      FROM_APPID: 'wxverifier000000002',
      FROM_OPENID: 'desk-1',
    })
    expect(body.result.before).not.toHaveProperty('OPENID')
  })

  it('passes identity and source chain on to a nested call', async () => {
    const event = { call: 'echo', data: { call: 'echo' } }
    const { body } = await callAsClient(cloud.url, 'echo', event, identity('citizen-2'))
    expect(body.result.nested.before).toMatchObject({ OPENID: 'citizen-2', SOURCE: 'wx_client,scf' })
    expect(body.result.nested.nested.before).toMatchObject({
      OPENID: 'citizen-2',
      SOURCE: 'wx_client,scf,scf',
    })
  })

  it('by a script has no identity', async () => {
    const { result } = await sdk.callFunction({ name: 'echo', data: { say: 2 } })
    expect(result.before).not.toHaveProperty('OPENID')
    expect(result.before.SOURCE).toBe('scf')
  })

  it('is refused by rule, by missing or foreign identity, and for unknown functions', async () => {
    expect((await callAsClient(cloud.url, 'tick', {})).body.code).toBe('PERMISSION_DENIED')
    expect((await callAsClient(cloud.url, 'echo', {}, {})).body.code).toBe('INVALID_REQUEST_SOURCE')
    expect((await callAsClient(cloud.url, 'echo', {}, identity('a', 'wxother'))).body.code).toBe(
      'INVALID_REQUEST_SOURCE',
    )
    expect((await callAsClient(cloud.url, 'nobody', {})).body).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
      message: expect.stringContaining('npm run build:functions'),
    })
    expect((await callAsClient(cloud.url, '..%2f..%2fecho', {})).body.code).toBe('FUNCTION_NOT_FOUND')
  })

  it('is refused when its event is larger than 100 kB', async () => {
    const { status, body } = await callAsClient(cloud.url, 'echo', { say: 'x'.repeat(101 * 1024) })
    expect([status, body.code]).toEqual([413, 'EXCEED_REQUEST_SIZE_LIMIT'])
    await expect(sdk.callFunction({ name: 'echo', data: { say: 'x'.repeat(101 * 1024) } })).rejects.toThrow(
      /100 kB/,
    )
  })
})

describe('limits', () => {
  const call = async (name: string, event: object) => (await callAsClient(cloud.url, name, event)).body

  it('end a function that waits or loops past its time', async () => {
    const { status, body } = await callAsClient(cloud.url, 'late', { how: 'wait' })
    expect([status, body.code]).toEqual([504, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'])
    expect(body.message).toContain('timed out after 1 seconds')
    expect((await call('late', { how: 'loop' })).code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED')
  })

  it('end two calls that load nets in native code past their time, and another function answers on', async () => {
    const late = await Promise.all([call('native', {}), call('native', {})])
    expect(late.map(({ code }) => code)).toEqual(Array(2).fill('FUNCTIONS_TIME_LIMIT_EXCEEDED'))
    expect((await call('echo', { say: 'still here' })).code).toBeUndefined()
  })

  it.each(['heap', 'buffers', 'at-once'])('end a function that takes too much memory: %s', async (how) => {
    expect((await call('greedy', { how })).code).toBe('FUNCTIONS_MEMORY_LIMIT_EXCEEDED')
  })

  it('report failures, and the function works again afterwards', async () => {
    for (const how of ['throw', 'exit', 'reject', 'large'])
      expect((await call('greedy', { how })).code).toBe('FUNCTIONS_EXECUTE_FAIL')
    expect((await call('greedy', { how: 'well' })).result).toEqual({ how: 'well' })
  })

  it.each(['throw', 'reject'])('tell a caller nothing of what a function threw: %s', async (how) => {
    const { message } = await call('greedy', { how })
    expect(message).toBe(
      'The export function greedy failed: it threw what nothing caught; its log has the error.',
    )
  })
})

describe('instances', () => {
  it('are processes of their own', async () => {
    const { pid } = (await callAsClient(cloud.url, 'echo', {})).body.result
    expect(pid).not.toBe(process.pid)
  })

  it('never mix identities: 200 calls at once with 200 accounts', async () => {
    const calls = Array.from({ length: 200 }, async (_, number) => {
      const openId = `person-${number}`
      const { body } = await callAsClient(
        cloud.url,
        'echo',
        { say: number, wait: number % 7 },
        identity(openId),
      )
      return [
        body.result.before.OPENID,
        body.result.after.OPENID,
        body.result.event.userInfo.openId,
        body.result.event.say,
      ]
    })
    const seen = await Promise.all(calls)
    expect(seen).toEqual(
      seen.map((_, number) => [`person-${number}`, `person-${number}`, `person-${number}`, number]),
    )
  })

  it('scale up under load and are used again', async () => {
    await Promise.all(Array.from({ length: 6 }, () => callAsClient(cloud.url, 'echo', { wait: 150 })))
    const count = cloud.functions.instances().echo ?? 0
    expect(count).toBeGreaterThan(1)
    expect(count).toBeLessThanOrEqual(8)
    const { body } = await callAsClient(cloud.url, 'echo', {})
    expect(body.result.served).toBeGreaterThan(1)
  })
})

describe('a rebuilt bundle', () => {
  it('is used from the next call on, while a running call ends with the old one', async () => {
    const functionsDir = mkdtempSync(join(tmpdir(), 'bundles-'))
    const write = (version: number) => {
      mkdirSync(join(functionsDir, 'versioned'), { recursive: true })
      const source = join(resolve(import.meta.dirname, '../fixtures'), 'versioned.js')
      const text = readFileSync(source, 'utf8').replace('VERSION', String(version))
      writeFileSync(join(functionsDir, 'versioned', 'index.js'), text)
      utimesSync(join(functionsDir, 'versioned', 'index.js'), version, version)
    }
    write(1)
    const other = await startFixtureCloud({ functionsDir })
    const call = async (event: object) => (await callAsClient(other.url, 'versioned', event)).body.result
    expect(await call({})).toBe(1)
    const slow = call({ until: join(functionsDir, 'go-on') })
    await vi.waitUntil(() => existsSync(join(functionsDir, 'go-on.begun')), { timeout: PATIENCE_MS })
    write(2)
    expect(await call({})).toBe(2)
    writeFileSync(join(functionsDir, 'go-on'), '')
    expect(await slow).toBe(1)
    await other.close()
    rmSync(functionsDir, { recursive: true })
  })
})
