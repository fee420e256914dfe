import * as z from 'zod'

declare const brand: unique symbol
type Id<Name extends string> = number & { readonly [brand]: Name }

export type PersonId = Id<'person'>
export type UnitId = Id<'unit'>
export type PostId = Id<'post'>
export type AccountId = Id<'account'>
export type ImportId = Id<'import'>
export type FileId = Id<'file'>
export type ProgrammeId = Id<'programme'>
export type PlanId = Id<'plan'>

const id = <T extends number>() =>
  z.coerce
    .number()
    .int()
    .positive()
    .transform((n) => n as T)

export const personId = id<PersonId>()
export const unitId = id<UnitId>()
export const postId = id<PostId>()
export const accountId = id<AccountId>()
export const importId = id<ImportId>()
export const programmeId = id<ProgrammeId>()
export const planId = id<PlanId>()
