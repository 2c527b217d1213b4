import type { EnrolPorts } from '../enrol-ports'

/** Where an officer uploads for one application: the photo of the card, and the portrait of the person. */
export function counterPaths(applicationId: string) {
  const path = (name: string) => `enrolments/${applicationId}/${name}`
  return { card: path('card'), portrait: path('portrait') }
}

/** Deletes what an officer uploaded, read or not. */
export async function discardCounterPhotos(
  { files, storageRoot }: Pick<EnrolPorts, 'files' | 'storageRoot'>,
  applicationId: string,
): Promise<void> {
  const root = await storageRoot()
  await files.remove(Object.values(counterPaths(applicationId)).map((path) => root + path))
}
