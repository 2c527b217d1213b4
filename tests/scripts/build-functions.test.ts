import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readDeployment } from '@nansha/localcloud/deployment'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyBeside, functionNames } from '#scripts/build-functions'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nansha-functions-'))
})
afterAll(() => rm(folder, { recursive: true }))

const configOf = async (name: string) =>
  JSON.parse(await readFile(path.join(folder, name, 'config.json'), 'utf8'))

test('each function’s folder carries its time limit and memory, as they are declared once', async () => {
  const { functions } = readDeployment('cloudfunctions/deploy')
  expect((await functionNames()).sort()).toEqual(functions.map(({ name }) => name).sort())
  for (const { name, timeout, memorySize } of functions) {
    await copyBeside(name, folder)
    expect(await configOf(name)).toMatchObject({ timeout, memorySize, permissions: { openapi: [] } })
  }
})

test('the folder of sweep carries its timers', async () => {
  await copyBeside('sweep', folder)
  const timers = [{ name: 'every-minute' }, { name: 'every-five-minutes' }]
  expect(await configOf('sweep')).toMatchObject({
    triggers: timers.map((timer) => ({ ...timer, type: 'timer' })),
  })
})

test('DevTools uploads from the folder of whole packages', async () => {
  const { cloudfunctionRoot } = JSON.parse(await readFile('project.config.json', 'utf8'))
  expect(cloudfunctionRoot).toBe('dist/package/')
})
