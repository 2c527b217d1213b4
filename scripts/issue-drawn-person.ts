import path from 'node:path'
import { CITIZEN_APP_ID, COMPANION_APP_ID } from '@nansha/localcloud/identity'
import sharp from 'sharp'
import { createDevelopmentCall, createDevelopmentUpload } from '#demo/development-client'
import { issueIdentity } from '#demo/issue-identity'
import { SPECIMEN_PEOPLE } from '#demo/specimen/specimen-people'
import { REPOSITORY } from './project-folders'

/** The specimen citizen whose face is drawn, for pictures that anybody may see. */
export const DRAWN_PERSON = 'chen-zhiming'
export const DRAWING = path.join(REPOSITORY, 'demo/specimen/illustrated-portrait.svg')

/**
 * Issues the drawn person's identity at the service hall of a seeded local cloud.
 *
 * @param url of the cloud
 * @returns what the citizen's app would have stored, by storage key
 * @throws NanshaError with the code of a refusal
 */
export async function issueDrawnPerson(url: string): Promise<Readonly<Record<string, string>>> {
  const person = SPECIMEN_PEOPLE.find(({ id }) => id === DRAWN_PERSON)
  if (!person) throw new Error('The drawn person is not among the specimen people.')
  const portrait = await sharp(DRAWING).jpeg({ quality: 92 }).toBuffer()
  const client = { call: createDevelopmentCall(url), upload: createDevelopmentUpload(url) }
  const accounts = {
    citizen: { appId: CITIZEN_APP_ID, openId: person.id },
    officer: { appId: COMPANION_APP_ID, openId: 'hall1' },
  }
  return issueIdentity(client, accounts, person, portrait, Date.now)
}
