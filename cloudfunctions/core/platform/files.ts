/** Cloud storage. Contents are bytes; a file is named by the `fileID` that the platform gave it. */
export interface Files {
  /** Stores bytes under a path (`enrolments/<id>/selfie-0`) and answers the file id. */
  upload(path: string, content: Buffer): Promise<string>
  /** The bytes, or null when there is no such file. */
  download(fileId: string): Promise<Buffer | null>
  /** Deletes files; a file that is already gone counts as deleted. Throws unless every one is gone. */
  remove(fileIds: readonly string[]): Promise<void>
  /** A link that anyone can read for `seconds`, or null when there is no such file. */
  temporaryUrl(fileId: string, seconds: number): Promise<string | null>
}

/** The part of wx-server-sdk that stores files. */
export interface SdkFiles {
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: FileStatus[] }>
  getTempFileURL(options: {
    fileList: { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: FileStatus[] }>
}

interface FileStatus {
  fileID: string
  status: number
  errMsg: string
  tempFileURL?: string
}

/** `STORAGE_FILE_NONEXIST` in the SDK's table of codes. */
const FILE_NOT_FOUND = -503003
/** The platform deletes at most this many files in one call. */
const DELETE_BATCH = 50

/** Makes {@link Files} over the SDK. */
export function createFiles(sdk: SdkFiles): Files {
  return {
    async upload(path, content) {
      const { fileID } = await sdk.uploadFile({ cloudPath: path, fileContent: content })
      return fileID
    },

    async download(fileId) {
      if ((await temporaryUrl(sdk, fileId, 60)) === null) return null
      const { fileContent } = await sdk.downloadFile({ fileID: fileId })
      return fileContent
    },

    async remove(fileIds) {
      const faults: string[] = []
      for (let start = 0; start < fileIds.length; start += DELETE_BATCH)
        faults.push(...(await removeBatch(sdk, fileIds.slice(start, start + DELETE_BATCH))))
      // Only now: a file that will not go keeps no other from going.
      if (faults.length > 0) throw new Error(`${faults.length} files were not deleted: ${faults[0]}`)
    },

    temporaryUrl: (fileId, seconds) => temporaryUrl(sdk, fileId, seconds),
  }
}

/** @returns why each file that is still there was not deleted */
async function removeBatch(sdk: SdkFiles, batch: string[]): Promise<string[]> {
  try {
    const { fileList } = await sdk.deleteFile({ fileList: batch })
    const failed = fileList.filter(({ status }) => status !== 0 && status !== FILE_NOT_FOUND)
    return failed.map(({ errMsg }) => errMsg)
  } catch (fault) {
    return batch.map(() => (fault instanceof Error ? fault.message : String(fault)))
  }
}

async function temporaryUrl(sdk: SdkFiles, fileId: string, seconds: number): Promise<string | null> {
  const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: seconds }] })
  const file = fileList[0]
  if (file?.status === FILE_NOT_FOUND) return null
  if (file?.status !== 0 || !file.tempFileURL) throw new Error(`No link for a stored file: ${file?.errMsg}`)
  return file.tempFileURL
}
