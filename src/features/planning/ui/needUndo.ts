import { toast } from '../../../web/kit/toast.tsx'
import { problemOf } from '../../../web/problem.ts'
import { t } from '../../../web/words.ts'
import { askAgain } from './needAsking.ts'

/** Says what was done, with a way back for as long as the message stands. */
export function saidWithUndo(words: string, undo: () => Promise<unknown>): void {
  const run = async () => {
    try {
      await undo()
      toast({ words: t('planning.need.undone'), tone: 'good' })
    } catch (thrown) {
      toast({ words: problemOf(thrown).message, tone: 'bad' })
    }
    await askAgain()
  }
  toast({ words, tone: 'good', action: { label: t('planning.need.undo'), run: () => void run() } })
}
