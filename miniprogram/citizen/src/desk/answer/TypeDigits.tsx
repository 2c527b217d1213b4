import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { TEXTS } from '../texts'
import './scan-desk.scss'

const DIGITS = /^\d{8}$/

export interface TypeDigitsProps {
  readonly onDigits: (digits: string) => void
  readonly onBack: () => void
}

/** Eight digits that the clerk reads out, for a person who can neither show nor scan a QR code. Alone they disclose nothing. */
export function TypeDigits({ onDigits, onBack }: TypeDigitsProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const digits = typed.replace(/\D/g, '')
  return (
    <View className="scan-desk">
      <Heading title={say(TEXTS.typeDigits)} lead={say(TEXTS.digitsLead)} />
      <Field label={say(TEXTS.digits)} kind="id-number" value={typed} onChange={setTyped} maxLength={12} />
      <Button label={say(TEXTS.digitsGo)} disabled={!DIGITS.test(digits)} onPress={() => onDigits(digits)} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={onBack} />
    </View>
  )
}
