/** The largest comment, its marker and length included (ITU-T T.81, B.2.4.5). */
const LONGEST = 65_537
/** Marker and length: no comment is shorter. */
export const SHORTEST = 4

/** Makes a JPEG exactly `bytes` long by comments after its first marker, which decoders pass over. */
export function padJpeg(jpeg: Buffer, bytes: number): Buffer {
  let missing = bytes - jpeg.length
  if (missing < SHORTEST) throw new RangeError(`A JPEG of ${jpeg.length} bytes cannot be padded to ${bytes}`)
  const comments: Buffer[] = []
  while (missing > 0) {
    const length = missing > LONGEST ? Math.min(LONGEST, missing - SHORTEST) : missing
    const comment = Buffer.alloc(length)
    comment.writeUInt16BE(0xfffe, 0)
    comment.writeUInt16BE(length - 2, 2)
    comments.push(comment)
    missing -= length
  }
  return Buffer.concat([jpeg.subarray(0, 2), ...comments, jpeg.subarray(2)])
}
