import { collectRebinding } from '@nansha/core/enrol/rebinding'
import { sequenceLog } from '@nansha/core/log/sequence-log'
import { STATUS_LISTS } from '@nansha/core/records/status-lists'
import { expect, it } from 'vitest'
import { NOW_MS } from '../../support/clock'
import { countOperations } from '../../support/counting-database'
import { createEnrolPorts } from '../../support/enrol-ports'
import { enrolCitizen } from '../../support/enrolled-citizen'
import { issueToLog, logEntry, logSigner } from '../../support/log'
import { createMemoryDatabase } from '../../support/memory-database'

const alice = 'wxc:alice' as const

it('issuing to a new phone costs 23 operations on documents that no other issuance writes', async () => {
  const cloud = createEnrolPorts()
  await enrolCitizen(cloud, alice)
  await enrolCitizen(cloud, alice)
  cloud.clock.now += 25 * 3600_000
  const waiting = cloud.database.dump().rebindings?.[0] as { enrolmentId: string } | undefined
  const database = countOperations(cloud.database)
  expect(
    await collectRebinding({ ...cloud.ports, database }, alice, waiting?.enrolmentId ?? ''),
  ).toHaveProperty('credential')
  const { operations } = database
  expect(operations).toHaveLength(23)
  const written = operations.filter((operation) => !/^(get|find|findOne|begin|commit)/.test(operation))
  expect(written.map((operation) => operation.split(' ')[1])).not.toContain(STATUS_LISTS)
  expect(written.map((operation) => operation.split(' ')[1]).sort()).toEqual([
    'citizens',
    'credentials',
    'credentials',
    'devices',
    'devices',
    'events',
    'logQueue',
    'rebindings',
  ])
})

it('taking in a thousand entries costs the sequencer 31 operations, and one entry 22', async () => {
  const database = countOperations(createMemoryDatabase())
  const ports = { database, now: () => NOW_MS, logSigner }
  await sequenceLog(ports)
  for (let n = 0; n < 1000; n++) await issueToLog(database, logEntry(`credential ${n}`))
  database.operations.length = 0
  expect(await sequenceLog(ports)).toBe(1000)
  expect(database.operations).toHaveLength(31)
  await issueToLog(database, logEntry('one more'))
  database.operations.length = 0
  await sequenceLog(ports)
  expect(database.operations).toHaveLength(22)
  database.operations.length = 0
  await sequenceLog(ports)
  expect(database.operations).toEqual(['get logState', 'get issuanceLog', 'find logQueue'])
})
