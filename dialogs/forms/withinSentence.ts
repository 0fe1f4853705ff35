/** `xã Tam Hải` within a sentence: the kind of place is a common word, the name isn't. */
export function withinSentence(place: string): string {
  return /^(?:xã|phường|thị trấn|đặc khu|tỉnh|thành phố|xa|phuong|thi tran|dac khu|tinh|thanh pho)\s/i.test(
    place,
  )
    ? lowerFirst(place)
    : place;
}

/** `buổi tối` for `Buổi tối`: a choice's words inside a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
