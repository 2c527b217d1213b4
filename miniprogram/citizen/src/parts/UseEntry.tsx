import { openTab } from '@nansha/kit/device/tab-bar'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { Text, View } from '@tarojs/components'
import { goHome, PAGES } from '../pages'
import { DeskComplaint } from './DeskComplaint'
import { holderReason } from './holder-reason'
import { listClaims } from './list-claims'
import { NotMe } from './NotMe'
import { TEXTS, titleOf } from './use-entry-texts'
import './use-entry.scss'

/** What others tried: its owner can do something about it from here. */
const ATTACKS: ReadonlySet<HistoryEntry['kind']> = new Set(['attempted', 'face-refused'])

export interface UseEntryProps {
  readonly entry: HistoryEntry
  /** Offers *not me* for a use, and is called once the credential is frozen. */
  readonly onDisputed?: () => void
}

/** One thing that happened to the credential: who, what for, what was shown, when, how it ended. */
export function UseEntry({ entry, onDisputed }: UseEntryProps) {
  const say = useSay()
  const { moment } = useTimes()
  const { organisation, scenario, disclosed, code, kind, document, child } = entry
  return (
    <Card>
      <View className="use">
        <View className="use__line">
          {organisation && <Text className="use__who">{say(organisation)}</Text>}
          {document && isDocument(document) && (
            <Text className="use__who">{say(CREDENTIAL_TYPES[document].title)}</Text>
          )}
          {child !== undefined && <Text className="use__who">{say(TEXTS.ofChild, { name: child })}</Text>}
          <Text className={`use__verdict use__verdict--${kind}`}>{say(titleOf(entry))}</Text>
        </View>
        <View className="use__soft">
          {[scenario && isScenario(scenario) && say(SCENARIOS[scenario].title), moment(entry.at)]
            .filter(Boolean)
            .join(' · ')}
        </View>
        {disclosed && disclosed.length > 0 && (
          <View className="use__soft">{say(TEXTS.disclosed, { claims: listClaims(disclosed, say) })}</View>
        )}
        {isEmpty(entry) && <View className="use__soft">{say(TEXTS.nothing)}</View>}
        {code && isCode(code) && <View className="use__reason">{say(holderReason(code))}</View>}
        {ATTACKS.has(kind) && (
          <Button kind="secondary" label={say(TEXTS.protect)} onPress={() => openTab(PAGES.settings)} />
        )}
        {kind === 'rebinding' && <Button kind="secondary" label={say(TEXTS.see)} onPress={goHome} />}
        {onDisputed && entry.use && <NotMe use={entry.use} onDone={onDisputed} />}
        {onDisputed && entry.use && organisation && disclosed && scenario && isScenario(scenario) && (
          <DeskComplaint {...{ use: entry.use, at: entry.at, organisation, scenario, disclosed }} />
        )}
      </View>
    </Card>
  )
}

/** Refused before anything was disclosed. The clerk who compares the photo has seen it. */
function isEmpty({ kind, disclosed, code }: HistoryEntry): boolean {
  return kind === 'refused' && disclosed === undefined && code !== undefined && code !== 'PORTRAIT_MISMATCH'
}

function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name)
}

function isDocument(type: string): type is keyof typeof CREDENTIAL_TYPES {
  return Object.hasOwn(CREDENTIAL_TYPES, type)
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code)
}
