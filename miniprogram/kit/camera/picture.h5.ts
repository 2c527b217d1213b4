import type * as Port from './picture'

export const discardPicture: typeof Port.discardPicture = ({ src }) => URL.revokeObjectURL(src)

export const readPicture: typeof Port.readPicture = async ({ src }) =>
  new Uint8Array(await (await fetch(src)).arrayBuffer())
