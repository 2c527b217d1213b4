import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { goHome } from '../pages'
import { FailureNotice } from '../parts/FailureNotice'
import { TEXTS } from './texts'

export interface ManageHeldProps {
  /** The identity can be used; otherwise nothing is renewed. */
  readonly isUsable: boolean
  /** What it means to remove it. */
  readonly removeSure: Text
  readonly onRenew: () => Promise<void>
  readonly onRemove: () => Promise<void>
}

/** Brings a document or a child's card up to date, or takes it off this phone after asking once. */
export function ManageHeld({ isUsable, removeSure, onRenew, onRemove }: ManageHeldProps) {
  const say = useSay()
  const { isRunning, failure, run } = useTask()
  const [asks, setAsks] = useState(false)
  const [isRenewed, setRenewed] = useState(false)

  const renew = () =>
    run(async () => {
      setRenewed(false)
      await onRenew()
      setRenewed(true)
    })
  const remove = () =>
    run(async () => {
      await onRemove()
      goHome()
    })

  return (
    <>
      <FailureNotice failure={failure} />
      {isRenewed && !failure && <Notice kind="good" text={say(TEXTS.renewed)} />}
      {asks ? (
        <Card>
          <View>{say(removeSure)}</View>
          <Button kind="bad" label={say(TEXTS.removeYes)} busy={isRunning} onPress={remove} />
          <Button
            kind="secondary"
            label={say(TEXTS.keep)}
            disabled={isRunning}
            onPress={() => setAsks(false)}
          />
        </Card>
      ) : (
        <>
          {isUsable && <Button kind="secondary" label={say(TEXTS.renew)} busy={isRunning} onPress={renew} />}
          <Button kind="quiet" label={say(TEXTS.remove)} disabled={isRunning} onPress={() => setAsks(true)} />
        </>
      )}
    </>
  )
}
