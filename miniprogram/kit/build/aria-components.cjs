/** What a screen reader needs to know about the elements of these apps; Taro's mini-program template has none of it. */
const aria = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '', 'aria-checked': '' }

exports.ariaComponents = {
  View: aria,
  Text: aria,
  Image: aria,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}
