import type { CameraHelpTexts } from '@nansha/kit/photograph/CameraHelp'

/** The companion's own sentences; refusals have theirs in shared/errors. */
export const TEXTS = {
  appName: { zh: '南沙核验', en: 'Nansha ID desk' },
  check: { zh: '核验', en: 'Check' },
  loading: { zh: '正在连接…', en: 'Connecting…' },

  // Desk
  scenarios: { zh: '核验场景', en: 'Purpose of the check' },
  only: { zh: '核验场景：{scenario}', en: 'Purpose of the check: {scenario}' },
  noScenario: {
    zh: '没有网络时，贵单位没有可核验的场景。请连接网络。',
    en: 'Your organisation cannot check anything offline. Connect to a network.',
  },
  offlineDesk: {
    zh: '没有网络：可以核验离线凭证，记录会在联网后上报。',
    en: 'You are offline. Offline passes can be checked; the checks are reported later.',
  },
  unreachableDesk: {
    zh: '暂时连不上服务：可以核验离线凭证，记录会在恢复后上报。',
    en: 'The service cannot be reached. Offline passes can be checked; the checks are reported later.',
  },
  waitingReports: {
    zh: '{count} 条离线核验等待上报',
    en: '{count} offline checks are waiting to be reported',
  },
  showCode: { zh: '显示窗口二维码', en: 'Show the code of this desk' },
  checks: { zh: '核验记录', en: 'Checks' },
  staffList: { zh: '人员管理', en: 'Staff' },
  officer: { zh: '为市民开通（核对原件）', en: 'Enrol in person' },
  staff: { zh: '工作人员：{name}', en: 'Staff: {name}' },
  licence: { zh: '核验许可有效期至 {date}', en: 'Licensed until {date}' },
  licenceSoon: {
    zh: '核验许可将于 {date} 到期。请提醒管理员续期。',
    en: 'The licence ends {date}. Remind your manager to renew it.',
  },
  startScanning: { zh: '开始扫码', en: 'Start scanning' },
  haveInvitation: { zh: '我有邀请码', en: 'I have an invitation' },

  // Scanning
  aim: { zh: '将对方的二维码放入框内', en: 'Hold the code inside the frame' },
  foreign: {
    zh: '画面中的不是南沙身份二维码。请对方打开“南沙身份”出示证件',
    en: 'This is not a Nansha ID code. Ask the guest to open Nansha ID and show their ID',
  },
  nothingFound: {
    zh: '没有读到二维码。请换一张清晰、完整的图片再试。',
    en: 'No code could be read. Try again with a sharp picture that shows the whole code.',
  },
  cameraStarting: { zh: '正在打开摄像头…', en: 'Opening the camera…' },
  checking: { zh: '正在核验…', en: 'Checking…' },
  held: { zh: '请先移开上一位的手机', en: 'Move the last phone away first' },
  scanSame: { zh: '再核验这个二维码', en: 'Check this code again' },
  scanOtherWay: { zh: '换一种方式扫码', en: 'Scan another way' },
  lightOn: { zh: '打开补光灯', en: 'Light on' },
  lightOff: { zh: '关闭补光灯', en: 'Light off' },
  speak: { zh: '对方出示不了：念8位数字', en: 'No code to show: read out 8 digits' },
  speakInstead: { zh: '不用摄像头：念8位数字', en: 'No camera: read out 8 digits' },
  noNetwork: { zh: '没有网络，暂时无法核验', en: 'You are offline, so nothing can be checked right now' },
  offlineGate: {
    zh: '没有网络：只能核验离线凭证，记录会在联网后上报',
    en: 'You are offline. Only offline passes can be checked; checks are reported later',
  },
  readingPortrait: { zh: '凭证有效，正在读照片…', en: 'Genuine. Reading the portrait…' },
  readingProof: { zh: '已读到照片，正在读凭证…', en: 'Portrait read. Reading the pass…' },
  keepStill: {
    zh: '请让对方的手机保持不动，两个画面会交替出现',
    en: 'Hold the phone still. Two pictures are shown in turn',
  },
  goOnWithoutPortrait: { zh: '没有照片，改为核对原件', en: 'No portrait, compare the card instead' },

  // Verdict
  compare: { zh: '请比对照片与本人', en: 'Is this the same person?' },
  compareChild: {
    zh: '儿童证件：请比对照片与孩子，并确认监护人在场',
    en: 'A child’s card: is this the child, and is the guardian here?',
  },
  child: {
    zh: '儿童 · 由监护人 {guardian}（{relation}）出示',
    en: 'Child · shown by the guardian {guardian} ({relation})',
  },
  compareCard: { zh: '没有照片。请核对身份证原件与本人', en: 'No portrait. Does the card match the person?' },
  smallPortrait: {
    zh: '离线照片较小，请仔细比对；看不清请核对原件。',
    en: 'Offline portraits are small. Compare with care; if in doubt, check the card.',
  },
  byPin: {
    zh: '对方输了密码，没有刷脸。请仔细比对照片。',
    en: 'Unlocked by PIN, not by face. Compare the portrait carefully.',
  },
  cardMatches: { zh: '原件相符', en: 'Card OK' },
  cardDiffers: { zh: '未带或不符', en: 'No card or no match' },
  byCard: { zh: '凭原件放行', en: 'Passed with physical card' },
  underAge: { zh: '未满18岁', en: 'Under 18' },
  portraitOnly: { zh: '对方的照片', en: 'Portrait of the person' },
  portrait: { zh: '{name} 的照片', en: 'Portrait of {name}' },
  portraitLoading: { zh: '正在显示照片…', en: 'Loading the portrait…' },
  portraitUnseen: { zh: '看不到照片，改为核对原件', en: 'Portrait not visible: compare the card' },
  samePerson: { zh: '是本人', en: 'Match' },
  otherPerson: { zh: '不是本人', en: 'No match' },
  checkedAt: { zh: '核验时间 {time}', en: 'Checked at {time}' },
  accepted: { zh: '核验通过', en: 'Accepted' },
  checkIn: { zh: '办理入住', en: 'Check in' },
  nextGuest: { zh: '下一位', en: 'Next guest' },
  showNewCode: { zh: '显示新的二维码', en: 'Show a new code' },
  scanAgain: { zh: '重新扫码', en: 'Scan again' },

  // Joining
  join: { zh: '加入单位', en: 'Join an organisation' },
  joinLead: { zh: '请输入管理员给您的邀请码。', en: 'Enter the invitation from your manager.' },
  invitation: { zh: '邀请码', en: 'Invitation' },
  scanInvitation: { zh: '扫描邀请码', en: 'Scan the invitation' },
  yourName: { zh: '您的姓名', en: 'Your name' },
  yourNameHint: { zh: '核验记录中会显示。', en: 'It is shown in the records of checks.' },
  joinNow: { zh: '加入', en: 'Join' },
  joined: { zh: '已加入 {organisation}', en: 'You joined {organisation}' },
  toDesk: { zh: '开始使用', en: 'Go to the desk' },
} as const

export const CAMERA_HELP: CameraHelpTexts = {
  denied: {
    title: { zh: '摄像头未授权', en: 'Camera access is off' },
    text: {
      zh: '扫码需要摄像头。请在设置中允许使用摄像头，然后返回本页。',
      en: 'Scanning needs the camera. Allow it in the settings, then come back.',
    },
  },
  unavailable: {
    title: { zh: '摄像头不可用', en: 'No camera' },
    text: {
      zh: '没有找到摄像头，或摄像头正被其他程序使用。请关闭其他程序后重试。',
      en: 'There is no camera, or another program is using it. Close the other program and try again.',
    },
  },
  allow: { zh: '去允许', en: 'Allow camera access' },
}
