import { TextInput, type TextInputProps } from '@mantine/core'

/** The address by which somebody is known here. Not of the type that browsers rewrite to ASCII. */
export function AddressInput(props: TextInputProps) {
  return (
    <TextInput
      inputMode="email"
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={320}
      {...props}
    />
  )
}
