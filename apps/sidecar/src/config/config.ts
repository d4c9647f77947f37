import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { BASE_PATH } from '../http/base-path.js';
import { CLIENT_CERTIFICATES, type ClientCertificates } from '../tls/tls-files.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where people and other sidecars reach this process. */
export class HttpConfig {
  /** Address to listen on. While there is no user, the API behind it answers this machine only. */
  @IsString()
  @IsNotEmpty()
  address: string = '127.0.0.1';

  @IsInt()
  @Min(1)
  @Max(65_535)
  port: number = 8080;

  /** Whether everybody who reaches the address may start and stop repairs as long as there is no user. */
  @IsBoolean()
  allowUnauthenticated: boolean = false;

  /** Base URL where other sidecars reach this one. @default http://<address>:<port> */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  advertisedUrl?: string;

  /** Path of a proxy that hands requests on unchanged: everything is then served below it. @default none */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(BASE_PATH, { message: '$property must be a path without an end slash, for example /reaper' })
  basePath?: string;

  /** Proxies whose `X-Forwarded-*` headers are believed: addresses or networks such as 10.0.0.0/8, separated by commas. */
  @IsOptional()
  @IsString()
  @Matches(/^[0-9A-Fa-f:.]+(?:\/\d{1,3})?(?: *, *[0-9A-Fa-f:.]+(?:\/\d{1,3})?)*$/, {
    message: '$property must be addresses or networks separated by commas, for example 10.0.0.0/8',
  })
  trustedProxies?: string;

  /** Origins of other sites whose pages may use the API, separated by commas. @default none */
  @IsOptional()
  @IsString()
  @Matches(/^https?:\/\/[^\s,/]+(?: *, *https?:\/\/[^\s,/]+)*$/, {
    message: '$property must be origins separated by commas, for example https://ops.example.com',
  })
  allowedOrigins?: string;

  /** Requests that one client address may send a second, on average; twice as many at once. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  requestsPerSecond: number = 500;

  /** The same for one user or token, whatever its addresses. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  callerRequestsPerSecond: number = 300;

  @IsInt()
  @Min(10)
  @Max(1_000_000)
  maxConnections: number = 4_096;

  /** Event streams that may be open at the same time. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  maxStreams: number = 1_000;
}

/** HTTPS on the own port, from PEM files that may be exchanged at any time. */
export class TlsConfig {
  /** Certificate, followed by those between it and its authority. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  cert?: string;

  /** Private key of the certificate. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  key?: string;

  /** Authorities whose client certificates are accepted. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  clientCa?: string;

  /** Whether clients show certificates: not asked for, checked if shown, or needed to connect. */
  @IsIn(CLIENT_CERTIFICATES)
  clientCertificates: ClientCertificates = 'off';
}

/** TLS to a port of the node beside this process. */
class NodeTlsConfig {
  @IsBoolean()
  tls: boolean = false;

  /** PEM file with the authorities of the node's certificate. @default those that Node.js trusts */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  tlsCa?: string;

  /** PEM file with the certificate to show, followed by those between it and its authority. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  tlsCert?: string;

  /** PEM file with its private key, without a passphrase. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  tlsKey?: string;

  /** Name or address that the node's certificate is for. @default the host */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  tlsServerName?: string;

  /** Whether the certificate has to be for that name; its authority is always checked. */
  @IsBoolean()
  tlsVerifyName: boolean = true;
}

/** CQL port of the node beside this process. */
export class CassandraConfig extends NodeTlsConfig {
  @IsString()
  @IsNotEmpty()
  host: string = '127.0.0.1';

  @IsInt()
  @Min(1)
  @Max(65_535)
  port: number = 9042;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  username?: string;

  @IsOptional()
  @IsString()
  password?: string;

  /** File that holds the password; its last line end is cut off. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  passwordFile?: string;

  /** Keyspace of all sidecars of the cluster; created when missing. */
  @IsString()
  @Matches(/^[a-z][a-z0-9_]{0,47}$/, {
    message: '$property must be 1 to 48 lower-case letters, digits or underscores and begin with a letter',
  })
  keyspace: string = 'reaper_sidecar';
}

/** JMX port of the node beside this process. */
export class JmxConfig extends NodeTlsConfig {
  @IsString()
  @IsNotEmpty()
  host: string = '127.0.0.1';

  @IsInt()
  @Min(1)
  @Max(65_535)
  port: number = 7199;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  username?: string;

  @IsOptional()
  @IsString()
  password?: string;

