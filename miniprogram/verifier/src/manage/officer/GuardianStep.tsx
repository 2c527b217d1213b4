import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { PresentedGuardian } from '@nansha/shared/api/counter'
import { groupResidentNumber } from '@nansha/shared/group-resident-number'
import { Image, View } from '@tarojs/components'
import type { Dispatch, ReactNode } from 'react'
import { Answers } from './Answers'
import type { ApplicationEvent } from './application'
import { StepHeading } from './StepHeading'
import { TEXTS } from './texts'
import './officer.scss'

export interface GuardianStepProps {
  readonly guardian: PresentedGuardian
  readonly onRefuse: () => Promise<void>
  readonly dispatch: Dispatch<ApplicationEvent>
  /** The way out, above the two answers. */
  readonly onLeave: ReactNode
}

/** Whose phone it is, by the identity on it: only that person gets the card of a child here. */
export function GuardianStep({ guardian, onRefuse, dispatch, onLeave }: GuardianStepProps) {
  const say = useSay()
  const { name, idNumber, portrait } = guardian
  return (
    <>
      <StepHeading step={2} title={TEXTS.guardianStep} lead={TEXTS.guardianLead} />
      <Card>
        <View className="officer__portrait" {...a11y({ role: 'img', label: say(TEXTS.guardian) })}>
          <Image
            className="officer__register"
            src={`data:image/webp;base64,${portrait}`}
            mode="aspectFit"
            nativeProps={{ alt: '' }}
          />
        </View>
        <View className="officer__label">{say(TEXTS.guardian)}</View>
        <View className="officer__value">{name}</View>
        <View className="officer__label">{say(TEXTS.guardianNumber)}</View>
        <View className="officer__value">{groupResidentNumber(idNumber)}</View>
      </Card>
      {onLeave}
      <Answers refuse={TEXTS.otherPerson} onRefuse={onRefuse}>
        <Button
          kind="good"
          label={say(TEXTS.samePerson)}
          onPress={() => dispatch({ type: 'guardian-seen' })}
        />
      </Answers>
    </>
  )
}
