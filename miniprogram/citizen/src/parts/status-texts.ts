import type { Text } from '@nansha/kit/i18n/fill-text'
import type { WalletStatus } from '@nansha/shared/api/wallet-answers'

/** How a credential's status is called wherever its holder reads it. */
export const STATUS_TEXTS: Readonly<Record<WalletStatus['status'], Text>> = {
  valid: { zh: '有效', en: 'Valid' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  revoked: { zh: '已停用', en: 'Revoked' },
  expired: { zh: '已过期', en: 'Expired' },
}
