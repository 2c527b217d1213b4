import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { useState } from 'react'
import { refusalLook } from '../../parts/refusals'
import { TEXTS } from './texts'

/** Refusing voids the code on the person's phone, so it takes a second tap. */
export function Refuse(props: { readonly disabled: boolean; readonly onRefuse: () => Promise<void> }) {
  const say = useSay()
  const [asked, setAsked] = useState(false)
  const { isRunning, failure, run } = useTask()

  if (!asked) {
    return (
      <Button kind="bad" label={say(TEXTS.refuse)} disabled={props.disabled} onPress={() => setAsked(true)} />
    )
  }
  return (
    <>
      <Notice kind="warn" text={say(TEXTS.refuseSure)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      <Button kind="bad" label={say(TEXTS.refuseNow)} busy={isRunning} onPress={() => run(props.onRefuse)} />
    </>
  )
}
