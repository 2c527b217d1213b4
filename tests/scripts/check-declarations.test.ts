import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDeclarations } from '#scripts/check-declarations'
import { REPOSITORY } from '#scripts/project-folders'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'declarations-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function build(app: object, code: string) {
  await writeFile(path.join(folder, 'app.json'), JSON.stringify(app))
  await writeFile(path.join(folder, 'app.js'), code)
  return readDeclarations(folder)
}

test('a permission that nothing uses is a fault', async () => {
  const { faults } = await build({ permission: { 'scope.userLocation': { desc: 'x' } } }, '')
  expect(faults).toEqual(['app.json declares scope.userLocation, which nothing uses'])
})

test('an interface that is called without its declaration is a fault, and its name alone is no call', async () => {
  const { faults } = await build({}, 'const names = ["getLocation"]; wx.getFuzzyLocation({})')
  expect(faults).toEqual(['scope.userFuzzyLocation is used and app.json does not declare it'])
})

test('what runs in the background and what others wrote is a fault', async () => {
  const { faults } = await build(
    { requiredBackgroundModes: ['location'], plugins: { WechatSI: { version: '1' } } },
    '',
  )
  expect(faults).toEqual([
    'app.json asks to run in the background for location',
    'app.json loads the plugin WechatSI, code of somebody else',
  ])
})

test('a private interface is named with the item of the notice that must name it', async () => {
  const { privateUses } = await build({}, 'wx.chooseMedia({ count: 1 }); wx.createCameraContext()')
  expect(privateUses).toEqual({ chooseMedia: '选中的照片或视频', createCameraContext: '摄像头' })
})

test('the operator is told to name each of the two that the apps use', async () => {
  const operations = await readFile(path.join(REPOSITORY, 'docs/operations.md'), 'utf8')
  for (const item of ['摄像头', '选中的照片或视频']) expect(operations).toContain(item)
})
