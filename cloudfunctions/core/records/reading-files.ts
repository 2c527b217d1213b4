import type { ComparisonFiles } from './comparison-files'
import type { DocumentReading } from './document-readings'

/** Where a clerk uploads one photo of a document or of a guest. The place is drawn at random and told to that clerk alone. */
export function readingPath(place: string): string {
  return `readings/${place}`
}

/** Where the portrait of a document lies until a face was compared with it; clients neither write nor read there. */
export function readPortraitPath(guest: string): string {
  return `internal/readings/${guest}`
}

/** Deletes every photo of a reading, whether or not it was stored. */
export async function discardReading(
  { files, storageRoot }: ComparisonFiles,
  { _id, places }: Pick<DocumentReading, '_id' | 'places'>,
): Promise<void> {
  const root = await storageRoot()
  await files.remove([readPortraitPath(_id), ...places.map(readingPath)].map((path) => root + path))
}
