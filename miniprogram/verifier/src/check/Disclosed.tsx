import { formatTime } from '@nansha/kit/i18n/format-time'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { claimValue } from '@nansha/shared/claim-values'
import { isLatinName } from '@nansha/shared/person-name'
import { isOfChild } from '@nansha/shared/scenarios'
import { Image, View } from '@tarojs/components'
import { describeAge } from '../parts/describe-age'
import { TEXTS } from '../texts'
import { TEXTS as TRUST_TEXTS } from '../trust/texts'
import { shownClaims } from './shown-claims'
import type { Subject } from './subject'
import './disclosed.scss'

/** So many claims are shown large; more of them as a list, so that the clerk's buttons stay in sight. */
const FEW = 2

export interface DisclosedProps {
  readonly subject: Subject
  /** The faces were compared: with large text the portrait leaves its place to the words. */
  readonly isCompared?: boolean
  /** The portrait is on the screen. */
  readonly onSeen?: () => void
  /** This device cannot show it. */
  readonly onUnseen?: () => void
}

/** What the subject approved: portrait, name and the rest, to be read from a metre away. */
export function Disclosed({ subject, isCompared = false, onSeen, onUnseen }: DisclosedProps) {
  const say = useSay()
  const { claims, portrait, evidence } = subject
  const shown = shownClaims(claims)
  const name = String(claims.name ?? '')
  const label = name === '' ? say(TEXTS.portraitOnly) : say(TEXTS.portrait, { name })
  const age = evidence.form === 'pass' ? describeAge(evidence.dataAge) : undefined
  return (
    <View className={`disclosed ${shown.length > FEW ? 'disclosed--many' : ''}`}>
      {portrait !== undefined && (
        <View
          className={`disclosed__frame ${isCompared ? 'disclosed__frame--compared' : ''}`}
          {...a11y({ role: 'img', label })}
        >
          <Image
            className="disclosed__portrait"
            src={`data:image/webp;base64,${portrait}`}
            mode="aspectFit"
            webp
            nativeProps={{ alt: '' }}
            {...(onSeen && { onLoad: onSeen })}
            {...(onUnseen && { onError: onUnseen })}
          />
        </View>
      )}
      {isOfChild(claims) && (
        <View className="disclosed__child" {...a11y({ role: 'status' })}>
          {say(TEXTS.child, {
            guardian: String(claims.guardian_name),
            relation: say(claimValue('guardian_relation', String(claims.guardian_relation))),
          })}
        </View>
      )}
      {name !== '' && (
        <View className={`disclosed__name ${isLatinName(name) ? 'disclosed__name--latin' : ''}`}>{name}</View>
      )}
      {shown.map((claim) => (
        <View className="disclosed__claim" key={claim.label.en}>
          <View className="disclosed__label">{say(claim.label)}</View>
          <View className={`disclosed__value ${claim.isBad ? 'disclosed__value--bad' : ''}`}>
            {claim.isBad && '⚠ '}
            {say(claim.value)}
          </View>
        </View>
      ))}
      <View className="disclosed__time">{say(TEXTS.checkedAt, { time: formatTime(subject.at) })}</View>
      {age && (
        <View className="disclosed__time">
          {say(TRUST_TEXTS.age, { age: say(age.text, { count: age.count }) })}
        </View>
      )}
    </View>
  )
}
