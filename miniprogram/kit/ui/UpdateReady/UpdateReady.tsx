import { useSay } from '../../i18n/language'
import { useStore } from '../../state/use-store'
import { updates } from '../../updates/updates'
import { Button } from '../Button/Button'
import { Card } from '../Card/Card'
import { Notice } from '../Notice/Notice'

const TEXTS = {
  ready: {
    zh: '新版本已准备好，更新只需几秒。',
    en: 'A new version is ready. Updating takes a few seconds.',
  },
  apply: { zh: '立即更新', en: 'Update now' },
} as const

/** For a first page, where no code is shown and nothing half given is lost: the person decides when the app starts anew. */
export function UpdateReady() {
  const say = useSay()
  const isReady = useStore(updates.isReady)
  if (!isReady) return null
  return (
    <Card>
      <Notice kind="info" text={say(TEXTS.ready)} />
      <Button kind="secondary" label={say(TEXTS.apply)} onPress={updates.apply} />
    </Card>
  )
}
