import path from 'node:path'
import { createWeapp } from '../../support/weapp-runtime'
import { createWx } from '../../support/wx'
import { createDeployment, type Deployment } from './deployment'

const folder = path.resolve(import.meta.dirname, '../../../../miniprogram/citizen/dist/weapp')

/** The built app in the mini-program runtime, on a phone whose owner has enrolled. */
export async function startHeldPhone(deployment?: Deployment) {
  const cloud = deployment ?? (await createDeployment())
  const fake = createWx(
    (_name, event) => cloud.answer(event),
    () => cloud.network,
  )
  const { key, credential } = cloud
  fake.stored.set('credential', JSON.stringify({ key, credential }))
  const app = createWeapp(folder, { ...fake.wx, getRandomValues })
  /** Opens the page that the app asked for last. */
  const follow = () => app.open(fake.went.at(-1)?.split(' ')[1] ?? '')
  return { ...fake, app, cloud, follow }
}

/** Requests differ by their randomness: the server takes none twice. */
function getRandomValues({ length, success }: { length: number; success: (result: object) => void }) {
  success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer })
}

export type HeldPhone = Awaited<ReturnType<typeof startHeldPhone>>
