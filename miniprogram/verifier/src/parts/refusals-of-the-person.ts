import { bad, type RefusalLooks } from './refusal-look'

/** The person is not accepted. */
export const PERSON_REFUSED: RefusalLooks = {
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
    ['证件伪造\u200b或损坏', 'ID forged or damaged'],
    [
      '请勿放行。请查看身份证原件，并通知主管。',
      'Do not accept it. Check the physical card and tell your manager.',
    ],
  ),
  ASSURANCE_TOO_LOW: bad(
    ['该证件\u200b不能办此业务', 'Not accepted for this service'],
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
  CHILD_OF_AGE: bad(
    ['已满14周岁', 'Aged 14 or older'],
    [
      '不能由监护人代为出示。请查看本人的身份证原件；电子身份证要用本人的手机办理。',
      'A guardian cannot show this person’s card. Check the physical card; for a digital ID they need a phone of their own.',
    ],
  ),
}
