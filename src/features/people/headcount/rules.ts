/** What the staff of a unit is counted by. */
export type CountedBy = 'employment' | 'postKind' | 'education' | 'sex' | 'gradeGroup'
