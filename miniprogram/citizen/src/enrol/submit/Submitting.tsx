import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Stage } from '../enrolment'
import { useIsSlow } from '../parts/use-is-slow'
import { useEnrolment } from '../use-enrolment'
import { TEXTS } from './texts'
import './submit.scss'

const STAGES: readonly Stage[] = ['beginning', 'uploading', 'network-id', 'filming', 'checking']

/** What is really going on, and the way out while there is one. */
export function Submitting({ stage }: { readonly stage: Stage }) {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const [isCancelling, setCancelling] = useState(false)
  const isSlow = useIsSlow(stage)
  const { begun, selfieCheck } = enrolmentSession.store.get()
  const isAhead: Readonly<Record<Stage, boolean>> = {
    beginning: true,
    uploading: selfieCheck.phase !== 'good',
    'network-id': begun?.networkId === true,
    filming: begun?.capture === 'platform',
    checking: true,
  }
  const stages = STAGES.filter((name) => isAhead[name])
  const reached = stages.indexOf(stage)

  const cancel = () => {
    setCancelling(true)
    enrolmentSession.cancel()
  }

  return (
    <>
      <Spinner label={say(TEXTS[stage])} />
      <Card>
        {stages.map((name, index) => (
          <View
            className={`stage ${index <= reached ? 'stage--reached' : ''}`}
            key={name}
            {...a11y({ hidden: true })}
          >
            <View className={`stage__mark ${index < reached ? 'stage__mark--done' : ''}`} />
            <Text>{say(TEXTS[name])}</Text>
          </View>
        ))}
      </Card>
      <View className="stage__note" {...a11y({ role: 'status' })}>
        {say(isSlow ? TEXTS.slow : stage === 'checking' ? TEXTS.tooLate : TEXTS.stay)}
      </View>
      {stage !== 'checking' && (
        <Button kind="secondary" label={say(TEXTS.cancel)} busy={isCancelling} onPress={cancel} />
      )}
    </>
  )
}
