import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { type ReactNode, useState } from 'react'
import { Refuse } from './Refuse'

export interface AnswersProps {
  readonly refuse: Text
  readonly onRefuse: () => Promise<void>
  readonly disabled?: boolean
  /** The approving answer, once there is one. */
  readonly children: ReactNode
}

/** The officer's two answers; refusing takes a second tap. */
export function Answers({ refuse, onRefuse, disabled = false, children }: AnswersProps) {
  const say = useSay()
  const [isRefusing, setRefusing] = useState(false)
  return isRefusing ? (
    <Refuse onRefuse={onRefuse} onCancel={() => setRefusing(false)} />
  ) : (
    <Actions kind="pair">
      <Button kind="bad" label={say(refuse)} disabled={disabled} onPress={() => setRefusing(true)} />
      {children}
    </Actions>
  )
}
