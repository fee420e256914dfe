export const programmeRoutes = {}
