import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { useState } from 'react'
import { PortalEntry } from '../parts/PortalEntry'
import { UseEntry } from '../parts/UseEntry'
import { titleOf } from '../parts/use-entry-texts'
import { type Entry, isFound } from './merge-history'
import { TEXTS } from './texts'
import type { LoadedHistory } from './use-history'

export interface HistoryListProps {
  readonly entries: readonly Entry[]
  readonly older: Extract<LoadedHistory, { phase: 'loaded' }>['older']
  /** @param all to the oldest one */
  readonly onOlder: (all: boolean) => void
  readonly onDisputed: () => void
}

/** Shows the entries and, once there are many, a search through what is loaded or, on request, through everything. */
export function HistoryList({ entries, older, onOlder, onDisputed }: HistoryListProps) {
  const say = useSay()
  const { moment } = useTimes()
  const [query, setQuery] = useState('')
  if (entries.length === 0) return <Notice kind="info" text={say(TEXTS.empty)} />

  const wordsOf = (entry: Entry) =>
    'use' in entry ? wordsOfUse(entry.use, say) : [say(entry.portal.organisation), entry.portal.domain]
  const found = entries.filter((entry) => isFound([...wordsOf(entry), moment(entry.at)], query.trim()))
  const isLoading = older === 'loading'
  return (
    <>
      {(entries.length > FEW || older !== 'none') && (
        <Field label={say(TEXTS.search)} value={query} onChange={setQuery} />
      )}
      {found.length === 0 && <Notice kind="info" text={say(TEXTS.notFound)} />}
      {found.map((entry) =>
        'use' in entry ? (
          <UseEntry key={entry.use.id} entry={entry.use} onDisputed={onDisputed} />
        ) : (
          <PortalEntry key={`${entry.at} ${entry.portal.domain}`} receipt={entry.portal} />
        ),
      )}
      {older === 'failed' && <Notice kind="warn" text={say(TEXTS.olderFailed)} />}
      {older !== 'none' && (
        <Button
          kind="secondary"
          label={say(query === '' ? TEXTS.older : TEXTS.searchAll)}
          busy={isLoading}
          onPress={() => onOlder(query !== '')}
        />
      )}
    </>
  )
}

/** Up to this many entries need no search. */
const FEW = 5

function wordsOfUse(use: Extract<Entry, { use: object }>['use'], say: ReturnType<typeof useSay>): string[] {
  const { organisation, scenario } = use
  const title = scenario !== undefined && Object.hasOwn(SCENARIOS, scenario)
  return [
    organisation ? say(organisation) : '',
    title ? say(SCENARIOS[scenario as ScenarioName].title) : '',
    say(titleOf(use)),
  ]
}
