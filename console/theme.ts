import { createTheme } from '@mantine/core'

/**
 * One look for all pages. The shade is dark enough for white text on it (WCAG 2.2 AA) in both schemes.
 * @param words what the buttons are called that components bring along
 */
export const themeIn = (words: { readonly close: string }) => {
  const closeButtonProps = { 'aria-label': words.close }
  return createTheme({
    primaryColor: 'blue',
    primaryShade: 8,
    autoContrast: true,
    defaultRadius: 'md',
    cursorType: 'pointer',
    fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
    fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace',
    headings: { fontWeight: '650' },
    components: {
      // Within a menu nothing but its items may take the focus.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      // The page has its banner already; another would confuse whoever goes from landmark to landmark.
      Modal: {
        defaultProps: { closeButtonProps, attributes: { header: { role: 'presentation' } } },
      },
      Drawer: {
        defaultProps: { closeButtonProps, attributes: { header: { role: 'presentation' } } },
      },
      Notification: { defaultProps: { closeButtonProps } },
    },
  })
}
