export const needRoutes = {}
