import { Heading } from '@nl-design-system-candidate/heading-react'
import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Imported } from '@samenreis/model/api/imports'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { importBoard } from '../api/actions.ts'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type State =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'done'; readonly imported: Imported }
  | { readonly kind: 'failed'; readonly reason: ProblemReason }

/** Adds a board file to this board, and says what came of it. */
export function ImportBoard({ roomId }: { readonly roomId: RoomId }) {
  const { t } = useTranslation(['actions', 'problems'])
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>({ kind: 'idle' })

  const bring = (file: File): void => {
    setState({ kind: 'busy' })
    importBoard(roomId, file).then(
      (imported) => setState({ kind: 'done', imported }),
      (error: unknown) => setState({ kind: 'failed', reason: reasonOf(error) }),
    )
  }

  return (
    <div>
      <Heading level={2} appearance="level-3">
        {t('file.importTitle')}
      </Heading>
      <p className="actions__hint">{t('file.importText')}</p>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('file.importChoose')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) bring(file)
          event.target.value = '' // so that the same file can be tried again
        }}
      />
      <div className="take-along__import">
        <Button icon={<Upload aria-hidden />} busy={state.kind === 'busy'} onClick={() => input.current?.click()}>
          {state.kind === 'busy' ? t('file.importBusy') : t('file.importChoose')}
        </Button>
        {state.kind === 'done' ? (
          <Notice tone="positive" announce>
            <p>
              {t('file.importDone', {
                records: t('file.importRecords', { count: state.imported.records }),
                votes: state.imported.votes,
              })}
            </p>
            {state.imported.setAside === 0 ? null : (
              <p>{t('file.importSetAside', { count: state.imported.setAside })}</p>
            )}
          </Notice>
        ) : null}
        {state.kind === 'failed' ? (
          <Notice tone="negative" title={t(`problems:byReason.${state.reason}.title`)} announce>
            <p>{t(`problems:byReason.${state.reason}.text`)}</p>
          </Notice>
        ) : null}
      </div>
    </div>
  )
}
