import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
import { withChineseFont } from './chinese-font'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]

export interface BrowserOptions {
  /** A `.mjpeg` (one JPEG will do) or `.y4m` file that plays the camera; without it there is no camera. */
  readonly camera?: string
  readonly arguments?: readonly string[]
  /** Somebody looks at what it draws: Chinese is drawn, whatever fonts this machine has. */
  readonly isLookedAt?: boolean
}

/**
 * A headless Chromium for tests: the one inside npm (Linux x64), else an installed Chrome or Edge.
 *
 * @throws Error with one sentence when this machine has none
 */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const args = [...FLAGS, ...(options.arguments ?? []), ...cameraFlags(options.camera)]
  if (process.platform === 'linux' && process.arch === 'x64') {
    return launchBundled(args, options.isLookedAt ? withChineseFont() : process.env)
  }
  for (const channel of ['chrome', 'msedge']) {
    try {
      return await chromium.launch({ channel, args, headless: true })
    } catch {
      // Not installed: try the next.
    }
  }
  throw new Error('No browser for the tests: install Chrome or Edge, or run them on Linux x64.')
}

/** A bare machine lacks the libraries of the browser; those inside npm serve it (see unpack-browser.ts). */
async function launchBundled(args: string[], env: NodeJS.ProcessEnv): Promise<Browser> {
  const options = { executablePath: await sparticuz.executablePath(), args, env, headless: true }
  try {
    return await chromium.launch(options)
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error
    const libraries = path.join(tmpdir(), 'al2023', 'lib')
    return chromium.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: libraries } })
  }
}

function cameraFlags(file: string | undefined): string[] {
  if (file === undefined) return ['--use-fake-ui-for-media-stream']
  if (!existsSync(file)) throw new Error(`No such camera file: ${file}`)
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ]
}
