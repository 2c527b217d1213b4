/**
 * Distance of face-api.js descriptors, aligned as {@link dlibChip} aligns them.
 * At or below `accept` two photos show one person; above `refer` they do not; between them a person must look.
 */
export const THRESHOLDS = { accept: 0.5, refer: 0.55 } as const
