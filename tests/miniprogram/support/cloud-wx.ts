import {
  createDevelopmentCall,
  createDevelopmentUpload,
  type DevelopmentAccount,
} from '#demo/development-client'
import { createWx } from './wx'

type Callbacks = { success?: (result: object) => void; fail?: (error: object) => void }
type Request = Callbacks & { readonly url: string; readonly data: unknown }

/** What a person does with a phone, besides what is on its screen. */
export interface Surroundings {
  isOnline: boolean
  /** What is before the camera. */
  sight: Buffer
  setOnline(isOnline: boolean): void
}

/**
 * A platform whose cloud is a running localcloud, with a camera and files.
 *
 * @param url of the cloud
 * @param account that calls it, as the platform would say
 */
export function createCloudWx(url: string, account: DevelopmentAccount) {
  const listeners = new Set<(status: { isConnected: boolean }) => void>()
  const surroundings: Surroundings = {
    isOnline: true,
    sight: Buffer.alloc(0),
    setOnline(isOnline) {
      surroundings.isOnline = isOnline
      for (const listener of listeners) listener({ isConnected: isOnline })
    },
  }
  const call = createDevelopmentCall(url)
  const upload = createDevelopmentUpload(url)
  const fake = createWx(
    (name, event) => {
      if (!surroundings.isOnline) throw new Error('request:fail')
      return call(account, name, event as object)
    },
    () => surroundings.isOnline,
  )
  const ask = fake.wx.request as (request: Request) => void

  const wx: Record<string, unknown> = {
    ...fake.wx,
    ...createFiles(surroundings),
    request(request: Request) {
      const path = /\/files\?path=(.*)$/.exec(request.url)?.[1]
      if (path === undefined) return ask(request)
      upload(account, decodeURIComponent(path), Buffer.from(request.data as ArrayBuffer)).then(
        (fileID) => request.success?.({ statusCode: 200, data: { fileID } }),
        () => request.fail?.({ errMsg: 'request:fail' }),
      )
    },
    // Requests differ by their randomness: the server takes none twice.
    getRandomValues: ({ length, success }: Callbacks & { length: number }) =>
      success?.({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }),
    // A phone without a reader for fingers or faces: what it asks for is the PIN.
    checkIsSupportSoterAuthentication: ({ success }: Callbacks) => success?.({ supportMode: [] }),
    onNetworkStatusChange: (listener: (status: { isConnected: boolean }) => void) => listeners.add(listener),
    offNetworkStatusChange: (listener: (status: { isConnected: boolean }) => void) =>
      listeners.delete(listener),
  }
  return { ...fake, wx, surroundings }
}

/** Photos, which lie in files until they are removed. */
function createFiles(surroundings: Surroundings) {
  const files = new Map<string, Buffer>()
  let photos = 0
  const camera = {
    takePhoto({ success }: Callbacks) {
      const tempImagePath = `photo-${++photos}`
      files.set(tempImagePath, surroundings.sight)
      success?.({ tempImagePath })
    },
  }
  return {
    createCameraContext: () => camera,
    compressImage: ({ src, success }: Callbacks & { src: string }) => success?.({ tempFilePath: src }),
    getFileSystemManager: () => ({
      readFile({ filePath, success, fail }: Callbacks & { filePath: string }) {
        const found = files.get(filePath)
        if (found) success?.({ data: Uint8Array.from(found).buffer })
        else fail?.({ errMsg: 'readFile:fail no such file' })
      },
      unlink: ({ filePath }: { filePath: string }) => files.delete(filePath),
    }),
  }
}
