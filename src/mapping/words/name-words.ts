/** Before a name, and no part of it: forms of address and academic titles. Compared without full stops. */
export const nameTitles: ReadonlySet<string> = words(`
  mr mrs ms miss mx sir dame madam dr prof professor professorin herr frau dipl-ing dipl-kfm univ-prof
  mme mlle monsieur madame sigra dott dottssa sra srta señor señora
`)

/** The same, but names as well unless a full stop follows: *Phil Collins*, *Dr. phil. Anna Schmidt*. */
export const dottedTitles: ReadonlySet<string> = words(
  'rev hr fr ing mag pd med phil rer nat jur iur pol theol habil hc sig sr',
)

/** Behind a name, and no part of it: degrees. */
export const nameDegrees: ReadonlySet<string> = words(
  'phd dphil mba msc bsc meng beng llm llb md ma ba esq cpa rn dds',
)

/** Those that are surnames as well, and degrees only behind a comma or with full stops: *Jack Ma*. */
export const doubtfulDegrees: ReadonlySet<string> = words('md ma ba rn')

/** Behind a name, and a part of the last name. */
export const nameSuffixes: ReadonlySet<string> = words('jr sr junior senior ii iii iv')

/** Words with which a last name begins: *van Gogh*, *de la Cruz*, *bin Salman*. */
export const nameParticles: ReadonlySet<string> = words(`
  van von vom zu zum zur der den dem ter ten te thor de del della dei degli di da do dos das du des d la las le
  les lo los el al ibn ben bin bint bar abu ap af av mac mc o san santa st saint
`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
