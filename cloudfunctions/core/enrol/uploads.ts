import { NanshaError } from '@nansha/shared/errors'
import type { Files } from '../platform/files'

/** What a citizen uploads for one enrolment, each at a path of its own. */
export const UPLOADS = ['card', 'selfie'] as const
export type Upload = (typeof UPLOADS)[number]
export type UploadedFiles = Readonly<Record<Upload, string>>

export function uploadPath(enrolmentId: string, upload: Upload): string {
  return `enrolments/${enrolmentId}/${upload}`
}

/**
 * Names the files of an enrolment without asking anyone what was uploaded.
 *
 * @param root `cloud://<environment>.<bucket>/`, see {@link createStorageRoot}
 */
export function uploadedFiles(root: string, enrolmentId: string): UploadedFiles {
  const fileOf = (upload: Upload) => root + uploadPath(enrolmentId, upload)
  return { card: fileOf('card'), selfie: fileOf('selfie') }
}

/**
 * Accepts only the files at the paths that this enrolment was given: a file id names any file of any environment.
 *
 * @throws NanshaError INPUT_INVALID
 */
export function requireOwnFiles(expected: UploadedFiles, given: UploadedFiles): void {
  for (const upload of UPLOADS) {
    if (given[upload] !== expected[upload])
      throw new NanshaError('INPUT_INVALID', { field: `files.${upload}` })
  }
}

/**
 * Learns how file ids of this environment begin. The platform tells nobody, so a marker file is written once per
 * process and its id is read.
 */
export function createStorageRoot(files: Files): () => Promise<string> {
  let root: Promise<string> | undefined
  const learn = async () => {
    const fileId = await files.upload(MARKER, Buffer.from('x'))
    if (!fileId.endsWith(MARKER)) throw new Error('The marker file was stored under another path.')
    return fileId.slice(0, -MARKER.length)
  }
  return () => {
    root ??= learn().catch((error: unknown) => {
      root = undefined
      throw error
    })
    return root
  }
}

const MARKER = 'internal/storage-root'
