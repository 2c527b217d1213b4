import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { functionNames } from '#scripts/build-functions'
import { packageFunction } from '#scripts/package-functions'
import { actorOf } from '../support/acted-cast'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { cardOf, enrol, registerSpecimen } from '../support/enrol'
import { asSelfie, cropFace } from '../support/faces'

let cloud: TestCloud
let folder: string
beforeAll(async () => {
  // Far from the repository, whose node_modules nothing finds from here.
  folder = await mkdtemp(path.join(tmpdir(), 'nansha-packages-'))
  for (const name of await functionNames()) await packageFunction(name, path.join(folder, name))
  cloud = await startTestCloud({}, folder)
})
afterAll(async () => {
  await cloud?.stop()
  await rm(folder, { recursive: true, force: true })
})

it('npm run package packages functions that enrol a citizen with nothing but what is in their folders', async () => {
  const portrait = await cropFace(0)
  const who = { name: '李晚晴', idNumber: '11010519491231002X', portrait }
  await registerSpecimen(cloud, who)
  const card = await cardOf(who, await asSelfie(portrait, 1))
  const answer = await enrol(cloud.citizen('li'), who, { card, acting: actorOf(0) })
  expect(answer).toMatchObject({ ok: true, credential: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+~/) })
})
