import { info, type RefusalLooks } from './refusal-look'

/** The desk itself cannot go on; nothing speaks against the person. */
export const DESK_HINDERED: RefusalLooks = {
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
    ['本机时间不对', 'This device’s clock is wrong'],
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
      'This application has reached its limit, or you have reached yours for today. Ask a colleague to continue, or try again tomorrow.',
    ],
  ),
  TOO_MANY_CHECKS: info(['操作太快', 'Too many at once']),
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
    ['服务暂不可用', 'Service not available'],
    ['请稍后再试；急用请查看身份证原件。', 'Try again later; if it is urgent, check the physical card.'],
  ),
}
