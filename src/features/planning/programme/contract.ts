export const programmeOperations = {}
