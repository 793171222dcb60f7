// Before the first paint, so that nobody who chose the dark is dazzled by the light. A file of its own, since
// the page may run no inline script. The key is the one under which the console's interface remembers it.
{
  const chosen = localStorage.getItem('mantine-color-scheme-value')
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
}
