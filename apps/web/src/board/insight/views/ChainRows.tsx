import { ArrowDownLeft, ArrowUpRight, CloudLightning, Footprints, Hourglass, Smile } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChainRow } from '@samenreis/model/journey/views/chainTable'
import { numberText } from '../numbers.ts'
import { CardRow } from '../parts/CardRow.tsx'
import { Mean } from '../parts/Mean.tsx'

const columns = [
  ['steps', Footprints],
  ['face', Smile],
  ['pains', CloudLightning],
  ['waiting', Hourglass],
  ['in', ArrowDownLeft],
  ['out', ArrowUpRight],
] as const

/**
 * Organisations as the person meets them. Each name has a line of its own above its figures, so that long names and six
 * figures fit a phone. Never sorted by figures: this is no list of who is to blame.
 */
export function ChainRows({ rows }: { readonly rows: readonly ChainRow[] }) {
  const { t } = useTranslation('insight')
  return (
    <table className="insight-table insight-table--figures">
      <caption className="visually-hidden">{t('chain.table.caption')}</caption>
      <thead>
        <tr>
          {columns.map(([key, Icon]) => (
            <th key={key} scope="col">
              <Icon size={18} aria-hidden="true" />
              <span>{t(`chain.column.${key}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <Organisation key={row.actorId} row={row} />
      ))}
    </table>
  )
}

function Organisation({ row }: { readonly row: ChainRow }) {
  const { i18n } = useTranslation('insight')
  const figures: readonly (readonly [string, number])[] = [
    ['pains', row.painPointIds.length],
    ['waiting', row.waitDays],
    ['in', row.handoversIn],
    ['out', row.handoversOut],
  ]
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns.length} className="insight-table__name">
          <CardRow id={row.actorId} />
        </th>
      </tr>
      <tr>
        <td>{numberText(row.stepIds.length, i18n.language)}</td>
        <td>
          <Mean mean={row.meanFace} size={20} />
        </td>
        {figures.map(([key, figure]) => (
          <td key={key} data-nought={figure === 0}>
            {numberText(figure, i18n.language)}
          </td>
        ))}
      </tr>
    </tbody>
  )
}
