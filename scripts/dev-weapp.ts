import type { ChildProcess } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { DATA } from './project-folders'
import { APPS, type App, LOCAL_BUILD, outputOf, spawnTaro } from './spawn-taro'
import { recordVoice } from './voice/record-voice'

const REMEMBERED = path.join(DATA, 'dev-weapp.json')
const Remembered = v.object({ localcloud: v.pipe(v.string(), v.url()) })

const USAGE = 'npm run dev:weapp [-- citizen verifier --localcloud http://127.0.0.1:5170]'

/**
 * `npm run dev:weapp`: builds the mini-programs for the simulator of WeChat DevTools, and again whatever changes; what is said is
 * recorded once, at the start. The address of localcloud is remembered, so that it is given once.
 */
async function dev(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { localcloud: { type: 'string' } },
  })
  const apps = positionals.length === 0 ? APPS : positionals.map(requireApp)
  const localcloud = values.localcloud ? await remember(values.localcloud) : await recall()
  const watchers = await Promise.all(apps.map((app) => watchApp(app, localcloud)))
  console.log(`${apps.join(' and ')} for ${localcloud ?? 'localcloud at its usual address'}; watching. Ctrl-C stops.
Open the root of the repository (citizen) and miniprogram/verifier (companion) in WeChat DevTools.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      for (const watcher of watchers) watcher.kill()
    })
  }
}

async function watchApp(app: App, localcloud: string | undefined): Promise<ChildProcess> {
  const output = outputOf(app, 'weapp')
  // What is watched is not what buildApps knows: the next build begins anew.
  await rm(`${output}.hash`, { force: true })
  const voice = `${output}.voice`
  await rm(voice, { recursive: true, force: true })
  const hasVoice = await recordVoice(app, voice)
  const watcher = spawnTaro(app, 'weapp', {
    settings: { ...LOCAL_BUILD, ...(localcloud && { NANSHA_LOCALCLOUD: localcloud }) },
    output,
    voice: hasVoice ? voice : undefined,
    isWatching: true,
  })
  watcher.stdout.on('data', (chunk) => process.stdout.write(`${app}: ${chunk}`))
  watcher.stderr.on('data', (chunk) => process.stderr.write(`${app}: ${chunk}`))
  await mkdir(path.dirname(output), { recursive: true })
  await writeFile(`${output}.stage`, 'local')
  return watcher
}

function requireApp(name: string): App {
  const app = APPS.find((known) => known === name)
  if (!app) throw new Error(`There is no app called ${name}: ${APPS.join(', ')}. ${USAGE}`)
  return app
}

async function remember(localcloud: string): Promise<string> {
  const parsed = v.safeParse(Remembered, { localcloud })
  if (!parsed.success) throw new Error(`--localcloud takes an address. ${USAGE}`)
  await mkdir(path.dirname(REMEMBERED), { recursive: true })
  await writeFile(REMEMBERED, JSON.stringify(parsed.output))
  return localcloud
}

async function recall(): Promise<string | undefined> {
  const text = await readFile(REMEMBERED, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : v.parse(Remembered, JSON.parse(text)).localcloud
}

dev().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
