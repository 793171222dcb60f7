/** When what had the focus is gone, the content of the page gets it, and not the top of everything. */
export function focusContentIfLost(): void {
  if (document.activeElement !== document.body) return
  document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
}
