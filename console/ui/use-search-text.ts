import { useDebouncedCallback } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { without } from './without.ts'

/** What is typed into a search, and after a moment what the address says. */
export function useSearchText(): {
  readonly text: string
  readonly type: (text: string) => void
  readonly clear: () => void
} {
  const { search = '' } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [text, setText] = useState(search)
  const written = useRef(search)
  const write = (search: string) => {
    written.current = search
    void navigate({
      to: '.',
      search: (before) => ({ ...without(before, 'search'), ...(search !== '' && { search }) }),
      replace: true,
      resetScroll: false,
    })
  }
  const writeSoon = useDebouncedCallback(write, 250)
  // Somebody went back, or followed a link: the address is right, and not what stands in the field.
  useEffect(() => {
    if (search === written.current) return
    written.current = search
    writeSoon.cancel()
    setText(search)
  }, [search, writeSoon])
  const type = (typed: string) => {
    setText(typed)
    writeSoon(typed.trim())
  }
  const clear = () => {
    writeSoon.cancel()
    setText('')
    write('')
  }
  return { text, type, clear }
}
