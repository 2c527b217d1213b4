import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { goHome } from '../../pages'
import { FailureNotice } from '../../parts/FailureNotice'
import { useDocuments } from '../../wallet/use-documents'
import { TEXTS } from '../texts'

export interface ManageDocumentProps {
  readonly type: DocumentType
  /** The identity can be used; otherwise nothing is renewed. */
  readonly isUsable: boolean
}

/** Brings a document up to date, or takes it off this phone after asking once. */
export function ManageDocument({ type, isUsable }: ManageDocumentProps) {
  const say = useSay()
  const documents = useDocuments()
  const { isRunning, failure, run } = useTask()
  const [asks, setAsks] = useState(false)
  const [isRenewed, setRenewed] = useState(false)

  const renew = () =>
    run(async () => {
      setRenewed(false)
      await documents.renew(type)
      setRenewed(true)
    })
  const remove = () =>
    run(async () => {
      await documents.remove(type)
      goHome()
    })

  return (
    <>
      <FailureNotice failure={failure} />
      {isRenewed && !failure && <Notice kind="good" text={say(TEXTS.renewed)} />}
      {asks ? (
        <Card>
          <View>{say(TEXTS.removeSure)}</View>
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
