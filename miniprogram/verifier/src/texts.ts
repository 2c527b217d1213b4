/** The companion's own sentences; refusals have theirs in shared/errors. */
export const TEXTS = {
  appName: { zh: '南沙核验', en: 'Nansha ID desk' },
  check: { zh: '核验', en: 'Check' },
  loading: { zh: '正在连接…', en: 'Connecting…' },
  retry: { zh: '重试', en: 'Try again' },

  // Desk
  scenarios: { zh: '核验场景', en: 'Purpose of the check' },
  noScenario: {
    zh: '贵单位没有可扫码核验的场景。请联系管理员。',
    en: 'Your organisation has no purpose that begins with a scan. Contact your manager.',
  },
  staff: { zh: '工作人员：{name}', en: 'Staff: {name}' },
  licence: { zh: '核验许可有效期至 {date}', en: 'Licensed until {date}' },
  licenceSoon: {
    zh: '核验许可将于 {date} 到期。请提醒管理员续期。',
    en: 'The licence ends on {date}. Remind your manager to renew it.',
  },
  startScanning: { zh: '开始扫码', en: 'Start scanning' },
  haveInvitation: { zh: '我有邀请码', en: 'I have an invitation' },

  // Scanning
  aim: { zh: '将对方的二维码放入框内', en: "Hold the guest's code in the frame" },
  cameraStarting: { zh: '正在打开摄像头…', en: 'Opening the camera…' },
  checking: { zh: '正在核验…', en: 'Checking…' },
  held: { zh: '请先移开上一位的手机', en: 'Take the last phone away first' },
  scanSame: { zh: '再核验这个二维码', en: 'Check this code again' },
  scanOtherWay: { zh: '换一种方式扫码', en: 'Scan another way' },
  noNetwork: { zh: '没有网络，暂时无法核验', en: 'No network: checks cannot be done now' },
  leave: { zh: '返回', en: 'Back' },
  cameraDenied: { zh: '摄像头未授权', en: 'The camera is not allowed' },
  cameraDeniedHelp: {
    zh: '扫码需要摄像头。请在设置中允许使用摄像头，然后返回本页。',
    en: 'Scanning needs the camera. Allow it in the settings, then come back.',
  },
  cameraAllow: { zh: '去允许', en: 'Allow the camera' },
  cameraUnavailable: { zh: '摄像头不可用', en: 'No camera' },
  cameraUnavailableHelp: {
    zh: '没有找到摄像头，或摄像头正被其他程序使用。请关闭其他程序后重试。',
    en: 'There is no camera, or another program uses it. Close the other program and try again.',
  },

  // Verdict
  compare: { zh: '请比对照片与本人', en: 'Compare the portrait with the person' },
  portrait: { zh: '{name} 的照片', en: 'Portrait of {name}' },
  samePerson: { zh: '是本人', en: 'Same person' },
  otherPerson: { zh: '不是本人', en: 'Not the same person' },
  checkedAt: { zh: '核验时间 {time}', en: 'Checked at {time}' },
  accepted: { zh: '核验通过', en: 'Accepted' },
  nextGuest: { zh: '下一位', en: 'Next guest' },
  scanAgain: { zh: '重新扫码', en: 'Scan again' },

  // Joining
  join: { zh: '加入单位', en: 'Join an organisation' },
  joinLead: { zh: '请输入管理员给您的邀请码。', en: 'Enter the invitation from your manager.' },
  invitation: { zh: '邀请码', en: 'Invitation' },
  yourName: { zh: '您的姓名', en: 'Your name' },
  yourNameHint: { zh: '核验记录中会显示。', en: 'It is shown in the records of checks.' },
  joinNow: { zh: '加入', en: 'Join' },
  joined: { zh: '已加入 {organisation}', en: 'You joined {organisation}' },
  toDesk: { zh: '开始使用', en: 'To the desk' },
} as const
