import { spoken } from '@nansha/kit/i18n/spoken'
import { COMMON } from '@nansha/kit/texts/common'

export const TEXTS = {
  checked: { zh: '请稍候', en: 'One moment' },
  checkedText: {
    zh: '工作人员正在核对您的照片，请不要离开。',
    en: 'The staff are comparing your photo. Please wait here.',
  },
  waiting: { zh: '等待工作人员确认…', en: 'Waiting for the staff…' },
  ...spoken('/present/voice/receipt', {
    accepted: { zh: '核验通过', en: 'Accepted' },
    refused: { zh: '对方未接受', en: 'Not accepted' },
  }),
  disputed: { zh: '已冻结并通知对方', en: 'Your ID is frozen and the desk has been warned' },
  acceptedText: { zh: '已记入使用记录。', en: 'Saved to History.' },
  refusedText: { zh: '请出示身份证原件，或询问工作人员。', en: 'Show your physical card, or ask the staff.' },
  disputedText: {
    zh: '确认手机安全后，可在“设置”中解除冻结。',
    en: 'Once your phone is safe, unfreeze it in Settings.',
  },
  done: COMMON.done,
} as const
