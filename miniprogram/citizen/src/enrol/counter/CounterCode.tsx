import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Card } from '@nansha/kit/ui/Card/Card'
import { QrCode } from '@nansha/kit/ui/QrCode/QrCode'
import { View } from '@tarojs/components'
import { formatClock } from '../../parts/format-clock'
import type { CounterApplication } from '../apply-at-counter'
import { TEXTS } from './texts'
import './counter-code.scss'

/** The code to read out, in two groups of four, or to be scanned. */
export function CounterCode({ application }: { readonly application: CounterApplication }) {
  const say = useSay()
  const { code, expiresAt } = application
  return (
    <Card>
      <View className="counter-code__label">{say(TEXTS.yourCode)}</View>
      <View className="counter-code" {...a11y({ role: 'status', label: [...code].join(' ') })}>
        {`${code.slice(0, 4)} ${code.slice(4)}`}
      </View>
      <View className="counter-code__qr">
        <QrCode text={code} label={say(TEXTS.qrLabel)} />
      </View>
      <View className="counter-code__label">{say(TEXTS.waiting, { time: formatClock(expiresAt) })}</View>
    </Card>
  )
}
