/** Where an officer uploads for one application: the photo of the card, and the portrait of the person. */
export function counterPaths(applicationId: string) {
  const path = (name: string) => `enrolments/${applicationId}/${name}`
  return { card: path('card'), portrait: path('portrait') }
}

/** @param root `cloud://<environment>.<bucket>/`. @returns every file that an application can have */
export function counterFiles(root: string, applicationId: string): string[] {
  return Object.values(counterPaths(applicationId)).map((path) => root + path)
}
