import path from 'node:path'
import { CITIZEN_APP_ID, COMPANION_APP_ID } from '@nansha/localcloud/identity'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { createDevelopmentCall, createDevelopmentUpload } from '#demo/development-client'
import { issueIdentity } from '#demo/issue-identity'
import { SPECIMEN_PEOPLE } from '#demo/specimen/specimen-people'
import { createCameraFile } from '../e2e/support/camera-file'
import { startWholeCloud } from '../e2e/support/cloud'
import { launchBrowser } from '../support/browser'
import type { Kept } from './look'

const DRAWING = path.resolve(import.meta.dirname, '../../demo/specimen/illustrated-portrait.svg')

/** The drawn person whose phone has an identity. */
export const HOLDER = 'chen-zhiming'

/** A cloud with the desks of the demo and one citizen, and a browser whose camera sees an empty table. */
export interface ScreenWorld {
  readonly url: string
  readonly browser: Browser
  /** What lies on the holder's phone. */
  readonly held: Kept
  close(): Promise<void>
}

export async function openScreenWorld(): Promise<ScreenWorld> {
  const cloud = await startWholeCloud()
  const camera = await createCameraFile()
  const browser = await launchBrowser({ camera: camera.path })
  const close = async () => {
    await browser.close()
    camera.close()
    await cloud.close()
  }
  try {
    return { url: cloud.url, browser, held: await issueDrawnPerson(cloud.url), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function issueDrawnPerson(url: string): Promise<Kept> {
  const person = SPECIMEN_PEOPLE.find(({ id }) => id === HOLDER)
  if (!person) throw new Error('The drawn person is not among the specimen people.')
  const portrait = await sharp(DRAWING).jpeg({ quality: 92 }).toBuffer()
  const client = { call: createDevelopmentCall(url), upload: createDevelopmentUpload(url) }
  const accounts = {
    citizen: { appId: CITIZEN_APP_ID, openId: person.id },
    officer: { appId: COMPANION_APP_ID, openId: 'hall1' },
  }
  return issueIdentity(client, accounts, person, portrait, Date.now)
}
