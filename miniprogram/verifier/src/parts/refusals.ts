import type { Text } from '@nansha/kit/i18n/fill-text'
import type { StatusScreenProps } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'

/** How a refusal looks: red means *do not accept this person*, amber *try again*, blue *the desk itself has a problem*. */
export interface RefusalLook {
  readonly kind: Extract<StatusScreenProps['kind'], 'bad' | 'warn' | 'info'>
  /**
   * What stands in the round mark; different shapes, so that colour is never the only difference. Of characters that
   * every Chinese phone has (GB 2312 and the like), and none that it would draw as an emoji.
   */
  readonly mark: string
  readonly title: Text
  /** What the desk does next, where the sentence of shared/errors speaks to the holder. */
  readonly text?: Text
}

const LOOKS: Partial<Record<ErrorCode, RefusalLook>> = {
  TICKET_EXPIRED: look('warn', '◷', '已过期', 'Expired'),
  TICKET_FUTURE: look('warn', '◷', '时间不对', 'Wrong time'),
  TICKET_REPLAYED: look('bad', '↻', '已被用过', 'Already used'),
  TICKET_UNKNOWN: look('bad', '✕', '无法核实', 'Cannot be verified'),
  QR_UNREADABLE: look('warn', '?', '无法识别', 'Not a valid code'),
  SCENARIO_MISMATCH: look('warn', '≠', '场景不符', 'Wrong purpose'),
  CREDENTIAL_FROZEN: look('bad', '✱', '已冻结', 'Frozen'),
  CREDENTIAL_REVOKED: look('bad', '✕', '已吊销', 'Revoked'),
  CREDENTIAL_EXPIRED: look('bad', '◷', '证件过期', 'Credential expired'),
  ISSUER_UNTRUSTED: look('bad', '✕', '不受信任', 'Issuer not trusted'),
  CREDENTIAL_INVALID: look('bad', '▲', '伪造或损坏', 'Forged or damaged'),
  ASSURANCE_TOO_LOW: look('bad', '↓', '等级不足', 'Not proven enough'),
  VERDICT_INVALID: look('bad', '◆', '结果不可信', 'Answer not trusted'),
  PORTRAIT_MISMATCH: look('bad', '✕', '不是本人', 'Not the same person'),
  UNLOCK_REQUIRED: look('warn', '※', '尚未解锁', 'Not unlocked', {
    zh: '请对方在手机上输入PIN码或刷脸，然后重新出示。',
    en: 'Ask the person to enter their PIN or show their face to the phone, then to show the code again.',
  }),
  DESK_MISMATCH: look('warn', '→', '不是本窗口', 'For another desk', {
    zh: '对方同意的是另一个窗口。请让对方重新扫描本窗口的二维码。',
    en: 'The person approved a different desk. Ask them to scan the code on this screen.',
  }),
  DESK_CODE_EXPIRED: look('warn', '△', '窗口码过期', 'Desk code expired', {
    zh: '对方同意得太晚。请让对方重新扫描新的二维码。',
    en: 'The person approved too late. Ask them to scan the new code.',
  }),
  DESK_CODE_USED: look('warn', '②', '窗口码已用', 'Desk code used', {
    zh: '已有人回应过这个二维码。请让对方重新扫描新的二维码。',
    en: 'Someone has already answered this code. Ask the person to scan the new one.',
  }),
  DESK_CODE_INVALID: look('info', '□', '窗口码无效', 'Desk code not valid', {
    zh: '这个二维码不属于您的账号。请返回后重新打开本窗口。',
    en: 'This code belongs to another account. Go back and open the desk again.',
  }),
  TRUST_OUTDATED: look('info', '24', '离线数据过期', 'Offline data too old'),
  TRUST_INVALID: look('info', '◇', '信任数据无效', 'Trust data not valid'),
  CLOCK_BEHIND: look('info', '±', '本机时间不对', "This device's clock is wrong"),
  CALLER_FORBIDDEN: look('info', '⊙', '没有权限', 'Not allowed'),
  CALLER_UNKNOWN: look('info', '○', '账号未知', 'Account unknown'),
  INPUT_INVALID: look('info', '↑', '需要更新', 'Update needed'),
  INVITATION_INVALID: look('info', '@', '邀请码无效', 'Invitation not valid'),
  MANAGER_LAST: look('info', '1', '唯一的管理员', 'The only manager'),
  ENROLMENT_UNKNOWN: look('info', '#', '没有此办理码', 'No such code', {
    zh: '办理码不存在、已用过或已过期。请让对方在手机上重新领取。',
    en: 'The code does not exist, has been used or has expired. Ask the person to get a new one on their phone.',
  }),
  ATTEMPTS_EXHAUSTED: look('info', '∑', '次数已满', 'Limit reached', {
    zh: '这份申请或您今天的办理次数已达上限。请由其他工作人员办理，或明天再试。',
    en: 'This application has reached its limit, or you have reached yours for today. A colleague can continue, or you can tomorrow.',
  }),
  STAFF_NOT_ENTITLED: look('info', '⊘', '无权核验', 'Not entitled'),
  LICENCE_SUSPENDED: look('info', '‖', '许可已暂停', 'Licence suspended'),
  OPERATOR_ACCOUNT: look('info', '※', '运维账号', 'Operator account'),
  LICENCE_EXPIRED: look('info', '§', '许可过期', 'Licence expired'),
  USE_UNKNOWN: look('info', '?', '没有记录', 'Check not found'),
  USE_EXPIRED: look('info', '10', '确认太晚', 'Confirmed too late'),
  USE_DECIDED: look('info', '✓', '已经完成', 'Already completed'),
  STORAGE_FULL: look('info', '■', '存储已满', 'Storage full', {
    zh: '本机没有存储空间，核验记录无法保存。请清理手机空间后重试。',
    en: 'This device’s storage is full, so the check could not be recorded. Free up some space, then try again.',
  }),
  OFFLINE: look('info', '⇅', '没有网络', 'No network'),
  SERVICE_UNAVAILABLE: look('info', '…', '服务暂不可用', 'Service unavailable'),
}

const OTHER = look('info', '!', '未能完成核验', 'Check not completed')

/** @returns the look of a refusal, with what to do next. */
export function refusalLook(code: ErrorCode): RefusalLook & { readonly text: Text } {
  return { text: ERRORS[code], ...(LOOKS[code] ?? OTHER) }
}

function look(kind: RefusalLook['kind'], mark: string, zh: string, en: string, text?: Text): RefusalLook {
  return { kind, mark, title: { zh, en }, ...(text && { text }) }
}
