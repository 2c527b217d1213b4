import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openEngine } from '@nansha/localcloud/database/engine'

/** Where a cloud on this machine listens and keeps its data. */
export interface StartOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly dataDir: string
  readonly openBrowser: boolean
}

/** Room that a first start needs: two built apps, the functions' bundles, an empty database. In bytes. */
const LEAST_FREE_BYTES = 300e6

/**
 * Reads `--port`, `--data` and `--no-open`, and finds out before anything is built whether they can be used.
 *
 * @throws Error with one sentence that says what to do: unknown option, bad number, busy port, disk without room, data
 *   folder that another cloud uses or that is damaged
 */
export async function readStartOptions(
  argv: readonly string[],
  defaults: { readonly dataDir: string },
): Promise<StartOptions> {
  const options = parse(argv, defaults.dataDir)
  await refuseBusyPort(options.port)
  await refuseFullDisk(options.dataDir)
  refuseUsedFolder(options.dataDir)
  return options
}

function parse(argv: readonly string[], defaultDataDir: string): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '5170' },
      data: { type: 'string', default: defaultDataDir },
      'no-open': { type: 'boolean', default: false },
    },
  })
  return { port: parsePort(values.port), dataDir: path.resolve(values.data), openBrowser: !values['no-open'] }
}

/** @throws Error unless the text is a whole number from 0 to 65535 */
export function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new Error(`--port takes a whole number from 0 to 65535, not "${text}".`)
  return Number(text)
}

async function refuseBusyPort(port: number): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)))
  })
  if (code === 'EADDRINUSE')
    throw new Error(
      `Port ${port} is in use. If the demo is already running, open http://127.0.0.1:${port}/demo/. ` +
        'Otherwise stop the other program, or choose another port with --port.',
    )
  if (code === 'EACCES')
    throw new Error(`This account may not use port ${port}: choose one above 1023 with --port.`)
}

async function refuseFullDisk(dataDir: string): Promise<void> {
  const folder = nearestFolder(dataDir)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free < LEAST_FREE_BYTES)
    throw new Error(
      `Only ${Math.floor(free / 1e6)} MB are free where ${dataDir} lies, and a start needs about ` +
        `${LEAST_FREE_BYTES / 1e6} MB: free some, or name a folder on another disk with --data.`,
    )
}

/** A demo that runs on this folder under another port would have its functions rebuilt beneath it. */
function refuseUsedFolder(dataDir: string): void {
  if (existsSync(path.join(dataDir, 'database.sqlite'))) openEngine(dataDir).close()
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(path.dirname(folder))
}
