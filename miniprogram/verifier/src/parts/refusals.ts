import type { Text } from '@nansha/kit/i18n/fill-text'
import type { StatusScreenProps } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'

/**
 * How a refusal looks at a desk: `bad`, red, *do not accept this person*; `again`, amber, *ask for it once more*; `info`, blue, *the
 * desk itself has a problem*. Each has a shape of its own (kit/ui/Mark).
 */
export interface RefusalLook {
  readonly kind: Extract<StatusScreenProps['kind'], 'bad' | 'again' | 'info'>
  /** Says what is wrong with what, in a few words that can be read from a metre away. */
  readonly title: Text
  /** What the clerk does next; otherwise the sentence of shared/errors, which may speak to anybody. */
  readonly text?: Text
}

const LOOKS: Partial<Record<ErrorCode, RefusalLook>> = {
  // The person is not accepted.
  TICKET_REPLAYED: bad(
    ['二维码已用过', 'Code already used'],
    [
      '可能是截图。请对方重新打开出示页面；再次出现，请查看身份证原件。',
      'It may be a screenshot. Ask for a new code; if this happens again, check the physical card.',
    ],
  ),
  TICKET_UNKNOWN: bad(
    ['二维码无法核实', 'Code cannot be verified'],
    ['请勿放行。请查看身份证原件。', 'Do not accept it. Check the physical card.'],
  ),
  CREDENTIAL_FROZEN: bad(
    ['证件已被本人冻结', 'ID frozen by its owner'],
    [
      '请勿放行。请查看身份证原件；有疑问请通知主管。',
      'Do not accept it. Check the physical card; if in doubt, call your manager.',
    ],
  ),
  CREDENTIAL_REVOKED: bad(
    ['证件已停用', 'ID no longer valid'],
    [
      '对方可能已换手机。请查看身份证原件。',
      'It may have been moved to another phone. Check the physical card.',
    ],
  ),
  CREDENTIAL_EXPIRED: bad(
    ['电子证件已过期', 'Digital ID has expired'],
    [
      '请查看身份证原件，并请对方在手机上重新申领。',
      'Check the physical card, and ask the person to renew the ID on their phone.',
    ],
  ),
  ISSUER_UNTRUSTED: bad(
    ['非认可机构签发', 'Issuer not recognised'],
    ['请勿放行。请查看身份证原件。', 'Do not accept it. Check the physical card.'],
  ),
  CREDENTIAL_INVALID: bad(
    ['证件伪造或损坏', 'ID forged or damaged'],
    [
      '请勿放行。请查看身份证原件，并通知主管。',
      'Do not accept it. Check the physical card and tell your manager.',
    ],
  ),
  ASSURANCE_TOO_LOW: bad(
    ['该证件不能办此业务', 'Not accepted for this service'],
    [
      '证件是真的，但核验方式达不到这项业务的要求。请查看身份证原件。',
      'The ID is genuine, but this service asks for stronger proof. Check the physical card.',
    ],
  ),
  VERDICT_INVALID: bad(
    ['核验结果被改动', 'Result was tampered with'],
    [
      '请勿放行。换一个网络后重新扫码；再次出现，请通知主管。',
      'Do not accept it. Scan again on another network; if this happens again, tell your manager.',
    ],
  ),
  PORTRAIT_MISMATCH: bad(
    ['已记录：不是本人', 'Recorded: no match'],
    [
      '请查看身份证原件；有疑问请通知主管或拨打110。',
      'Check the physical card. If in doubt, tell your manager or call 110.',
    ],
  ),

  // The person shows it once more.
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
  CHILD_OF_AGE: bad(
    ['已满14周岁', 'Aged 14 or older'],
    [
      '不能由监护人代为出示。请查看本人的身份证原件；电子身份证要用本人的手机办理。',
      'A guardian cannot show this person’s card. Check the physical card; a digital ID takes a phone of their own.',
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
    ['对方还没确认本人', 'Guest has not unlocked'],
    [
      '请对方在手机上输入出示密码或刷脸，然后重新出示。',
      'Ask the person to enter their PIN or show their face to the phone, then show the code again.',
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

  // Nobody at the desk is at fault.
  DESK_CODE_INVALID: info(
    ['窗口二维码无效', 'Desk code not valid'],
    ['请返回，重新打开本窗口。', 'Go back and open the desk again.'],
  ),
  TRUST_OUTDATED: info(
    ['本机数据已过期', 'Data on this device has expired'],
    [
      '请连接网络更新后再核验；急用请查看身份证原件。',
      'Go online to update it, then check again; if it is urgent, check the physical card.',
    ],
  ),
  TRUST_INVALID: info(
    ['本机数据无效', 'Data on this device is not valid'],
    [
      '请连接网络更新；再次出现，请联系管理员。',
      'Go online to update it; if this happens again, contact your manager.',
    ],
  ),
  CLOCK_BEHIND: info(
    ['本机时间不对', "This device's clock is wrong"],
    ['请连接网络校准后再核验。', 'Go online to set it, then check again.'],
  ),
  CALLER_FORBIDDEN: info(['没有权限', 'Not allowed']),
  CALLER_UNKNOWN: info(['无法确认您的账号', 'Account not recognised']),
  INPUT_INVALID: info(['版本过低', 'Update needed']),
  APP_DEFECT: info(['小程序出现故障', 'App fault']),
  INVITATION_INVALID: info(['邀请码无效', 'Invitation not valid']),
  MANAGER_LAST: info(['您是唯一的管理员', 'You are the only manager']),
  ENROLMENT_UNKNOWN: info(
    ['没有此办理码', 'No such code'],
    [
      '办理码不存在、已用过或已过期。请对方在手机上重新领取。',
      'The code does not exist, has been used or has expired. Ask the person to get a new one on their phone.',
    ],
  ),
  ATTEMPTS_EXHAUSTED: info(
    ['次数已满', 'Limit reached'],
    [
      '这份申请或您今天的办理次数已达上限。请由其他工作人员办理，或明天再试。',
      'This application has reached its limit, or you have reached yours for today. A colleague can continue, or you can tomorrow.',
    ],
  ),
  TOO_MANY_COMPARISONS: info(['不能再拍照比对', 'No more photos']),
  STAFF_NOT_ENTITLED: info(
    ['您无权办此核验', 'Not authorised for this check'],
    [
      '请联系管理员。急用请查看身份证原件。',
      'Contact your manager. If it is urgent, check the physical card.',
    ],
  ),
  LICENCE_SUSPENDED: info(['单位许可已暂停', 'Licence suspended']),
  OPERATOR_ACCOUNT: info(['这是运维账号', 'Operator account']),
  LICENCE_EXPIRED: info(
    ['单位许可已过期', 'Licence has expired'],
    [
      '请联系管理员续期。急用请查看身份证原件。',
      'Ask your manager to renew it. If it is urgent, check the physical card.',
    ],
  ),
  USE_UNKNOWN: info(['没有这次核验', 'Check not found'], ['请重新扫码。', 'Scan again.']),
  USE_EXPIRED: info(
    ['确认太晚', 'Too late to confirm'],
    [
      '已超过10分钟。请对方重新出示后扫码。',
      'More than ten minutes have passed. Ask for a new code and scan it.',
    ],
  ),
  USE_DECIDED: info(['这次核验已完成', 'Already completed']),
  STORAGE_FULL: info(
    ['本机存储已满', 'Storage full'],
    [
      '核验记录无法保存。请清理手机空间后重试。',
      'This device’s storage is full, so the check could not be recorded. Free up some space, then try again.',
    ],
  ),
  OFFLINE: info(
    ['没有网络', 'No network'],
    [
      '请连接网络后重试；急用请查看身份证原件。',
      'Connect to a network and try again; if it is urgent, check the physical card.',
    ],
  ),
  SERVICE_SLOW: info(
    ['服务较慢', 'Service is slow'],
    [
      '请稍候再试；急用请查看身份证原件。',
      'Wait a moment and try again; if it is urgent, check the physical card.',
    ],
  ),
  SERVICE_UNAVAILABLE: info(
    ['服务暂不可用', 'Service unavailable'],
    ['请稍后再试；急用请查看身份证原件。', 'Try again later; if it is urgent, check the physical card.'],
  ),
}

const OTHER = info(['未能完成核验', 'Check not completed'])

/** @returns the look of a refusal, with what to do next. */
export function refusalLook(code: ErrorCode): RefusalLook & { readonly text: Text } {
  return { text: ERRORS[code], ...(LOOKS[code] ?? OTHER) }
}

type Words = readonly [zh: string, en: string]

function bad(title: Words, text?: Words): RefusalLook {
  return look('bad', title, text)
}

function again(title: Words, text?: Words): RefusalLook {
  return look('again', title, text)
}

function info(title: Words, text?: Words): RefusalLook {
  return look('info', title, text)
}

function look(kind: RefusalLook['kind'], title: Words, text?: Words): RefusalLook {
  return { kind, title: words(title), ...(text && { text: words(text) }) }
}

function words([zh, en]: Words): Text {
  return { zh, en }
}
