/**
 * A platform with a camera, which takes `photo-1`, `photo-2`, …, and a cloud that takes uploads.
 *
 * @param wx of `createWx`
 */
export function addCamera(wx: Readonly<Record<string, unknown>>) {
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
      cloud: {
        ...(wx.cloud as object),
        uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
          uploaded.push(`${filePath} to ${cloudPath}`)
          return { fileID: `cloud://local/${cloudPath}` }
        },
      },
      createCameraContext: () => camera,
      compressImage: ({ src, success }: { src: string; success: (result: object) => void }) =>
        success({ tempFilePath: src }),
      getFileSystemManager: () => ({
        unlink: ({ filePath }: { filePath: string }) => removed.push(filePath),
      }),
    },
  }
}
