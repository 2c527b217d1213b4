import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { refuseProduction } from '@nansha/localcloud/platform-environment'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFixtureCloud } from '../support/local-cloud'
import { openSdkDatabase } from '../support/sdk'

const repository = resolve(import.meta.dirname, '../..')
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'start-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

describe('startLocalCloud', () => {
  it('finds after a restart everything that was written', async () => {
    const first = await startFixtureCloud({ dataDir })
    await openSdkDatabase()
      .collection('things')
      .add({ data: { _id: 'kept', at: new Date(5) } })
    await first.close()
    const second = await startFixtureCloud({ dataDir })
    const { data } = await openSdkDatabase().collection('things').doc('kept').get()
    await second.close()
    expect(data).toEqual({ _id: 'kept', at: new Date(5) })
  })

  it('says that a port is busy', async () => {
    const blocker = createServer()
    const port = await new Promise<number>((ready) => {
      blocker.listen(0, '127.0.0.1', () => ready((blocker.address() as { port: number }).port))
    })
    await expect(startFixtureCloud({ dataDir, port })).rejects.toThrow(
      `The port ${port} is in use: stop the other program, or choose another with --port.`,
    )
    blocker.close()
    await (await startFixtureCloud({ dataDir, port })).close()
  })

  it('says that a data folder is in use', async () => {
    const first = await startFixtureCloud({ dataDir })
    await expect(startFixtureCloud({ dataDir })).rejects.toThrow('is in use by another localcloud')
    await first.close()
  })

  it.each([
    ['no database', 'this is not a database, whatever its name says'.repeat(100)],
    ['half a database', `SQLite format 3\0${'\u0001'.repeat(5000)}`],
  ])('says that a data folder is damaged: %s', async (_name, content) => {
    writeFileSync(join(dataDir, 'database.sqlite'), content)
    await expect(startFixtureCloud({ dataDir })).rejects.toThrow(
      /is damaged: delete it .*then start again\.$/,
    )
  })

  it('says that a data folder cannot be used', async () => {
    writeFileSync(join(dataDir, 'file'), '')
    await expect(startFixtureCloud({ dataDir: join(dataDir, 'file') })).rejects.toThrow(
      /cannot be used \(.*writable and has room\.$/,
    )
  })

  it('names the deploy file and the field that is wrong', async () => {
    const deployDir = join(dataDir, 'deploy')
    mkdirSync(deployDir)
    writeFileSync(join(deployDir, 'functions.json'), '[{"name":"a","timeout":61,"memorySize":256}]')
    await expect(startFixtureCloud({ dataDir, deployDir })).rejects.toThrow('functions.json: 0.timeout')
  })

  it('serves mounted folders and handlers', async () => {
    mkdirSync(join(dataDir, 'site'))
    writeFileSync(join(dataDir, 'site', 'index.html'), '<p>home')
    const cloud = await startFixtureCloud({
      mounts: {
        '/': (_request, response) => void response.end('front door'),
        '/app/': join(dataDir, 'site'),
        '/app/api/': (_request, response) => void response.end('handled'),
      },
    })
    const get = async (path: string) => (await fetch(cloud.url + path)).text()
    expect([await get('/'), await get('/app'), await get('/app/'), await get('/app/api/x')]).toEqual([
      'front door',
      '<p>home',
      '<p>home',
      'handled',
    ])
    for (const path of [
      '/app/none',
      '/app/%2e%2e/database.sqlite',
      '/app/..%2fdatabase.sqlite',
      '/elsewhere',
    ]) {
      expect((await fetch(cloud.url + path)).status).toBeGreaterThanOrEqual(400)
    }
    await cloud.close()
  })
})

describe('refuseProduction', () => {
  it.each([{ NODE_ENV: 'production' }, { NANSHA_STAGE: 'production' }, { TENCENTCLOUD_RUNENV: 'SCF' }])(
    'refuses %j',
    (environment) => expect(() => refuseProduction(environment)).toThrow('does not start'),
  )
  it('accepts a developer', () => refuseProduction({ NODE_ENV: 'development' }))
})

describe('npm run localcloud', () => {
  const start = (...extra: string[]) =>
    spawn(
      process.execPath,
      ['--import', 'tsx', 'scripts/localcloud.ts', '--port', '0', '--data', dataDir, ...extra],
      {
        cwd: repository,
        stdio: 'pipe',
      },
    )

  it('prints one line when it answers, and ends cleanly on Ctrl-C', async () => {
    const server = start('--functions', join(dataDir, 'nothing-built'))
    const output = await new Promise<string>((ready) =>
      server.stdout.once('data', (chunk) => ready(String(chunk))),
    )
    const url = /^localcloud ready (http:\/\/127\.0\.0\.1:\d+\/admin)\n$/.exec(output)?.[1]
    const answer = await fetch(String(url), {
      method: 'POST',
      body: '{"action":"database.startTransaction"}',
    })
    expect(await answer.json()).toHaveProperty('transactionId')
    server.kill('SIGINT')
    expect(await new Promise((done) => server.once('exit', done))).toBe(0)
  })

  it('prints one sentence when it cannot start', async () => {
    writeFileSync(join(dataDir, 'database.sqlite'), 'no database')
    const server = start()
    const [error, code] = await Promise.all([
      new Promise<string>((ready) => server.stderr.once('data', (chunk) => ready(String(chunk)))),
      new Promise((done) => server.once('exit', done)),
    ])
    expect([error.trim().split('\n').length, code]).toEqual([1, 1])
    expect(error).toContain('is damaged')
  })
})
