import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { COMPANION_APP_ID } from '@nansha/localcloud/identity'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { createDevelopmentCall, createDevelopmentUpload } from '#demo/development-client'
import { approveAtCounter } from '#demo/issue-identity'
import { registerSpecimen } from '#demo/register-specimen'
import { documentsOf } from '#demo/specimen/specimen-documents'
import { SPECIMEN_FOREIGNER } from '#demo/specimen/specimen-foreigner'
import { SPECIMEN_PEOPLE } from '#demo/specimen/specimen-people'
import { DRAWING, DRAWN_PERSON, issueDrawnPerson } from '#scripts/issue-drawn-person'
import { OPERATOR } from '#scripts/local-environment'
import { startPortals } from '#scripts/start-portals'
import { type CameraFile, createCameraFile } from '../e2e/support/camera-file'
import { startWholeCloud } from '../e2e/support/cloud'
import { launchBrowser } from '../support/browser'
import type { Kept } from './look'

/** The drawn person whose phone has an identity. */
export const HOLDER = DRAWN_PERSON
/** Of the cast, who has a good licence. */
const DRIVER = 'li-wanqing'

const OFFICER = { appId: COMPANION_APP_ID, openId: 'hall1' }

/** A cloud with the desks of the demo and one citizen. */
export interface CloudWorld {
  readonly url: string
  /** What lies on the holder's phone. */
  readonly held: Kept
  /** Has an officer give a phone that applied with this code the identity of one of the specimen people. */
  approve(code: string, person: string): Promise<void>
  close(): Promise<void>
}

/** With the specimen websites, and a browser whose camera sees an empty table. */
export interface ScreenWorld extends CloudWorld {
  readonly browser: Browser
  readonly camera: CameraFile
  /** Where each website is. */
  readonly portals: Readonly<Record<'hall' | 'bank', string>>
}

/** The registries know a licence and a social security card of the holder. */
async function registerDocuments(url: string): Promise<void> {
  const person = specimen(HOLDER)
  const call = createDevelopmentCall(url)
  const documents = documentsOf({ ...person, id: DRIVER })
  await registerSpecimen((event) => call(OPERATOR, 'specimen', event), person, await drawing(), documents)
}

function specimen(id: string) {
  const person = SPECIMEN_PEOPLE.find((one) => one.id === id)
  if (!person) throw new Error(`There is no specimen person called ${id}.`)
  return person
}

/** The only face in these walks that is nobody's. */
export const drawing = () => sharp(DRAWING).jpeg({ quality: 92 }).toBuffer()

/** @param isLookedAt somebody looks at the screens, so that Chinese must be drawn and not only laid out */
export async function openScreenWorld(isLookedAt = false): Promise<ScreenWorld> {
  const cloud = await openCloudWorld()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-portals-'))
  const { portals, close } = await startPortals(cloud.url, dataDir, 0)
  const camera = await createCameraFile()
  const browser = await launchBrowser({ camera: camera.path, isLookedAt })
  return {
    ...cloud,
    browser,
    camera,
    portals: Object.fromEntries(portals.map(({ id, url }) => [id, url])) as ScreenWorld['portals'],
    async close() {
      await browser.close()
      camera.close()
      await close()
      await cloud.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export async function openCloudWorld(): Promise<CloudWorld> {
  const cloud = await startWholeCloud()
  try {
    await registerDocuments(cloud.url)
    const held = await issueDrawnPerson(cloud.url)
    const client = { call: createDevelopmentCall(cloud.url), upload: createDevelopmentUpload(cloud.url) }
    const approve = async (code: string, person: string) => {
      const foreigner = person === SPECIMEN_FOREIGNER.id ? SPECIMEN_FOREIGNER : undefined
      const application = { code, person: foreigner ?? specimen(person), portrait: await drawing() }
      await approveAtCounter(client, OFFICER, application)
    }
    return { url: cloud.url, held, approve, close: cloud.close }
  } catch (error) {
    await cloud.close()
    throw error
  }
}
