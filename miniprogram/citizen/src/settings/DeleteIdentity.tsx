import { codeOf } from '@nansha/kit/cloud/ask'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { goHome } from '../pages'
import { FailureNotice } from '../parts/FailureNotice'
import { useWallet } from '../wallet/use-wallet'
import { TEXTS } from './texts'

/** Deletes the identity everywhere: asked twice, because it cannot be taken back. */
export function DeleteIdentity() {
  const say = useSay()
  const { wallet } = useWallet()
  const [isAsked, setAsked] = useState(false)
  const { isRunning, failure, run } = useTask()

  const remove = () =>
    run(async () => {
      await wallet.client.deleteIdentity().catch(unlessGone)
      await wallet.forget()
      goHome()
    })

  if (!isAsked) return <Button kind="bad" label={say(TEXTS.delete)} onPress={() => setAsked(true)} />
  return (
    <Card>
      <View className="settings__label">{say(TEXTS.deleteTitle)}</View>
      <View>{say(TEXTS.deleteText)}</View>
      <FailureNotice failure={failure} />
      <Button kind="bad" label={say(TEXTS.deleteConfirm)} busy={isRunning} onPress={remove} />
      <Button
        kind="secondary"
        label={say(TEXTS.deleteCancel)}
        disabled={isRunning}
        onPress={() => setAsked(false)}
      />
    </Card>
  )
}

/** What the server no longer knows, or has revoked, is only left on this phone. */
function unlessGone(error: unknown): void {
  const code = codeOf(error)
  if (code !== 'CREDENTIAL_NONE' && code !== 'CREDENTIAL_REVOKED') throw error
}
