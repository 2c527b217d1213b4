import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkHouse } from '#scripts/check-house'

const repository = path.resolve(import.meta.dirname, '../..')

describe('the plan of the house', () => {
  let house: string
  beforeEach(async () => {
    house = await mkdtemp(path.join(tmpdir(), 'house-'))
    await cp(path.join(repository, 'biome.json'), path.join(house, 'biome.json'))
    const workspaces = [
      'shared',
      'cloudfunctions/core',
      'miniprogram/kit',
      'miniprogram/verifier',
      'relying-party',
    ]
    await write('package.json', JSON.stringify({ workspaces, imports: { '#demo/*': './demo/*.ts' } }))
    for (const folder of workspaces) {
      await write(`${folder}/package.json`, JSON.stringify({ name: `@nansha/${path.basename(folder)}` }))
    }
    await write('shared/errors.ts', 'export const ERRORS = {}')
    await write('cloudfunctions/core/platform/database.ts', 'export interface Stored {}')
    await write(
      'cloudfunctions/core/records/handles.ts',
      "import type { Stored } from '../platform/database'",
    )
  })
  afterEach(() => rm(house, { recursive: true, force: true }))

  async function write(file: string, text: string): Promise<void> {
    await mkdir(path.dirname(path.join(house, file)), { recursive: true })
    await writeFile(path.join(house, file), text)
  }

  it('holds in this repository', () => {
    expect(checkHouse(repository)).toEqual([])
  })

  it('finds nothing where every arrow points down', () => {
    expect(checkHouse(house)).toEqual([])
  })

  it('finds an import of a type from a room above, however it is spelt', async () => {
    await write('cloudfunctions/core/unlock/unlock-of.ts', 'export interface SeenUnlock {}')
    for (const spelling of [
      '../unlock/unlock-of',
      '../../core/unlock/unlock-of',
      '@nansha/core/unlock/unlock-of',
    ]) {
      await write('cloudfunctions/core/records/handles.ts', `import type { SeenUnlock } from '${spelling}'`)
      expect(checkHouse(house)).toEqual([
        'up: cloudfunctions/core/records/handles.ts imports cloudfunctions/core/unlock/unlock-of.ts',
      ])
    }
  })

  it('finds shared code that imports from another workspace', async () => {
    await write('miniprogram/kit/device/clock.ts', 'export const deviceNow = Date.now')
    await write('shared/clock.ts', "export { deviceNow } from '@nansha/kit/device/clock'")
    expect(checkHouse(house)).toEqual(['up: shared/clock.ts imports miniprogram/kit/device/clock.ts'])
  })

  it('finds an import of a room above in any form of words', async () => {
    await write('cloudfunctions/core/unlock/unlock-of.ts', 'export interface SeenUnlock {}')
    for (const line of [
      "export type Unlock = import('../unlock/unlock-of').SeenUnlock",
      "export const open = () => import('../unlock/unlock-of')",
      "export * from '../unlock/unlock-of'",
      "import '../unlock/unlock-of.js'",
    ]) {
      await write('cloudfunctions/core/records/handles.ts', line)
      expect(checkHouse(house), line).toHaveLength(1)
    }
  })

  it('finds an app that imports the other one', async () => {
    await write('miniprogram/verifier/src/desk.ts', 'export const desk = 1')
    await write('miniprogram/citizen/src/home/home.ts', "import { desk } from '../../../verifier/src/desk'")
    expect(checkHouse(house)).toEqual([
      'up: miniprogram/citizen/src/home/home.ts imports miniprogram/verifier/src/desk.ts',
    ])
  })

  it('finds a part of an app that imports what joins the parts', async () => {
    await write('miniprogram/citizen/src/services.ts', 'export const services = {}')
    await write('miniprogram/citizen/src/app.tsx', "import { services } from './services'")
    expect(checkHouse(house)).toEqual([])
    await write('miniprogram/citizen/src/home/home.ts', "import type { services } from '../services'")
    expect(checkHouse(house)).toEqual([
      'up: miniprogram/citizen/src/home/home.ts imports miniprogram/citizen/src/services.ts',
    ])
  })

  it('finds a service that imports a function, and a function that imports another', async () => {
    await write('cloudfunctions/wallet/dispatch.ts', 'export const dispatch = 1')
    await write('cloudfunctions/wallet/index.ts', "import { dispatch } from './dispatch'")
    expect(checkHouse(house)).toEqual([])
    for (const from of ['cloudfunctions/core/wallet/ports.ts', 'cloudfunctions/enrol/index.ts']) {
      const up = path.posix.relative(path.posix.dirname(from), 'cloudfunctions/wallet/dispatch')
      await write(from, `import { dispatch } from '${up}'`)
      expect(checkHouse(house)).toEqual([`up: ${from} imports cloudfunctions/wallet/dispatch.ts`])
      await rm(path.join(house, from))
    }
  })

  it('finds a local cloud that imports the demo', async () => {
    await write('demo/cast.ts', 'export const CAST = []')
    await write('localcloud/identity.ts', "import type { CAST } from '../demo/cast'")
    expect(checkHouse(house)).toEqual(['up: localcloud/identity.ts imports demo/cast.ts'])
  })

  it('finds what a workspace exports under a name, and an import of a test', async () => {
    const exports = { '.': './src/index.ts' }
    await write('relying-party/package.json', JSON.stringify({ name: '@nansha/relying-party', exports }))
    await write('relying-party/src/index.ts', 'export {}')
    await write('shared/clock.ts', "import '@nansha/relying-party'\nimport '../tests/support/clock'")
    await write('tests/support/clock.ts', 'export {}')
    expect(checkHouse(house)).toEqual([
      'up: shared/clock.ts imports relying-party/src/index.ts',
      'up: shared/clock.ts imports tests/support/clock.ts',
    ])
  })

  it('finds two files of one room that need each other’s types', async () => {
    await write('shared/trust/bundle.ts', "import type { List } from './list'\nexport interface Bundle {}")
    await write('shared/trust/list.ts', "import type { Bundle } from './bundle'\nexport interface List {}")
    expect(checkHouse(house)).toEqual(['circle of files: shared/trust/bundle.ts, shared/trust/list.ts'])
  })

  it('finds two rooms that need each other though no two files do', async () => {
    await write('shared/jws/verify.ts', "import type { Key } from '../keys/key'")
    await write('shared/jws/expand.ts', 'export type Expand = () => void')
    await write('shared/keys/key.ts', 'export interface Key {}')
    await write('shared/keys/compress.ts', "import type { Expand } from '../jws/expand'")
    expect(checkHouse(house)).toEqual(['circle of rooms in shared: jws, keys'])
  })

  it('finds a circle of rooms in any folder, such as the scripts or a room inside a room', async () => {
    await write('scripts/operate/sign.ts', "import { reach } from '../house/reach'")
    await write('scripts/operate/line.ts', 'export const line = 1')
    await write('scripts/house/reach.ts', 'export const reach = 1')
    await write('scripts/house/table.ts', "import { line } from '../operate/line'")
    expect(checkHouse(house)).toEqual(['circle of rooms in scripts: house, operate'])
    await rm(path.join(house, 'scripts'), { recursive: true })

    const enrol = 'miniprogram/citizen/src/enrol'
    await write(`${enrol}/join.ts`, "import { film } from './face/film'")
    await write(`${enrol}/session.ts`, "import { join } from './join'")
    await write(`${enrol}/face/film.ts`, 'export const film = 1')
    await write(`${enrol}/face/index.tsx`, "import { session } from '../session'")
    expect(checkHouse(house)).toEqual([`circle of rooms in ${enrol}: face, join.ts, session.ts`])
  })

  it('finds a new room of core that the table does not name', async () => {
    await write('cloudfunctions/core/annex/anything.ts', 'export const anything = 1')
    expect(checkHouse(house)).toEqual(['not in the table of biome.json: cloudfunctions/core/annex'])
  })
})
