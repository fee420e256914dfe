import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { formatBytes } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { FileDrop } from '../../../web/kit/fileDrop.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { IconUpload } from '../../../web/kit/icons.ts'
import { Row } from '../../../web/kit/layout.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { toast } from '../../../web/kit/toast.tsx'
import { type Problem, problemOf } from '../../../web/problem.ts'
import { t } from '../../../web/words.ts'
import { imports } from './importAsking.ts'

const accepted = '.zip,.xlsx,.csv,.json'
// The server's limit (platform/http/upload.ts): said before a slow line has carried it all.
const mostBytes = 512 * 1024 * 1024

/** Choose, send, watch it go; the next screen is the import itself. */
export function ImportUpload() {
  const [files, setFiles] = useState<File[]>([])
  const [share, setShare] = useState<number>()
  const [problem, setProblem] = useState<Problem>()
  const running = useRef<AbortController | undefined>(undefined)
  const navigate = useNavigate()
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  const objection = objectionTo(files, bytes)

  const send = async () => {
    const controller = new AbortController()
    running.current = controller
    setProblem(undefined)
    setShare(0)
    try {
      const upload = { files: { file: files }, onProgress: setShare, signal: controller.signal }
      const { importId } = await imports.upload('upload', upload)
      await navigate({ to: `/impor/${importId}` })
    } catch (thrown) {
      // A cancelled upload is what the reader wanted, not a problem.
      if (controller.signal.aborted) toast({ words: t('people.import.upload-cancelled') })
      else setProblem(problemOf(thrown))
      setShare(undefined)
    }
  }

  return (
    <Card title={t('people.import.upload')} lead={t('people.import.upload-lead')}>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <FileDrop
        label={t('people.import.choose')}
        hint={t('people.import.choose-hint')}
        files={files}
        onChange={(next) => {
          setFiles(next)
          setProblem(undefined)
        }}
        accept={accepted}
        many
        disabled={share !== undefined}
      />
      {objection && <Notice tone="warn">{objection}</Notice>}
      {share === undefined ? (
        <Row>
          <Button
            kind="primary"
            icon={IconUpload}
            disabled={files.length === 0 || objection !== undefined}
            onPress={() => void send()}
          >
            {t('people.import.send')}
          </Button>
        </Row>
      ) : (
        <>
          <Progress
            label={t('people.import.uploading', { size: formatBytes(bytes) })}
            share={share}
            note={t('people.import.stay')}
          />
          <Row>
            <Button onPress={() => running.current?.abort()}>{t('people.import.stop-upload')}</Button>
          </Row>
        </>
      )}
    </Card>
  )
}

function objectionTo(files: readonly File[], bytes: number): string | undefined {
  if (bytes > mostBytes) return t('people.import.too-large', { size: formatBytes(bytes), most: formatBytes(mostBytes) })
  const archives = files.filter((file) => /\.zip$/i.test(file.name))
  return archives.length > 0 && files.length > 1 ? t('people.import.one-archive') : undefined
}
