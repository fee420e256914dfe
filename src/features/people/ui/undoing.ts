import { queries } from '../../../web/api.ts'
import { toast } from '../../../web/kit/toast.tsx'
import { problemOf } from '../../../web/problem.ts'
import { t } from '../../../web/words.ts'

/** What every view of the register shows may have changed. */
export const refresh = () =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['people'] }),
    queries.invalidateQueries({ queryKey: ['conflict'] }),
  ])

/** Says what was done, with a way back for as long as the message stands. */
export function saidWithUndo(words: string, undo: () => Promise<unknown>): void {
  void refresh()
  const run = async () => {
    try {
      await undo()
      toast({ words: t('people.undone'), tone: 'good' })
    } catch (thrown) {
      toast({ words: problemOf(thrown).message, tone: 'bad' })
    }
    await refresh()
  }
  toast({ words, tone: 'good', action: { label: t('people.undo'), run: () => void run() } })
}
