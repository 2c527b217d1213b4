import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReadIssuances } from '../read-issuances'
import { HOW_TEXTS, TEXTS } from '../texts'
import './how-checked.scss'

/** Details of the check: what was read, since when, and what to compare with another phone. */
export function HowChecked({ read: { log, before } }: { readonly read: ReadIssuances }) {
  const say = useSay()
  const { moment } = useTimes()
  const [isOpen, setOpen] = useState(false)
  const own = log.found.find(({ credential }) => credential === log.staple?.credential)
  const lines = [
    say(HOW_TEXTS.what),
    say(HOW_TEXTS.size, { size: log.size, time: moment(log.at) }),
    log.start.size === 0 ? say(HOW_TEXTS.all) : say(HOW_TEXTS.some, { from: log.start.size }),
    before > 0 && say(HOW_TEXTS.continues, { size: before }),
    own && `${say(HOW_TEXTS.line, { line: own.index + 1 })} ${say(HOW_TEXTS.stapled)}`,
    say(HOW_TEXTS.fingerprint, { hash: log.root }),
  ].filter((line) => typeof line === 'string')

  return (
    <>
      <Button kind="quiet" label={say(isOpen ? TEXTS.hideHow : TEXTS.how)} onPress={() => setOpen(!isOpen)} />
      {isOpen && (
        <View className="how-checked">
          {lines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      )}
    </>
  )
}
