import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { ChildFound } from '@nansha/shared/api/counter'
import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import { claimValue } from '@nansha/shared/claim-values'
import { Image, View } from '@tarojs/components'
import { type Dispatch, type ReactNode, useEffect, useState } from 'react'
import { refusalLook } from '../../parts/refusals'
import { Answers } from './Answers'
import type { Application, ApplicationEvent } from './application'
import type { OfficerClient } from './officer-client'
import { StepHeading } from './StepHeading'
import { TEXTS } from './texts'
import './officer.scss'

export interface ChildStepProps {
  readonly client: OfficerClient
  readonly review: Extract<Application, { at: 'child' }>
  readonly onRefuse: () => Promise<void>
  readonly dispatch: Dispatch<ApplicationEvent>
  /** The way out, above the answers. */
  readonly onLeave: ReactNode
}

/** What the register says of the child and of the guardian: the officer compares the child with its photo, and decides. */
export function ChildStep({ client, review, onRefuse, dispatch, onLeave }: ChildStepProps) {
  const say = useSay()
  const { opened, particulars } = review
  const [found, setFound] = useState<ChildFound>()
  const { isRunning, failure, run } = useTask()
  const find = () => run(async () => setFound(await client.findChild(opened, particulars)))
  useEffect(() => void find(), [])
  const approve = (child: ChildFound) =>
    run(async () => {
      await client.approveChild(opened, particulars, child.portrait)
      dispatch({ type: 'approved' })
    })

  return (
    <>
      <StepHeading step={5} title={TEXTS.childTitle} lead={TEXTS.childLead} />
      {found && <FoundChild found={found} />}
      {isRunning && !found && <Spinner label={say(TEXTS.childAsking)} />}
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {!isRunning && !found && <Button label={say(TEXTS.askAgain)} onPress={find} />}
      <Button
        kind="secondary"
        label={say(TEXTS.correct)}
        disabled={isRunning}
        onPress={() => dispatch({ type: 'correct' })}
      />
      {onLeave}
      <Answers refuse={TEXTS.refuse} onRefuse={onRefuse} disabled={isRunning}>
        {found && (
          <Button
            kind="good"
            label={say(TEXTS.childApprove)}
            busy={isRunning}
            onPress={() => approve(found)}
          />
        )}
      </Answers>
    </>
  )
}

const LINES = ['name', 'guardian_relation', 'id_number', 'birthdate', 'sex', 'ethnicity', 'address'] as const

function FoundChild({ found: { claims, portrait } }: { readonly found: ChildFound }) {
  const say = useSay()
  return (
    <Card>
      <View className="officer__portrait" {...a11y({ role: 'img', label: say(TEXTS.registerPhoto) })}>
        <Image
          className="officer__register"
          src={`data:image/webp;base64,${portrait}`}
          mode="aspectFit"
          nativeProps={{ alt: '' }}
        />
        <View className="officer__caption">{say(TEXTS.registerPhoto)}</View>
      </View>
      {LINES.map((name) => {
        const value = claims[name]
        return (
          value !== undefined && (
            <View key={name}>
              <View className="officer__label">{say(CLAIM_LABELS[name])}</View>
              <View className="officer__value">{say(claimValue(name, value))}</View>
            </View>
          )
        )
      })}
    </Card>
  )
}
