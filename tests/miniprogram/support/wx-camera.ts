interface Request {
  readonly url: string
  readonly data: unknown
  readonly success: (result: object) => void
}

/**
 * A platform with a camera, which takes `photo-1`, `photo-2`, …, and a cloud that takes uploads.
 *
 * @param wx of `createWx`
 */
export function addCamera(wx: Readonly<Record<string, unknown>>) {
  const request = wx.request as (options: Request) => void
  const uploaded: string[] = []
  const removed: string[] = []
  let photos = 0
  const camera = {
    takePhoto: ({ success }: { success: (result: object) => void }) =>
      success({ tempImagePath: `photo-${++photos}` }),
  }
  return {
    uploaded,
    removed,
    wx: {
      ...wx,
      request: (options: Request) => {
        const path = /\/files\?path=(.*)$/.exec(options.url)?.[1]
        if (path === undefined) return request(options)
        const cloudPath = decodeURIComponent(path)
        uploaded.push(`${textOf(options.data)} to ${cloudPath}`)
        options.success({ statusCode: 200, data: { fileID: `cloud://local/${cloudPath}` } })
      },
      createCameraContext: () => camera,
      compressImage: ({ src, success }: { src: string; success: (result: object) => void }) =>
        success({ tempFilePath: src }),
      getFileSystemManager: () => ({
        // What is in a file is its name, so that a test sees which one was sent.
        readFile: ({ filePath, success }: { filePath: string; success: (result: object) => void }) =>
          success({ data: Uint8Array.from(Buffer.from(filePath)).buffer }),
        unlink: ({ filePath }: { filePath: string }) => removed.push(filePath),
      }),
    },
  }
}

/** An upload is bytes, which here are the name of the file. */
function textOf(data: unknown): string {
  return typeof data === 'string' ? data : Buffer.from(new Uint8Array(data as ArrayBuffer)).toString()
}
