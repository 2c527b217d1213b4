import type { Text } from '@nansha/kit/i18n/fill-text'
import { spoken } from '@nansha/kit/i18n/spoken'
import type { Advice } from '../advise-face'

export const FILM_TEXTS = {
  start: { zh: '开始', en: 'Start' },
  progress: { zh: '第 {step} 个，共 {total} 个', en: '{step} of {total}' },
  left: { zh: '还有 {seconds} 秒', en: '{seconds} seconds left' },
  press: { zh: '我已做好，拍照', en: 'Ready – take photo' },
  ...spoken('/enrol/voice/film', {
    before: {
      zh: '脸放进椭圆，正对光线；摘下口罩和墨镜，画面里只有您。',
      en: 'Keep your face in the oval, facing the light. No mask or sunglasses, and only you in view.',
    },
    'look-straight': { zh: '请正视镜头', en: 'Look straight at the camera' },
    'turn-left': { zh: '请向左转头', en: 'Turn your head to your left' },
    'turn-right': { zh: '请向右转头', en: 'Turn your head to your right' },
    'open-mouth': { zh: '请张开嘴', en: 'Open your mouth' },
    'close-eyes': {
      zh: '闭上眼，听到声音或感到振动再睁开',
      en: 'Close your eyes until you hear a tone or feel a buzz',
    },
    light: { zh: '请正视屏幕，屏幕会变换颜色', en: 'Look at the screen while it changes colour' },
  }),
  ...spoken(undefined, { ready: { zh: '位置合适，点“开始”', en: 'Looks good – tap Start' } }),
} as const

/** Of these the mini-program gives the first two: it sees light, and no faces (kit/camera/use-live-light.weapp.ts). */
export const ADVICE_TEXTS = {
  ...spoken('/enrol/voice/advice', {
    unseen: { zh: '做好动作后按下面的按钮', en: 'Do it, then press the button below' },
    darkness: { zh: '太暗了，请面向光线', en: 'It is too dark. Face the light' },
  }),
  ...spoken(undefined, {
    nobody: { zh: '没看到脸，请把脸放进椭圆', en: 'No face in view. Keep your face in the oval' },
    crowd: { zh: '画面里只能有您一个人', en: 'Make sure that only you are in view' },
    closer: { zh: '请靠近一些', en: 'Come a little closer' },
    further: { zh: '请离远一些', en: 'Move back a little' },
    centre: { zh: '请把脸移到中间', en: 'Move your face to the middle' },
    still: { zh: '请保持不动', en: 'Hold still' },
    only: { zh: '只做这一个动作就好', en: 'Do only this one movement' },
    act: { zh: '动作再大一点', en: 'A little more' },
  }),
  right: { zh: '很好，保持住', en: 'Good, hold it' },
} as const satisfies Readonly<Record<Advice, Text>>
