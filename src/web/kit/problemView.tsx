import type { Problem } from '../problem.ts'
import { t } from '../words.ts'
import { Button } from './button.tsx'
import { IconAlertTriangle, IconLock, IconRefresh, IconWifiOff } from './icons.ts'
import styles from './empty.module.css'

export interface ProblemViewProps {
  problem: Problem
  onRetry?: () => void
  /** Stands for the whole screen, with a title and a way home. */
  page?: boolean
}

/** What went wrong, in words, and what to do now. */
export function ProblemView({ problem, onRetry, page }: ProblemViewProps) {
  const Mark = problem.status === 0 ? IconWifiOff : problem.status === 403 ? IconLock : IconAlertTriangle
  const Title = page ? 'h1' : 'p'
  return (
    <div className={styles.empty} role="alert" data-page={page}>
      <span className={styles.mark} data-tone="bad">
        <Mark size={28} stroke={1.7} aria-hidden />
      </span>
      <Title className={styles.title}>
        {t(problem.status === 0 ? 'web.problem.offlineTitle' : 'web.problem.title')}
      </Title>
      <p className={styles.words}>{problem.message}</p>
      <div className={styles.actions}>
        {onRetry && problem.status !== 403 && (
          <Button icon={IconRefresh} onPress={onRetry}>
            {t('web.retry')}
          </Button>
        )}
        {page && (
          <Button kind="quiet" to="/">
            {t('web.toHome')}
          </Button>
        )}
      </div>
    </div>
  )
}
