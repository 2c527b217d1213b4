import { FaceFault } from '@nansha/core/clients/face-answer'
import type { ReadCard } from '@nansha/core/clients/read-card'
import type { FaceMatch } from '@nansha/core/face/face-match'
import { randomId } from '@nansha/core/function/random-id'
import type { AccountKey } from '@nansha/core/records/account-key'
import type { DocumentReading } from '@nansha/core/records/document-readings'
import { READING_DAYS, type ReadingDay } from '@nansha/core/records/reading-days'
import { admitRead } from '@nansha/core/stays/reading/admit-read'
import { compareGuest, photographGuest } from '@nansha/core/stays/reading/compare-guest'
import { photographDocument } from '@nansha/core/stays/reading/photograph-document'
import { readGuestDocument } from '@nansha/core/stays/reading/read-guest-document'
import type { ReadingPorts } from '@nansha/core/stays/reading/reading-ports'
import type { PhotographedDocument, ReadGuest } from '@nansha/shared/api/guest-document'
import { NanshaError } from '@nansha/shared/errors'
import { createHotel, NUMBER } from './hotel'
import { createMemoryFiles, STORAGE_ROOT } from './memory-files'
import { CLERK } from './world'

/** The specimen of ICAO 9303-4, appendix A, with a later day of expiry and the check digits that follow. */
export const ZONE =
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<' + 'L898902C36UTO7408122F3004157ZE184226B<<<<<16'

/** What a photo of {@link NUMBER}'s card says, as the function `document` answers it. */
export const READ_CARD = {
  digest: 'd'.repeat(43),
  portrait: Buffer.from('the printed portrait').toString('base64'),
  fields: {
    number: { value: NUMBER, confidence: 0.99, confirm: false },
    name: { value: '李娜', confidence: 0.99, confirm: true },
    sex: { value: 'female', confidence: 0.99, confirm: false },
    ethnicity: { value: '汉', confidence: 0.99, confirm: false },
    birthdate: { value: '1990-03-07', confidence: 0.99, confirm: false },
    address: { value: '广东省广州市南沙区示范路8号', confidence: 0.99, confirm: false },
  },
}

/** A hotel whose clerks photograph documents and guests. What a photo shows is set; where it lies is real. */
export async function createReadingDesk() {
  const hotel = await createHotel()
  const files = createMemoryFiles()
  const { found, readers } = createReaders(files)
  const ports: ReadingPorts = { ...hotel.stayPorts, files, storageRoot: async () => STORAGE_ROOT, ...readers }
  const days = () => (hotel.database.dump().readingDays ?? []) as ReadingDay[]
  const ids = { stay: randomId(), guest: randomId() }
  const upload = (path: string, what: string) => files.upload(path, Buffer.from(what))
  return {
    ...hotel,
    ...ids,
    files,
    found,
    ports,
    upload,
    place: (document: PhotographedDocument = 'card', account: AccountKey = CLERK, asked = ids) =>
      photographDocument(ports, account, { ...asked, document }),
    read: (photo: string, account: AccountKey = CLERK) =>
      readGuestDocument(ports, account, { guest: ids.guest, photo }),
    /** Photographs the document and has it read. */
    async readOne(document: PhotographedDocument = 'card') {
      const { upload: path } = await photographDocument(ports, CLERK, { ...ids, document })
      return readGuestDocument(ports, CLERK, { guest: ids.guest, photo: await upload(path, 'the document') })
    },
    facePlace: (account: AccountKey = CLERK) => photographGuest(ports, account, { guest: ids.guest }),
    compare: (photo: string, account: AccountKey = CLERK) =>
      compareGuest(ports, account, { guest: ids.guest, photo }),
    /** Photographs the guest, who agreed, and has the faces compared. */
    async compareOne() {
      const { upload: path } = await photographGuest(ports, CLERK, { guest: ids.guest })
      return compareGuest(ports, CLERK, { guest: ids.guest, photo: await upload(path, 'the guest') })
    },
    admitRead: (
      document: ReadGuest = { kind: 'card', name: '李娜', compared: true },
      account: AccountKey = CLERK,
      asked = ids,
    ) => admitRead(ports, account, { ...asked, document }),
    photosOfToday: () => days()[0]?.count,
    async setPhotosOfToday(count: number) {
      const [today] = days()
      if (today) await hotel.database.in(READING_DAYS).put({ ...today, count })
    },
    readings: () => (hotel.database.dump().documentReadings ?? []) as DocumentReading[],
  }
}

type Readers = Pick<ReadingPorts, 'readCard' | 'readZone' | 'matchFaces'>

/** What the functions that look at photos answer: `found` says what they find. */
function createReaders(files: ReturnType<typeof createMemoryFiles>) {
  const found = {
    card: READ_CARD as (Pick<typeof READ_CARD, 'digest' | 'portrait'> & { fields: object }) | NanshaError,
    face: 'match' as FaceMatch['decision'] | FaceFault,
    /** Photos that were looked at. */
    seen: [] as (string | undefined)[],
    /** Happens while a photo is looked at. */
    during: async (): Promise<unknown> => undefined,
  }
  const look = async (...ids: readonly string[]) => {
    for (const id of ids) found.seen.push((await files.download(id))?.toString())
    await found.during()
  }
  const readers: Readers = {
    readCard: (async (card: string) => {
      await look(card)
      if (found.card instanceof NanshaError) throw found.card
      return found.card
    }) as unknown as ReadCard,
    async readZone(photo) {
      await look(photo)
      return { zone: ZONE }
    },
    async matchFaces(probes, reference) {
      await look(...probes.map(({ fileId }) => fileId), reference.fileId)
      if (found.face instanceof FaceFault) throw found.face
      return { decision: found.face } as FaceMatch
    },
  }
  return { found, readers }
}

export type ReadingDesk = Awaited<ReturnType<typeof createReadingDesk>>
