/** An upload: the fields, then the file. */
export function form(
  fields: Readonly<Record<string, string>>,
  file: string,
  name = 'people.csv',
): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', new Blob([file]), name)
  return form
}
