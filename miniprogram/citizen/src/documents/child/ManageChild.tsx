import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { goHome } from '../../pages'
import { FailureNotice } from '../../parts/FailureNotice'
import { useChildren } from '../../wallet/use-children'
import { PAGE_TEXTS } from './texts'

export interface ManageChildProps {
  readonly place: number
  /** The guardian's identity can be used; otherwise nothing is renewed. */
  readonly isUsable: boolean
}

/** Brings a child's card up to date, or takes it off this phone after asking once. */
export function ManageChild({ place, isUsable }: ManageChildProps) {
  const say = useSay()
  const children = useChildren()
  const { isRunning, failure, run } = useTask()
  const [asks, setAsks] = useState(false)
  const [isRenewed, setRenewed] = useState(false)

  const renew = () =>
    run(async () => {
      setRenewed(false)
      await children.renew(place)
      setRenewed(true)
    })
  const remove = () =>
    run(async () => {
      await children.remove(place)
      goHome()
    })

  return (
    <>
      <FailureNotice failure={failure} />
      {isRenewed && !failure && <Notice kind="good" text={say(PAGE_TEXTS.renewed)} />}
      {asks ? (
        <Card>
          <View>{say(PAGE_TEXTS.removeSure)}</View>
          <Button kind="bad" label={say(PAGE_TEXTS.removeYes)} busy={isRunning} onPress={remove} />
          <Button
            kind="secondary"
            label={say(PAGE_TEXTS.keep)}
            disabled={isRunning}
            onPress={() => setAsks(false)}
          />
        </Card>
      ) : (
        <>
          {isUsable && (
            <Button kind="secondary" label={say(PAGE_TEXTS.renew)} busy={isRunning} onPress={renew} />
          )}
          <Button
            kind="quiet"
            label={say(PAGE_TEXTS.remove)}
            disabled={isRunning}
            onPress={() => setAsks(true)}
          />
        </>
      )}
    </>
  )
}
