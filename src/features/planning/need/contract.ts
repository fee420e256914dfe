export const needOperations = {}
