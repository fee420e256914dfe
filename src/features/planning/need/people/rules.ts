/** Which of an office's people: with a gap, everybody of whom it is asked, those appraised below Baik as well, those who asked. */
export const needGroups = ['gap', 'all', 'both', 'asked', 'aim'] as const
export type NeedGroup = (typeof needGroups)[number]
