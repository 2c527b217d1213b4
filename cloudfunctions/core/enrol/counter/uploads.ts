import type { CounterApplication } from '../../records/counter-applications'
import type { EnrolPorts } from '../enrol-ports'

/**
 * Where an officer uploads for one application: the photo of the card, and the portrait of the person.
 *
 * @param folder drawn at random for this officer, and told to nobody else: the applicant must not store a picture there
 *   first, in place of the officer's or in its way
 */
export function counterPaths(folder: string) {
  const path = (name: string) => `enrolments/${folder}/${name}`
  return { card: path('card'), portrait: path('portrait') }
}

/** Deletes what officers uploaded for an application, read or not. */
export async function discardCounterPhotos(
  { files, storageRoot }: Pick<EnrolPorts, 'files' | 'storageRoot'>,
  { folders }: Pick<CounterApplication, 'folders'>,
): Promise<void> {
  const root = await storageRoot()
  const paths = folders.flatMap((folder) => Object.values(counterPaths(folder)))
  await files.remove(paths.map((path) => root + path))
}
