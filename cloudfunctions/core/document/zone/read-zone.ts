import { NanshaError } from '@nansha/shared/errors'
import { detectText } from '../text/detect-text'
import type { Reader } from '../text/open-reader'
import { orientText } from '../text/orient-text'
import type { Photo } from '../text/photo'
import { recogniseText, textOf } from '../text/recognise-text'
import { fitZone } from './fit-zone'

/** Longest side, in pixels, of the photo that the detector sees. */
const DETECTION_SIDE = 960
/** All that stands in a machine-readable zone (ICAO 9303-3 §4.3). */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'

/**
 * Reads the machine-readable zone of a passport, whichever way up it lies. Whether the check digits are right is not asked here.
 *
 * @returns two lines of 44 characters, one behind the other
 * @throws NanshaError ZONE_UNREADABLE
 */
export async function readZone({ detector, recogniser }: Reader, photo: Photo): Promise<string> {
  const found = await detectText(detector, photo, DETECTION_SIDE)
  const boxes = await orientText(recogniser, photo, found)
  const lines = await recogniseText(recogniser, photo, boxes, ALPHABET)
  const zone = fitZone(lines.map(textOf))
  if (zone === undefined) throw new NanshaError('ZONE_UNREADABLE')
  return zone
}
