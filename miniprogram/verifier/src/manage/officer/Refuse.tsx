import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { refusalLook } from '../../parts/refusals'
import { TEXTS } from './texts'

export interface RefuseProps {
  readonly onRefuse: () => Promise<void>
  readonly onCancel: () => void
}

/** Refusing voids the code on the person's phone, so it takes a second tap. */
export function Refuse({ onRefuse, onCancel }: RefuseProps) {
  const say = useSay()
  const { isRunning, failure, run } = useTask()
  return (
    <Actions>
      <Notice kind="warn" text={say(TEXTS.refuseSure)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      <Button kind="bad" label={say(TEXTS.refuseNow)} busy={isRunning} onPress={() => run(onRefuse)} />
      <Button kind="secondary" label={say(TEXTS.keepChecking)} disabled={isRunning} onPress={onCancel} />
    </Actions>
  )
}
