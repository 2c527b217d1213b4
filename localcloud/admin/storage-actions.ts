import * as v from 'valibot'
import { checkPath, type FileStore } from '../files/file-store'
import type { UrlSigner } from '../files/signed-url'
import type { Action, AdminRequest } from './handle-admin'

/** How long an upload link works. */
const UPLOAD_SECONDS = 900
/** The platform's default and longest life of a download link. */
const DEFAULT_SECONDS = 7200
const MAX_SECONDS = 86_400
const MAX_BATCH = 50

const uploadSchema = v.strictObject({ path: v.string(), method: v.literal('put') })
const downloadSchema = v.strictObject({
  file_list: v.pipe(
    v.array(
      v.strictObject({
        fileid: v.string(),
        max_age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_SECONDS))),
        url_type: v.optional(v.undefined_()),
      }),
    ),
    v.maxLength(MAX_BATCH),
  ),
})
const deleteSchema = v.strictObject({ fileid_list: v.pipe(v.array(v.string()), v.maxLength(MAX_BATCH)) })

/** How file ids begin: `cloud://<environment>.<bucket>/`. */
export function fileIdPrefix(environment: string): string {
  return `cloud://${environment}.6e61-${environment}-1300000000/`
}

/** The `storage.*` actions of the wire protocol. */
export function storageActions(
  files: FileStore,
  signer: UrlSigner,
  environment: string,
): Readonly<Record<string, Action>> {
  const prefix = fileIdPrefix(environment)
  const pathOf = (fileId: string) => (fileId.startsWith(prefix) ? fileId.slice(prefix.length) : null)

  const link = (request: AdminRequest, fileId: string, seconds: number) => {
    const path = pathOf(fileId)
    if (path === null || !files.find(path))
      return { fileID: fileId, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' }
    const url = request.origin + signer.sign('GET', path, request.now.getTime() + seconds * 1000)
    return { code: 'SUCCESS', fileID: fileId, tempFileURL: url, maxAge: seconds }
  }
  const remove = async (fileId: string) => {
    const path = pathOf(fileId)
    const removed = path !== null && (await files.remove(path))
    return { fileID: fileId, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
  }

  return {
    'storage.getUploadMetadata': async (request) => {
      const path = checkPath(request.parse(uploadSchema).path)
      const url = request.origin + signer.sign('PUT', path, request.now.getTime() + UPLOAD_SECONDS * 1000)
      const fileId = prefix + path
      // The SDK puts cosFileId into a header, so it must be ASCII whatever the path is.
      return {
        url,
        token: 'local',
        authorization: 'local',
        fileId,
        cosFileId: Buffer.from(fileId).toString('base64url'),
      }
    },
    'storage.batchGetDownloadUrl': async (request) => {
      const { file_list: list } = request.parse(downloadSchema)
      return {
        download_list: list.map((file) => link(request, file.fileid, file.max_age ?? DEFAULT_SECONDS)),
      }
    },
    'storage.batchDeleteFile': async (request) => {
      const { fileid_list: list } = request.parse(deleteSchema)
      return { delete_list: await Promise.all(list.map(remove)) }
    },
  }
}
