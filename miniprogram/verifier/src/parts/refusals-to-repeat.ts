import { again, type RefusalLooks } from './refusal-look'

/** The person can show the code once more. */
export const SHOW_AGAIN: RefusalLooks = {
  TICKET_EXPIRED: again(
    ['二维码已过期', 'Code has expired'],
    [
      '请对方打开手机，出示正在更新的二维码（截图无效）。',
      'Ask for the code on the live screen; a screenshot does not work.',
    ],
  ),
  TICKET_FUTURE: again(
    ['对方手机时间不对', 'The guest’s phone clock is wrong'],
    ['请对方连接网络后重新出示。', 'Ask the person to go online and show the code again.'],
  ),
  QR_UNREADABLE: again(
    ['不是南沙身份二维码', 'Not a Nansha ID code'],
    ['请对方打开“南沙身份”，点“出示证件”。', 'Ask the person to open Nansha ID and tap “Show my ID”.'],
  ),
  DOCUMENT_MISSING: again(
    ['对方没有这种证件', 'Document not on this phone'],
    [
      '请对方先在“南沙身份”首页添加，或查看证件原件。',
      'Ask the person to add it in Nansha ID, or check the physical document.',
    ],
  ),
  DOCUMENT_OUTDATED: again(
    ['证件信息待更新', 'Document out of date'],
    [
      '请对方联网打开“南沙身份”，稍候再出示；或查看证件原件。',
      'Ask the person to open Nansha ID while online and show it again, or check the physical document.',
    ],
  ),
  CHILD_CARD_NONE: again(
    ['孩子的证件已停用', 'Child’s card has ended'],
    ['请查看孩子的身份证原件或户口簿。', 'Check the child’s physical card or the household register.'],
  ),
  CHILD_CARD_OUTDATED: again(
    ['孩子的证件待更新', 'Child’s card out of date'],
    [
      '请监护人联网打开“南沙身份”，稍候再出示；或查看孩子的身份证原件。',
      'Ask the guardian to open Nansha ID while online and show it again, or check the child’s physical card.',
    ],
  ),
  SCENARIO_MISMATCH: again(
    ['用途不符', 'Wrong purpose'],
    [
      '请对方选择本窗口的用途后重新出示。',
      'Ask the person to choose the purpose of this desk and show the code again.',
    ],
  ),
  UNLOCK_REQUIRED: again(
    ['对方还没确认本人', 'ID not unlocked yet'],
    [
      '请对方在手机上输入出示密码或刷脸，然后重新出示。',
      'Ask the person to enter their PIN or verify their face on the phone, then show the code again.',
    ],
  ),
  DESK_MISMATCH: again(
    ['不是给本窗口的', 'For another desk'],
    ['请对方重新扫描本窗口的二维码。', 'Ask the person to scan the code on this screen.'],
  ),
  DESK_CODE_EXPIRED: again(
    ['窗口二维码已过期', 'Desk code has expired'],
    ['对方同意得太晚。请对方扫描新的二维码。', 'The person agreed too late. Ask them to scan the new code.'],
  ),
  DESK_CODE_USED: again(
    ['窗口二维码已用过', 'Desk code already used'],
    ['请对方扫描新的二维码。', 'Ask the person to scan the new code.'],
  ),
}