  /** File that holds the password; its last line end is cut off. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  passwordFile?: string;
}

/** Limits that every leader of the cluster applies; set them alike on all sidecars. */
export class RepairConfig {
  /**
   * Segments that a node takes part in at a time, over all runs. A sidecar runs one command at a time: more than 1 lets a
   * node also be a replica in segments that others coordinate.
   */
  @IsInt()
  @Min(1)
  @Max(4)
  maxRepairsPerNode: number = 1;

  /** A node with more pending compactions gets no new segment. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  maxPendingCompactions: number = 100;

  /** Nor does one with a data directory that has a smaller share of its disk free. 0 switches it off. */
  @IsInt()
  @Min(0)
  @Max(99)
  minFreeDiskPercent: number = 10;

  /** Nor one that streams more for bootstrap, rebuild, bulk load and the like. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  maxOtherStreams: number = 0;

  /** Nor one that keeps more files of hints for nodes that are up. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  maxHintFiles: number = 50;

  /** Nor one that sends hints to more nodes at a time. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  maxHintDeliveries: number = 1;

  /** Whether a node gets no segment while one of these figures is unknown. Otherwise it does after 30 s. */
  @IsBoolean()
  requireLoadFigures: boolean = false;

  /** Whether a command over its time may be ended by ending every repair that its node coordinates. */
  @IsBoolean()
  allowTerminateAll: boolean = false;
}

/** Sessions and tokens; set alike on all sidecars. */
export class AuthConfig {
  /** Life of a session token; it is refreshed before. */
  @IsInt()
  @Min(1)
  @Max(10)
  accessTokenMinutes: number = 5;

  /** A session that nobody uses for this long is over. */
  @IsInt()
  @Min(1)
  @Max(720)
  sessionIdleHours: number = 12;

  /** No session lasts longer. */
  @IsInt()
  @Min(1)
  @Max(8_760)
  sessionMaxHours: number = 168;

  /** After this time a new key signs the session tokens. */
  @IsInt()
  @Min(1)
  @Max(8_760)
  keyRotationHours: number = 168;

  /** `iss` of an external OpenID Connect issuer whose tokens are accepted. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  oidcIssuer?: string;

  /** `aud` that its tokens must have; needed with `oidcIssuer`. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  oidcAudience?: string;

  /** Keys of the issuer. @default what its discovery document names */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  oidcJwksUrl?: string;

  /** Claim with the name for the audit trail; `sub` if it is missing. */
  @IsString()
  @IsNotEmpty()
  oidcNameClaim: string = 'preferred_username';

  /** Claim with roles or groups; dots lead into objects. */
  @IsString()
  @IsNotEmpty()
  oidcRoleClaim: string = 'roles';

  /** Values of that claim that make an operator, separated by commas. */
  @IsString()
  oidcOperators: string = 'reaper-operator';

  /** Values of that claim that make a viewer, separated by commas. */
  @IsString()
  oidcViewers: string = 'reaper-viewer';
}

/** The first user, an operator; created once per cluster. */
export class BootstrapConfig {
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  user?: string;

  @IsOptional()
  @IsString()
  password?: string;

  /** File that holds the password; its last line end is cut off. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  passwordFile?: string;
}

export class LogConfig {
  @IsIn(LOG_LEVELS)
  level: LogLevel = 'info';
}

export class WebConfig {
  /** Directory of the built dashboard. @default the one that was built beside this program, none if missing */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4096)
  directory?: string;
}

/** Everything that can be set, with its defaults. */
export class Config {
  @ValidateNested()
  @Type(() => HttpConfig)
  http: HttpConfig = new HttpConfig();

  @ValidateNested()
  @Type(() => TlsConfig)
  tls: TlsConfig = new TlsConfig();

  @ValidateNested()
  @Type(() => CassandraConfig)
  cassandra: CassandraConfig = new CassandraConfig();

  @ValidateNested()
  @Type(() => JmxConfig)
  jmx: JmxConfig = new JmxConfig();

  @ValidateNested()
  @Type(() => RepairConfig)
  repair: RepairConfig = new RepairConfig();

  @ValidateNested()
  @Type(() => AuthConfig)
  auth: AuthConfig = new AuthConfig();

  @ValidateNested()
  @Type(() => BootstrapConfig)
  bootstrap: BootstrapConfig = new BootstrapConfig();

  @ValidateNested()
  @Type(() => LogConfig)
  log: LogConfig = new LogConfig();

  @ValidateNested()
  @Type(() => WebConfig)
  web: WebConfig = new WebConfig();
}
