import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { goHome } from '../../pages'
import { wallet } from '../../services'
import { codeOf } from '../../wallet/ask'
import { TEXTS } from './texts'

type Deletion =
  | { readonly phase: 'idle' | 'asking' | 'running' }
  | { readonly phase: 'failed'; readonly code: ErrorCode }

/** Deletes the identity everywhere: asked twice, because it cannot be taken back. */
export function DeleteIdentity() {
  const say = useSay()
  const [deletion, setDeletion] = useState<Deletion>({ phase: 'idle' })

  const remove = async () => {
    setDeletion({ phase: 'running' })
    try {
      await wallet.client.deleteIdentity()
      await wallet.forget()
      goHome()
    } catch (error) {
      setDeletion({ phase: 'failed', code: codeOf(error) })
    }
  }

  if (deletion.phase === 'idle') {
    return <Button kind="bad" label={say(TEXTS.delete)} onPress={() => setDeletion({ phase: 'asking' })} />
  }
  return (
    <Card>
      <View className="settings__label">{say(TEXTS.deleteTitle)}</View>
      <View>{say(TEXTS.deleteText)}</View>
      {deletion.phase === 'failed' && <Notice kind="bad" text={say(ERRORS[deletion.code])} />}
      <Button
        kind="bad"
        label={say(TEXTS.deleteConfirm)}
        busy={deletion.phase === 'running'}
        onPress={() => void remove()}
      />
      <Button
        kind="secondary"
        label={say(TEXTS.deleteCancel)}
        disabled={deletion.phase === 'running'}
        onPress={() => setDeletion({ phase: 'idle' })}
      />
    </Card>
  )
}
