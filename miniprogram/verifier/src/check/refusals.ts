import type { Text } from '@nansha/kit/i18n/fill-text'
import type { StatusScreenProps } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { ErrorCode } from '@nansha/shared/errors'

/** How a refusal looks: red means *do not accept this person*, amber *try again*, blue *the desk itself has a problem*. */
export interface RefusalLook {
  readonly kind: Extract<StatusScreenProps['kind'], 'bad' | 'warn' | 'info'>
  /** One character in the round mark; different shapes, so that colour is never the only difference. */
  readonly mark: string
  readonly title: Text
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
  PORTRAIT_MISMATCH: look('bad', '✕', '不是本人', 'Not the same person'),
  STAFF_NOT_ENTITLED: look('info', '⊘', '无权核验', 'Not entitled'),
  LICENCE_EXPIRED: look('info', '§', '许可过期', 'Licence expired'),
  USE_UNKNOWN: look('info', '?', '没有记录', 'Check not found'),
  USE_DECIDED: look('info', '✓', '已经完成', 'Already completed'),
  OFFLINE: look('info', '⇅', '没有网络', 'No network'),
  SERVICE_UNAVAILABLE: look('info', '…', '服务暂不可用', 'Service unavailable'),
}

const OTHER = look('info', '!', '未能完成核验', 'Check not completed')

/** @returns the look of a refusal; what to do next is in the sentence of shared/errors. */
export function refusalLook(code: ErrorCode): RefusalLook {
  return LOOKS[code] ?? OTHER
}

function look(kind: RefusalLook['kind'], mark: string, zh: string, en: string): RefusalLook {
  return { kind, mark, title: { zh, en } }
}
