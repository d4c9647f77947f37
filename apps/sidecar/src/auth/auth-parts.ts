import { APP_GUARD } from '@nestjs/core';
import { AuditController } from '../audit/audit.controller.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { AccessGuard } from './access.guard.js';
import { ApiTokensController } from './api-tokens.controller.js';
import { AuthController } from './auth.controller.js';
import { RoutePermissions } from './route-operations.js';
import { UsersController } from './users.controller.js';

/** Routes to log in and to manage who may. */
export const AUTH_CONTROLLERS = [AuthController, UsersController, ApiTokensController, AuditController];

/** What stands before every route. Needs Access and Backend, and DiscoveryModule imported. */
export const AUTH_PROVIDERS = [AuditTrail, RoutePermissions, { provide: APP_GUARD, useClass: AccessGuard }];
