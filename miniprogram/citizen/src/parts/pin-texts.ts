export const PIN_TEXTS = {
  old: { zh: '现在的出示密码', en: 'Current PIN' },
  pin: { zh: '新的6位出示密码', en: 'New 6-digit PIN' },
  again: { zh: '再输入一次', en: 'Enter it again' },
  different: { zh: '两次输入不一致。', en: 'The two PINs do not match. Enter them again.' },
  forgot: { zh: '忘了现在的出示密码', en: 'I forgot my PIN' },
  byFace: {
    zh: '请先刷脸，确认是您本人，然后在这里设置新的出示密码。也可以带身份证原件到柜台办理。',
    en: 'Verify your face first to confirm that it is you, then set a new PIN here. You can also go to a counter with your physical card.',
  },
  atCounter: {
    zh: '这部手机上不能刷脸重设出示密码。请本人带身份证原件到柜台办理。',
    en: 'This phone cannot reset the PIN by a face check. Go to a counter with your physical card.',
  },
  counter: { zh: '到柜台办理', en: 'Go to a counter' },
  showFace: { zh: '去刷脸', en: 'Verify my face' },
  save: { zh: '保存', en: 'Save' },
} as const
