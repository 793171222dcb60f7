/** The word by which the page's policy knows the styles that the program itself adds. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

// The library that keeps the page from scrolling behind a dialogue asks for it under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })
