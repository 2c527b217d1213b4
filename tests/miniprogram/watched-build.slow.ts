import { rm } from 'node:fs/promises'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { expect, onTestFinished, test } from 'vitest'
import { LOCAL_BUILD, outputOf, spawnTaro } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { createWeapp } from './support/weapp-runtime'
import { createWx } from './support/wx'

// Another mode of the build than all other tests run: nothing is minified, and what is never called must be gone all the same.
test.each([
  { app: 'citizen', page: '/home/index', words: HOME.begin.zh },
  { app: 'verifier', page: '/desk/index', words: '服务暂不可用' },
] as const)(
  'the $app that `npm run dev:weapp` builds runs where there is only what a phone has',
  async ({ app, page, words }) => {
    const output = `${outputOf(app, 'weapp')}-watched`
    const watcher = spawnTaro(app, 'weapp', { settings: LOCAL_BUILD, output, isWatching: true })
    onTestFinished(async () => {
      watcher.kill()
      await rm(output, { recursive: true, force: true })
    })
    let told = ''
    watcher.stdout.on('data', (chunk) => (told += chunk))
    await eventually(() => expect(told).toContain('Watching'))

    const opened = await createWeapp(output, createWx(async () => ({})).wx).open(page)
    await eventually(() => expect(opened.text()).toContain(words))
  },
)
