import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEngine } from '@nansha/localcloud/database/engine'
import { expect, test } from 'vitest'
import { parsePort, readStartOptions } from '#scripts/read-start-options'

const defaults = { dataDir: '.data' }

test('start options without arguments are port 5170, the default data folder and a browser', async () => {
  const read = readStartOptions(['--port', '0'], defaults)
  await expect(read).resolves.toEqual({ port: 0, dataDir: path.resolve('.data'), openBrowser: true })
})

test.each(['abc', '-1', '65536', '5170.5', '', '1e3', '99999'])(
  '--port %j is refused with a sentence',
  (text) => {
    expect(() => parsePort(text)).toThrow(/--port takes a whole number from 0 to 65535/)
  },
)

test('a busy port is told before anything is built, with the address of a demo that may be running', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await expect(readStartOptions(['--port', String(port)], defaults)).rejects.toThrow(
      `open http://127.0.0.1:${port}/demo/`,
    )
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
})

test('an unknown option is refused by its name', async () => {
  await expect(readStartOptions(['--prot', '1'], defaults)).rejects.toThrow(/--prot/)
})

test('a data folder that a running demo uses is refused before anything is built', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-start-'))
  const running = openEngine(dataDir)
  const start = () => readStartOptions(['--port', '0', '--data', dataDir], defaults)
  try {
    await expect(start()).rejects.toThrow(/is in use by another localcloud/)
  } finally {
    running.close()
  }
  await expect(start()).resolves.toMatchObject({ dataDir })
  await rm(dataDir, { recursive: true })
})
