/** A photo on this device: shown with `<Image src={picture.src}>`, sent with `uploadFile`. */
export interface Picture {
  /** A temporary path (weapp) or a blob URL (h5). */
  readonly src: string
}

/** The encoded bytes of the photo, the very ones that an upload sends. */
export declare function readPicture(picture: Picture): Promise<Uint8Array>

/** Removes the photo from the device as soon as it is not needed: it shows a face or an ID card. */
export declare function discardPicture(picture: Picture): void
