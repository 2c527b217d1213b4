import { spoken } from '@nansha/kit/i18n/spoken'
import { COMMON } from '@nansha/kit/texts/common'
import type { Section } from '../../parts/Sections'

export const TEXTS = {
  title: { zh: '刷脸确认是您本人', en: 'Verify your face' },
  lead: {
    zh: '需要您单独同意处理人脸信息；不同意可以改用出示密码或到窗口办理。',
    en: 'Processing your face needs your separate consent. If you do not agree, use your PIN or go to a counter.',
  },
  consent: {
    zh: '我单独同意为本次确认处理我的人脸信息',
    en: 'I separately consent to the processing of my face for this check',
  },
  start: { zh: '同意并开始', en: 'Agree and start' },
  opening: { zh: '正在准备…', en: 'Preparing…' },
  checking: { zh: '正在核对，通常只要几秒…', en: 'Checking. This usually takes a few seconds…' },
  again: { zh: '再试一次', en: 'Try again' },
  ...spoken('/enrol/voice/face', { done: { zh: '已确认是您本人', en: 'It’s you' } }),
  doneText: {
    zh: '半小时内，需要刷脸的场景不必再刷。照片已删除。',
    en: 'You will not be asked for your face again for half an hour. The photos have been deleted.',
  },
  goOn: { zh: '继续', en: 'Continue' },
  back: COMMON.back,
} as const

/** PIPL art. 17 and 30: what, why, how long. */
export const SECTIONS: readonly Section[] = [
  {
    title: { zh: '收集什么', en: 'What is collected' },
    text: {
      zh: '几张自拍照片（可能请您按提示转头、张嘴），或由微信完成的人脸核身。',
      en: 'A few selfies (you may be asked to turn your head or open your mouth), or WeChat’s face verification.',
    },
  },
  {
    title: { zh: '用来做什么', en: 'What for' },
    text: {
      zh: '确认拿着这部手机的是您本人：与证件上的头像比对，不作他用。',
      en: 'To confirm that you are the one holding this phone. The pictures are compared with your ID portrait and used for nothing else.',
    },
  },
  {
    title: { zh: '保存多久', en: 'How long it is kept' },
    text: {
      zh: '照片核对后立即删除，只留下“何时确认过”的记录。',
      en: 'The pictures are deleted as soon as they are checked. Only the time of the check is kept.',
    },
  },
]
