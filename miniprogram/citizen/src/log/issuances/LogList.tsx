import { open } from '@nansha/kit/device/navigation'
import { openTab } from '@nansha/kit/device/tab-bar'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { PAGES } from '../../pages'
import type { ReadIssuances } from '../read-issuances'
import { summariseIssuances } from '../summarise-issuances'
import { TEXTS } from '../texts'
import { HowChecked } from './HowChecked'
import { Issuance } from './Issuance'
import { UnknownIssuance } from './UnknownIssuance'

export interface LogListProps {
  readonly read: ReadIssuances
  readonly onKnown: (credential: string) => void
  readonly onReadOlder: () => void
}

/** A log that holds together: how many there are, every credential, and what to do about one that is not known. */
export function LogList({ read, onKnown, onReadOlder }: LogListProps) {
  const say = useSay()
  const { log, issuances } = read
  const unknown = issuances.filter(({ isUnknown }) => isUnknown)
  const { kind, text, values } = summariseIssuances(read)
  return (
    <>
      {unknown.length === 0 && <Notice kind={kind} text={say(text, values)} />}
      {unknown.map((issuance) => (
        <UnknownIssuance
          key={issuance.credential}
          issuance={issuance}
          onKnown={() => onKnown(issuance.credential)}
        />
      ))}
      {issuances.map((issuance) => (
        <Issuance key={issuance.credential} issuance={issuance} />
      ))}
      {log.start.size > 0 && (
        <Button
          kind="secondary"
          label={say(TEXTS.readOlder, { size: megabytes(log.start.size - log.back.range.size) })}
          onPress={onReadOlder}
        />
      )}
      <Card>
        <Heading title={say(TEXTS.walletsTitle)} />
        <View>{say(TEXTS.walletsText)}</View>
        <Button kind="secondary" label={say(TEXTS.wallets)} onPress={() => open(PAGES.wallets)} />
      </Card>
      <Card>
        <Heading title={say(TEXTS.unknownTitle)} />
        <View>{say(TEXTS.unknownText)}</View>
        <Button kind="secondary" label={say(TEXTS.protect)} onPress={() => openTab(PAGES.settings)} />
      </Card>
      <HowChecked read={read} />
    </>
  )
}

/** Each entry is 72 bytes in a bundle, and four thirds of that on its way here. */
function megabytes(entries: number): string {
  return `${Math.max(0.1, (entries * 96) / 1_000_000).toFixed(1)} MB`
}
