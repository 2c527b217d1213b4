import { Mp3Encoder } from '@breezystack/lamejs'
import { resample } from './resample'
import type { Sound } from './synthesise'

/** MPEG-2 Layer III, which every phone plays. eSpeak has little above 5 kHz; how 16 kbit/s was chosen: docs/decisions/305. */
const RATE = 16_000
const KILOBITS = 16

/**
 * @param title stands in the file: some Android phones play no MP3 without an ID3 tag
 * @returns an MP3 file
 */
export function encodeMp3(sound: Sound, title: string): Buffer {
  const encoder = new Mp3Encoder(1, RATE, KILOBITS)
  const frames = [encoder.encodeBuffer(resample(sound, RATE).samples), encoder.flush()]
  return Buffer.concat([tagOf(title), ...frames.map((part) => Buffer.from(part))])
}

/** An ID3v2.3 tag with one frame, the title in UTF-16. */
function tagOf(title: string): Buffer {
  const text = Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(title, 'utf16le')])
  const frame = Buffer.concat([Buffer.from('TIT2'), bigEndian(text.length), Buffer.alloc(2), text])
  return Buffer.concat([Buffer.from('ID3\x03\x00\x00', 'latin1'), sevenBits(frame.length), frame])
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Four bytes whose highest bit is never set (ID3v2.3 §3.1), so that no decoder takes them for a frame. */
function sevenBits(value: number): Buffer {
  return Buffer.from([21, 14, 7, 0].map((shift) => (value >> shift) & 0x7f))
}
