import { useParams } from '@tanstack/react-router'
import { useMe } from '../../../web/account/session.ts'
import { PersonScreen } from './personScreen.tsx'

export default function PersonPage() {
  const { personId } = useParams({ strict: false }) as { personId: string }
  const mine = useMe().account.personId === Number(personId)
  return <PersonScreen key={personId} personId={Number(personId)} mine={mine} />
}
