import type { CameraHelpTexts } from '@nansha/kit/photograph/CameraHelp'

export const TEXTS = {
  title: { zh: '扫一扫办事', en: 'Scan a desk code' },
  lead: {
    zh: '对准政务窗口、银行或网站页面上的二维码。扫码不会出示任何信息，之后由您决定。',
    en: 'Point the camera at the code on the screen of the counter, the bank or the website. Scanning shares nothing about you; you decide afterwards.',
  },
  starting: { zh: '正在打开相机…', en: 'Opening the camera…' },
  aim: { zh: '将窗口二维码放入框内', en: 'Hold the code inside the frame' },
  foreign: {
    zh: '画面中的不是窗口二维码。请工作人员打开南沙身份的窗口二维码',
    en: 'This is not a desk code. Ask the staff to show their Nansha ID code',
  },
  nothingFound: {
    zh: '没有读到二维码。请换一张清晰、完整的图片再试。',
    en: 'No code could be read. Try again with a sharp picture that shows the whole code.',
  },
  noNetwork: {
    zh: '当前没有网络，核实窗口需要联网。',
    en: 'You are offline. Checking a desk needs a network.',
  },
  anotherWay: { zh: '用其他方式扫码', en: 'Scan another way' },
  typeDigits: { zh: '输入窗口的8位数字', en: 'Enter the 8 digits of the desk' },
  digitsLead: {
    zh: '请工作人员念出屏幕上的8位数字。输入后会先告诉您是哪家单位，再由您决定。',
    en: 'Ask the staff to read out the 8 digits on their screen. You will see who is asking before you decide.',
  },
  digits: { zh: '8位数字', en: '8 digits' },
  digitsGo: { zh: '下一步', en: 'Next' },
  home: { zh: '回到首页', en: 'Home' },
  reading: { zh: '正在核实对方单位…', en: 'Checking who is asking…' },
  verified: { zh: '已核实的单位', en: 'Verified organisation' },
  purpose: { zh: '用于：{purpose}', en: 'For: {purpose}' },
  isHere: {
    zh: '您现在就在这家单位的窗口前吗？如果不是，请点“拒绝”。',
    en: 'Are you at this organisation’s desk right now? If not, tap Decline.',
  },
  expires: { zh: '请在 {seconds} 秒内决定', en: 'Decide within {seconds} s' },
  approve: { zh: '同意出示', en: 'Agree and show' },
  decline: { zh: '拒绝', en: 'Decline' },
  sending: { zh: '正在送达窗口…', en: 'Sending to the desk…' },
  waitingTitle: { zh: '已送达窗口', en: 'Sent to the desk' },
  waiting: { zh: '等待工作人员查看…', en: 'Waiting for the staff…' },
  waitingText: {
    zh: '信息只会出现在“{name}”的这一块屏幕上。',
    en: 'Your information appears only on this one screen of {name}.',
  },
  lapsedTitle: { zh: '窗口未接收', en: 'The desk did not collect it' },
  lapsedText: {
    zh: '本次未出示任何信息。请工作人员出示新的二维码后再扫；被拒的原因在“使用记录”里。',
    en: 'Nothing was shown. Ask the staff for a new code and scan it. If you were refused, the reason is in History.',
  },
  history: { zh: '查看使用记录', en: 'Open History' },
  declinedTitle: { zh: '已拒绝', en: 'Declined' },
  declinedText: {
    zh: '没有出示任何信息，对方也不会收到您的任何资料。',
    en: 'Nothing was shown, and the desk learns nothing about you.',
  },
  scanAgain: { zh: '重新扫描', en: 'Scan again' },
} as const

export const CAMERA_HELP: CameraHelpTexts = {
  denied: {
    text: {
      zh: '没有相机权限。请允许使用相机来扫码；画面不会保存。',
      en: 'Camera access is off. Allow it to scan codes; no images are kept.',
    },
  },
  unavailable: {
    text: {
      zh: '相机打不开，可能被其他应用占用。请关闭后重试，或用其他方式扫码。',
      en: 'The camera cannot be opened; another app may be using it. Close that app and try again, or scan another way.',
    },
  },
  allow: { zh: '去允许使用相机', en: 'Allow camera access' },
}

/** Why a desk's code leads nowhere: each with its own title, so that a forgery does not look like a slow network. */
export const STOPPED_TEXTS = {
  QR_UNREADABLE: {
    kind: 'warn',
    title: { zh: '不是窗口二维码', en: 'Not a desk code' },
    text: {
      zh: '请扫描政务窗口或银行工作人员出示的南沙身份二维码。',
      en: 'Scan the Nansha ID code shown by the counter or bank.',
    },
  },
  DESK_CODE_EXPIRED: {
    kind: 'warn',
    title: { zh: '窗口二维码已过期', en: 'The desk’s code has expired' },
    text: {
      zh: '没有出示任何信息。请扫描窗口屏幕上现在的二维码，不要扫截图。',
      en: 'Nothing was shown. Scan the code now on the desk’s screen, not a screenshot.',
    },
  },
  DESK_DIGITS_UNKNOWN: {
    kind: 'warn',
    title: { zh: '数字不对或已过期', en: 'Wrong or expired digits' },
    text: {
      zh: '没有出示任何信息。请工作人员再念一次屏幕上的8位数字。',
      en: 'Nothing was shown. Ask the staff to read out the digits now on their screen.',
    },
  },
  DESK_CODE_USED: {
    kind: 'warn',
    title: { zh: '这个码已有人用过', en: 'This code has already been used' },
    text: {
      zh: '没有出示任何信息。请扫描窗口屏幕上的新二维码。',
      en: 'Nothing was shown. Scan the new code on the desk’s screen.',
    },
  },
  DESK_CODE_INVALID: {
    kind: 'bad',
    title: { zh: '无法确认是哪家单位，请勿继续', en: 'Unknown organisation. Do not continue' },
    text: {
      zh: '这个二维码可能是假的。没有出示任何信息；请告知现场工作人员。',
      en: 'This code may be a fake. Nothing was shown. Tell the staff.',
    },
  },
  ISSUER_UNTRUSTED: {
    kind: 'bad',
    title: { zh: '不受信任的单位', en: 'This organisation is not trusted' },
    text: {
      zh: '它不在信任名单上。没有出示任何信息，请不要继续。',
      en: 'It is not on the trust list. Nothing was shown. Do not continue.',
    },
  },
  OFFLINE: {
    kind: 'warn',
    title: { zh: '没有网络', en: 'No network' },
    text: {
      zh: '核实窗口需要联网。连上网络后重新扫描，或出示身份证原件。',
      en: 'Checking a desk needs a network. Connect and scan again, or show your physical card.',
    },
  },
} as const
export const OTHERWISE_STOPPED = { zh: '暂时无法出示', en: 'Cannot be shown right now' } as const
