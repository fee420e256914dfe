export const planOperations = {}
