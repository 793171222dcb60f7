import { z } from 'zod'
import { languages } from '../../domain/language.ts'

/** How one can get in here. */
export const doors = z.object({
  example: z
    .object({ company: z.string(), email: z.string() })
    .nullable()
    .describe('The example company lets everybody on this machine in with one click.'),
  singleSignOn: z
    .object({
      name: z.string().describe('What the provider is called.'),
      companies: z
        .array(z.object({ id: z.uuid(), name: z.string() }))
        .nullable()
        .describe('Who has just come from there is a user of all of these, and chooses one.'),
    })
    .nullable()
    .describe('Null: there is no provider.'),
  sendsMail: z.boolean().describe('A link to choose a password can be mailed.'),
})

/**
 * Signs in with address and password, with an API key, or into the example company. The answer sets a cookie that no
 * script can read.
 */
export const newSession = z.union([
  z.strictObject({
    email: z.string().trim().min(1).max(320),
    password: z.string().min(1).max(1000),
    company: z
      .uuid()
      .optional()
      .describe(
        'Where address and password fit users of several companies: which of them. Unless said, `company-choice` refuses with `details.choices`: a JSON text, [{ "id", "name" }, …].',
      ),
  }),
  z.strictObject({ key: z.string().trim().min(1).max(200) }),
  z.strictObject({ example: z.literal(true) }),
  z.strictObject({
    singleSignOn: z.literal(true),
    company: z.uuid().describe('One of those that the doors name to who comes from the provider.'),
  }),
])

/** A password as it is chosen: how long it must be, `password-too-short` says. */
export const chosenPassword = z.string().max(1000)

/** Asks for a link to choose a password. The answer is the same, whether anybody has this address or not. */
export const passwordLinkWish = z.strictObject({ email: z.string().trim().min(1).max(320) })

/** What the page of such a link shows. */
export const passwordLink = z.object({
  company: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  language: z.enum(languages),
  isFirst: z.boolean().describe('They had no password before: they may say their name, too.'),
  until: z.iso.datetime(),
})

const name = z.string().trim().max(100)

export const passwordChoice = z.strictObject({
  password: chosenPassword,
  firstName: name.optional(),
  lastName: name.optional(),
  language: z.enum(languages).optional(),
})

export const passwordChange = z.strictObject({
  current: z.string().max(1000).nullable().describe('Null: there was none yet.'),
  password: chosenPassword,
})

/** A link that whoever runs the server hands over. */
export const handedLink = z.object({ link: z.url() })

/** What the page of a link that makes the first company shows. */
export const setUpLink = z.object({ until: z.iso.datetime() })

/** Makes the first company of an installation, and whoever sends it its administrator. */
export const setUp = z.strictObject({
  company: z.string().trim().min(1).max(200),
  language: z.enum(languages),
  email: z.string().trim().min(1).max(320),
  firstName: name,
  lastName: name,
  password: chosenPassword,
})

/** A session of one's own. */
export const session = z.object({
  id: z.uuid(),
  openedBy: z.enum(['key', 'example', 'password', 'link', 'single-sign-on']),
  browser: z.string().nullable().describe('Such as “Firefox on Linux”.'),
  address: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  current: z.boolean().describe('The one by which this was asked.'),
})

export const sessionList = z.object({ sessions: z.array(session) })

export type Doors = z.infer<typeof doors>
export type NewSession = z.infer<typeof newSession>
export type PasswordLink = z.infer<typeof passwordLink>
export type PasswordChoice = z.infer<typeof passwordChoice>
export type PasswordChange = z.infer<typeof passwordChange>
export type HandedLink = z.infer<typeof handedLink>
export type SetUp = z.infer<typeof setUp>
export type Session = z.infer<typeof session>
