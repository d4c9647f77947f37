import { type OnModuleInit, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { permissionOf, type Permission } from '@reaper-sidecar/auth';
import { operationIdOf } from '../openapi/decorators.js';

const ROUTE_PATH = 'path';
const ROUTE_METHOD = 'method';

/** A handler of a controller. */
export type RouteHandler = (...args: never[]) => unknown;

/** @throws Error for a route without an operation id, or with one that the table of permissions does not know */
export function permissionOfRoute(handler: RouteHandler): Permission {
  const operationId = operationIdOf(handler);
  const permission = operationId === undefined ? undefined : permissionOf(operationId);
  if (permission !== undefined) return permission;
  throw new Error(
    `The route "${handler.name}" (operation ${operationId ?? 'without an id'}) has no permission; ` +
      'add it to OPERATION_PERMISSIONS in libs/auth/src/permissions/operation-permissions.ts',
  );
}

/** Refuses to start with a route that nobody decided about. */
@Injectable()
export class RoutePermissions implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { metatype } of this.discovery.getControllers()) {
      const prototype = (metatype as { readonly prototype: Record<string, RouteHandler> } | null)?.prototype;
      for (const name of this.scanner.getAllMethodNames(prototype ?? {})) checkRoute(prototype?.[name] as RouteHandler);
    }
  }
}

function checkRoute(handler: RouteHandler): void {
  const isRoute = Reflect.hasMetadata(ROUTE_PATH, handler) && Reflect.hasMetadata(ROUTE_METHOD, handler);
  if (isRoute) permissionOfRoute(handler);
}
