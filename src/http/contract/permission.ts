import { z } from 'zod'
import { permissions, type Permission } from '../../domain/permission.ts'

export const permission = z.enum(Object.keys(permissions) as [Permission, ...Permission[]])
