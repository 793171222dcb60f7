/** An address (or whatever else somebody is known by): where it has no room on one line, it breaks behind the @. */
export function EmailAddress({ email }: { readonly email: string }) {
  const at = email.lastIndexOf('@') + 1
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  )
}
