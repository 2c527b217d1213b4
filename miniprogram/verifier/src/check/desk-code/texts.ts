export const TEXTS = {
  title: { zh: '请用“南沙身份”\u200b扫描', en: 'Scan with Nansha ID' },
  codeLabel: { zh: '本窗口的二维码，供对方扫描', en: 'The code of this desk, for the holder to scan' },
  opening: { zh: '正在生成窗口二维码…', en: 'Preparing this desk’s code…' },
  next: { zh: '{seconds} 秒后自动更换', en: 'Changes automatically in {seconds} s' },
  renewing: { zh: '正在更换…', en: 'Changing…' },
  step: {
    zh: '请把屏幕转向对方。对方扫码并同意后，证件会显示在这里。',
    en: 'Turn the screen to the person. Once they have scanned it and agreed, their ID appears here.',
  },
  waitingLong: {
    zh: '还没有收到。对方可能还没有同意，也可能拒绝了出示。对方有权改用身份证原件。',
    en: 'Nothing has arrived. The person may not have agreed yet, or may have declined. They can use the physical card instead.',
  },
  offline: {
    zh: '没有网络：对方的同意暂时收不到。网络恢复后会自动继续。',
    en: 'This desk is offline, so approvals cannot arrive. It continues automatically once it is online.',
  },
  speak: { zh: '对方扫不了：念8位数字', en: 'They cannot scan: read out 8 digits' },
  backToCode: { zh: '返回二维码', en: 'Back to the code' },
  digitsTitle: { zh: '请念给对方', en: 'Read these out' },
  digitsStep: {
    zh: '请对方打开“南沙身份”，点“扫一扫”，再点“输入窗口的8位数字”。对方同意后，证件会显示在这里。',
    en: 'Ask the person to open Nansha ID, tap “Scan”, then “Enter the 8 digits of the desk”. Once they agree, their ID appears here.',
  },
  paused: { zh: '二维码已收起', en: 'The code is hidden' },
  pausedText: {
    zh: '十分钟没有人扫码。下一位来时再显示。',
    en: 'Nobody scanned it for ten minutes. Show it again for the next person.',
  },
  show: { zh: '显示二维码', en: 'Show the code' },
} as const
