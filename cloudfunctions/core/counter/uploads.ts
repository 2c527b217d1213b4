/** Where an officer uploads for one application: the photo of the card, and the portrait of the person. */
export function counterPaths(applicationId: string) {
  const path = (name: string) => `enrolments/${applicationId}/${name}`
  return { card: path('card'), portrait: path('portrait') }
}
