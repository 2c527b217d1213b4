import { beforeEach, describe, expect, test, vi } from 'vitest'

const platform = vi.hoisted(() => ({
  chooseMedia: async (_: object): Promise<object> => ({}),
  asked: [] as string[],
}))
vi.mock('@tarojs/taro', () => ({
  default: {
    chooseMedia: (options: object) => platform.chooseMedia(options),
    openSetting: async () => platform.asked.push('setting'),
    requirePrivacyAuthorize: ({ success }: { success: () => void }) => {
      platform.asked.push('privacy')
      success()
    },
  },
}))

const { cameraFault } = await import('@nansha/kit/camera/camera-error.weapp')
const { choosePicture } = await import('@nansha/kit/camera/choose-picture.weapp')
const { recoverCamera } = await import('@nansha/kit/camera/recover-camera.weapp')

const UNDECLARED = 'fail api scope is not declared in the privacy agreement'
const UNAGREED = 'fail privacy permission is not authorized'

beforeEach(() => {
  platform.asked.length = 0
})

describe('why the camera does not open', () => {
  test.each([
    [`operateCamera:${UNDECLARED}`, 'undeclared'],
    [`insertCamera:${UNAGREED}`, 'unagreed'],
    ['insertCamera:fail auth deny', 'denied'],
    ['insertCamera:fail:access denied permission', 'denied'],
    ['operateCamera:fail camera is used by another app', 'unavailable'],
    ['', 'unavailable'],
  ])('%j', (errMsg, fault) => {
    expect(cameraFault({ errMsg })).toBe(fault)
  })

  test('each is met with what may bring it back', async () => {
    for (const fault of ['denied', 'unagreed', 'undeclared', 'unavailable'] as const)
      await recoverCamera(fault)
    expect(platform.asked).toEqual(['setting', 'privacy'])
  })
})

describe('a picture from the album', () => {
  test('is asked for by the interface that is kept up, and alone', async () => {
    const asked: object[] = []
    platform.chooseMedia = async (options) => {
      asked.push(options)
      return { tempFiles: [{ tempFilePath: 'wxfile://a.jpg', size: 1234 }] }
    }
    expect(await choosePicture()).toEqual({
      state: 'chosen',
      picture: { src: 'wxfile://a.jpg' },
      size: 1234,
    })
    expect(asked).toMatchObject([{ count: 1, mediaType: ['image'], sourceType: ['album'] }])
  })

  test.each([
    [`chooseMedia:${UNDECLARED}`, 'undeclared'],
    [`chooseMedia:${UNAGREED}`, 'unagreed'],
    ['chooseMedia:fail cancel', 'none'],
    ['chooseMedia:fail internal error', 'unreadable'],
  ])('that is not there has its reason: %s', async (errMsg, state) => {
    platform.chooseMedia = () => Promise.reject({ errMsg })
    expect(await choosePicture()).toEqual({ state })
  })
})
