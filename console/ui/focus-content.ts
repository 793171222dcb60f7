/** Gives the focus to the content of the page, where what had it is gone. */
export function focusContent(): void {
  document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
}
