import { Heading } from '@nl-design-system-candidate/heading-react'
import { Braces, FileSpreadsheet, FileText, Package, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { exportAddress, type ExportFile } from '../api/actions.ts'
import { ImportBoard } from './ImportBoard.tsx'

const files: readonly {
  readonly file: ExportFile
  readonly key: 'xlsx' | 'csv' | 'json' | 'board'
  readonly icon: LucideIcon
}[] = [
  { file: 'acties.xlsx', key: 'xlsx', icon: FileSpreadsheet },
  { file: 'acties.csv', key: 'csv', icon: FileText },
  { file: 'acties.json', key: 'json', icon: Braces },
  { file: 'board.json', key: 'board', icon: Package },
]

/** Files to take along, and a board to bring in. */
export function TakeAlong({ roomId, mayImport }: { readonly roomId: RoomId; readonly mayImport: boolean }) {
  const { t } = useTranslation('actions')
  return (
    <section className="take-along" aria-labelledby="take-along">
      <div>
        <Heading level={2} id="take-along" appearance="level-3">
          {t('file.title')}
        </Heading>
        <p className="actions__hint">{t('file.text')}</p>
        <ul className="take-along__files">
          {files.map(({ file, key, icon: Icon }) => (
            <li key={file}>
              <a className="take-along__file" href={exportAddress(roomId, file)} download={file}>
                <Icon aria-hidden />
                <span>
                  <strong>{t(`file.${key}`)}</strong>
                  <span>{t(`file.${key}Text`)}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
      {mayImport ? <ImportBoard roomId={roomId} /> : null}
    </section>
  )
}
