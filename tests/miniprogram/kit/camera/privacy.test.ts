import { beforeEach, describe, expect, test, vi } from 'vitest'

interface PrivacyAnswers {
  readonly success: () => void
  readonly fail: (reason: object) => void
}

const platform = vi.hoisted(() => ({
  chooseMedia: async (_: object): Promise<object> => ({}),
  asked: [] as string[],
  answerPrivacy: ({ success }: PrivacyAnswers) => success(),
}))
vi.mock('@tarojs/taro', () => ({
  default: {
    chooseMedia: (options: object) => platform.chooseMedia(options),
    openSetting: async () => platform.asked.push('setting'),
    requirePrivacyAuthorize: (answers: PrivacyAnswers) => {
      platform.asked.push('privacy')
      platform.answerPrivacy(answers)
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
  platform.answerPrivacy = ({ success }) => success()
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

  test('only a refused permission is mended in the settings; a new camera asks for the notice by itself', async () => {
    for (const fault of ['denied', 'unagreed', 'undeclared', 'unavailable'] as const)
      await recoverCamera(fault)
    expect(platform.asked).toEqual(['setting'])
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
    expect(platform.asked).toEqual(['privacy'])
  })

  test.each([
    [`requirePrivacyAuthorize:${UNAGREED}`, 'unagreed'],
    [`requirePrivacyAuthorize:${UNDECLARED}`, 'undeclared'],
    ['requirePrivacyAuthorize:fail', 'unagreed'],
  ])('is not asked for where the privacy notice forbids it: %s', async (errMsg, state) => {
    platform.answerPrivacy = ({ fail }) => fail({ errMsg })
    const chooseMedia = vi.fn()
    platform.chooseMedia = chooseMedia
    expect(await choosePicture()).toEqual({ state })
    expect(chooseMedia).not.toHaveBeenCalled()
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
