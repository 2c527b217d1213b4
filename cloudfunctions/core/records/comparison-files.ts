import type { Files } from '../platform/files'
import type { FaceComparison } from './face-comparisons'

export interface ComparisonFiles {
  readonly files: Files
  /** `cloud://<environment>.<bucket>/` */
  readonly storageRoot: () => Promise<string>
}

/** Where a clerk uploads the photo of one comparison. The id is drawn at random and told to that clerk alone. */
export function comparisonPath(comparison: string): string {
  return `comparisons/${comparison}`
}

/** Where the portrait on record lies while it is compared; clients neither write nor read there. */
export function comparedPortraitPath(comparison: string): string {
  return `internal/comparisons/${comparison}`
}

/** Deletes both pictures of a comparison, whether or not they were stored. */
export async function discardComparison(
  { files, storageRoot }: ComparisonFiles,
  { _id }: Pick<FaceComparison, '_id'>,
): Promise<void> {
  const root = await storageRoot()
  await files.remove([comparisonPath(_id), comparedPortraitPath(_id)].map((path) => root + path))
}
