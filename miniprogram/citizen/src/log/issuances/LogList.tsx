import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { PAGES } from '../../pages'
import type { ReadIssuances } from '../read-issuances'
import { TEXTS } from '../texts'
import { Issuance } from './Issuance'

/** A log that holds together: what was checked, every credential, and what to do about one that is not known. */
export function LogList({ log }: { readonly log: ReadIssuances }) {
  const say = useSay()
  const { head, issuances, kept } = log
  const since = kept ? say(TEXTS.continues, { size: kept.size }) : say(TEXTS.firstLook)
  return (
    <>
      <Notice kind="good" text={`${say(TEXTS.checked, { size: head.size })} ${since}`} />
      {issuances.map((issuance) => (
        <Issuance key={issuance.entry.index} issuance={issuance} />
      ))}
      <Card>
        <Heading title={say(TEXTS.unknownTitle)} />
        <View>{say(TEXTS.unknownText)}</View>
        <Button kind="secondary" label={say(TEXTS.protect)} onPress={() => open(PAGES.settings)} />
      </Card>
    </>
  )
}
