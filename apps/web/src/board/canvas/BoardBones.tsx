import './bones.css'
import { useTranslation } from 'react-i18next'

const COLUMNS = [0, 1, 2, 3, 4, 5, 6, 7]
const ROWS = [0, 1, 2]

/** The grey bones of the map while the board is fetched (look.md: never a lone spinner). */
export function BoardBones() {
  const { t } = useTranslation('common')
  return (
    <div className="board-bones">
      <output className="visually-hidden">{t('loading')}</output>
      <div className="board-bones__sheet" aria-hidden="true">
        <div className="board-bones__phases">
          {ROWS.map((each) => (
            <span key={each} />
          ))}
        </div>
        {ROWS.map((row) => (
          <div key={row} className="board-bones__row">
            {COLUMNS.map((column) => (
              <span key={column} className="board-bones__card" data-empty={(row + column) % 3 === 2} />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
