/** A package as its receiver sees it, and as it is previewed. */
import type { Lang } from '../../kernel/lang.ts'
import { DefinitionList } from '../../ui/card.tsx'
import type { SharedPackage } from './consents.types.ts'
import { packageRows } from './package.texts.ts'

type Props = { readonly shared: SharedPackage; readonly lang: Lang }

export const PackageView = ({ shared, lang }: Props) => (
  <DefinitionList
    facts={packageRows(shared, lang).map(({ label, lines }) => ({
      term: label,
      value: (
        <>
          {lines.map((line, index) => (
            <>
              {index > 0 && <br />}
              {line}
            </>
          ))}
        </>
      ),
    }))}
  />
)
