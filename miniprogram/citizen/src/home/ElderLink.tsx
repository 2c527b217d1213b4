import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { useElder } from '@nansha/kit/ui/elder'
import { TEXTS } from './texts'

/** The way into senior mode and out of it, on the first page whatever it shows. */
export function ElderLink() {
  const say = useSay()
  const { isElder, choose } = useElder()
  return (
    <Button
      kind="quiet"
      label={say(isElder ? TEXTS.toStandard : TEXTS.toElder)}
      onPress={() => choose(!isElder)}
    />
  )
}
