// Generated from openapi.json by generate.mjs. Do not edit.

export interface paths {
    "/api/v1/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API tokens
         * @description Newest first, without the tokens themselves; at most 500. One that is over is listed for 30 days more.
         */
        get: operations["listApiTokens"];
        put?: never;
        /**
         * Create an API token
         * @description For a program. It belongs to the caller, and is shown in this answer only.
         */
        post: operations["createApiToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API token
         * @description It is refused by every sidecar within 10 s.
         */
        delete: operations["revokeApiToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit trail
         * @description Logins and changes through any sidecar, newest first, for 90 days. A page may be short; the end is where there is no cursor.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign with a new key
         * @description Keys are rotated by themselves; this does it now, for example when the keyspace was copied.
         */
        post: operations["rotateSigningKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in
         * @description Opens a session that every sidecar knows. Failed logins are limited per account and address.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out
         * @description Ends this session on every sidecar within 10 s, on this one at once.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I?
         * @description How this sidecar sees the caller.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the own password
         * @description Ends all sessions of the user and opens a new one for the caller.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh the session
         * @description Exchanges the refresh token for new tokens. It is good for one use; shown again within 30 s it gives the same answer, later it ends the session, since somebody else may have it.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Log out everywhere
         * @description Ends all sessions of the caller on every sidecar within 10 s.
         */
        delete: operations["revokeOwnSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cluster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the cluster
         * @description Name, size, leader and number of unfinished runs.
         */
        get: operations["getCluster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was decided and why
         * @description Newest first: who led, what became of runs, why work waited, what was released or held. Kept for 30 days, best effort.
         */
        get: operations["listDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream changes
         * @description Server-sent events: `run` with `{runId, state}` when a run changed, `cluster` with `{}` when nodes or the leader changed, `heartbeat` with `{}` every 5 s. An event says what to read again. A stream begins with `snapshot`: read again what you show. With `Last-Event-ID` it goes on, through any sidecar, with what changed since, or with a snapshot when that is not known any more.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keyspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keyspaces
         * @description Keyspaces with their tables and replication, views excepted.
         */
        get: operations["listKeyspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keyspaces/{keyspace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a keyspace
         * @description Replication and tables of one keyspace.
         */
        get: operations["getKeyspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the nodes
         * @description Every node of the ring, as the node beside the asked sidecar sees it.
         */
        get: operations["listNodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nodes/{hostId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a node
         * @description One node of the ring by its host id.
         */
        get: operations["getNode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/repair-age": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the repair age of tables
         * @description Every table that can be repaired with its oldest range, measured against gc_grace; the most urgent first. Repairs of this service and of other tools count, where all replicas of a range took part.
         */
        get: operations["getRepairAge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/repair-age/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get repair ages over the token space
         * @description The same tables, each as equal slices of the token space with the age of the oldest repair in the slice.
         */
        get: operations["getRepairAgeMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/repair-age/{keyspace}/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the repair age of a table by range
         * @description One table with the age, the replicas and the waiting work of each range, oldest first.
         */
        get: operations["getTableRepairAge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs
         * @description All runs of the cluster, newest first.
         */
        get: operations["listRuns"];
        put?: never;
        /**
         * Create a run
         * @description Plans and starts a repair. At most one unfinished run exists per keyspace, tables, mode, datacenters and nodes: a second one is refused with 409 and the id of the first.
         */
        post: operations["createRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a run without creating it
         * @description Answers with what createRun would do now: segments, replica sets, sizes. Nothing is written.
         */
        post: operations["planRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a run
         * @description What is wanted of it, and how far it is.
         */
        get: operations["getRun"];
        put?: never;
        post?: never;
        /**
         * Delete an ended run
         * @description Removes the run and its segments from the lists. An unfinished run must be aborted first.
         */
        delete: operations["deleteRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Abort a run
         * @description Nothing new starts and running segments are cancelled; the run ends as ABORTED. Cannot be taken back.
         */
        post: operations["abortRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream the changes of a run
         * @description Server-sent events: `run` with `{runId, state}` when the run changed, `heartbeat` with `{}` every 5 s. A stream begins with `snapshot`: read again what you show. With `Last-Event-ID` it goes on, through any sidecar, with what changed since, or with a snapshot when that is not known any more.
         */
        get: operations["streamRunEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain why a run is not moving
         * @description One sentence, and every reason with what was seen and what can be done.
         */
        get: operations["explainRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/intensity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the intensity of a run
         * @description Applies from the next segment on.
         */
        put: operations["changeRunIntensity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a run
         * @description No new segment starts; running ones are followed to their end. Pausing a paused run changes nothing.
         */
        post: operations["pauseRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a paused run
         * @description Goes on with the segments that are left. Resuming a run that is not paused changes nothing.
         */
        post: operations["resumeRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the segments of a run
         * @description In the order of the plan, with the outcome of the last attempt.
         */
        get: operations["listSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/segments/{seq}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Repair a segment once more
         * @description Whatever was begun before does not count. In an unfinished run the segment is repaired again there; of an ended run a new run of that segment alone is created. Asking twice may repair it twice.
         */
        post: operations["replaySegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sidecars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sidecars
         * @description One entry per node of the ring with the last report of its sidecar.
         */
        get: operations["listSidecars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the users
         * @description All of them, by name; at most 500.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description Refused as long as there is no first user, who is made by `reaper-sidecar bootstrap`.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * @description One user by name.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description Ends all sessions and API tokens of the user within 10 s. The last operator cannot be deleted.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Role, block or password. A block or a new password ends all sessions of the user within 10 s.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/v1/users/{name}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Log a user out everywhere
         * @description Ends all sessions of the user within 10 s; API tokens stay.
         */
        delete: operations["revokeUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive?
         * @description Answers as soon as the process listens, whatever the state of the node.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Does every part work?
         * @description Each part with its state and the exact reason if it does not work.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the metrics
         * @description In the text format of Prometheus.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the version
         * @description Of this sidecar.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AgeCellDto: {
            /** @description Share of it of which a repair is known */
            repairedShare: number;
            /** @description Age of its oldest repair, seconds; absent when nothing of it was ever repaired */
            worstAgeS?: number;
        };
        AgeMapDto: {
            /** @description The most urgent first */
            items: components["schemas"]["AgeRowDto"][];
            /** @description Absent on the last page */
            nextCursor?: string;
        };
        AgeRowDto: {
            /** @description Equal slices of the token space, from the smallest token */
            cells: components["schemas"]["AgeCellDto"][];
            gcGraceSeconds: number;
            keyspace: string;
            table: string;
        };
        ApiTokenDto: {
            /**
             * Format: date-time
             * @example 2026-07-01T12:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-09-29T12:00:00.000Z
             */
            expiresAt: string;
            /**
             * @description Id of the token
             * @example 9f3c5a7e1b2d4c6f8a0b1c2d
             */
            id: string;
            /**
             * Format: date-time
             * @description Hour of the last use
             * @example 2026-07-02T03:00:00.000Z
             */
            lastUsedAt?: string;
            /**
             * @description What the token is for
             * @example nightly repair
             */
            name: string;
            /**
             * @description User that made it
             * @example anna
             */
            owner: string;
            /**
             * @description Whether it was revoked before
             * @example false
             */
            revoked: boolean;
            /** @example operator */
            role: components["schemas"]["Role"];
        };
        ApiTokenListDto: {
            items: components["schemas"]["ApiTokenDto"][];
        };
        AuditEntryDto: {
            /**
             * @description Operation id
             * @example createRun
             */
            action: string;
            /**
             * @description User, `token:<id>`, `oidc:<name>`, or `anonymous`
             * @example anna
             */
            actor: string;
            /**
             * @description Address of the client
             * @example 10.0.1.17
             */
            address: string;
            /**
             * Format: date-time
             * @example 2026-07-01T12:00:00.000Z
             */
            at: string;
            /**
             * @description Id of the request in the log of the sidecar
             * @example 7f3a91c2-0000-4000-8000-000000000001
             */
            requestId: string;
            /**
             * @description HTTP status of the answer
             * @example 201
             */
            status: number;
            /**
             * @description Path that was called
             * @example /api/v1/runs
             */
            target: string;
        };
        AuditPageDto: {
            items: components["schemas"]["AuditEntryDto"][];
            /** @description Pass it as `cursor` for the next page; absent on the last one */
            nextCursor?: string;
        };
        /**
         * @description How the caller was recognised
         * @enum {string}
         */
        CallerKind: "anonymous" | "user" | "api-token" | "oidc";
        ChangeIntensityDto: {
            /**
             * @description New intensity
             * @example 0.5
             */
            intensity: number;
        };
        ChangePasswordDto: {
            /**
             * Format: password
             * @description The present password
             * @example harbour-Lynx-31-moss
             */
            currentPassword: string;
            /**
             * Format: password
             * @description At least 12 characters, not the user name, not made of common words
             * @example tangerine-Okapi-58-lamp
             */
            newPassword: string;
        };
        ChangeUserDto: {
            /**
             * @description Whether the user is kept out; ends all sessions and API tokens
             * @example false
             */
            disabled?: boolean;
            /**
             * Format: password
             * @description New password; ends all sessions of the user
             * @example harbour-Lynx-31-moss
             */
            password?: string;
            /**
             * @description New role
             * @example operator
             */
            role?: components["schemas"]["Role"];
        };
        ClusterDto: {
            /** @description Unfinished runs */
            activeRuns: number;
            /** @description Host id of the node beside the sidecar that answered */
            answeredBy?: string;
            datacenters: components["schemas"]["DatacenterDto"][];
            /** @description Absent while nobody leads */
            leader?: components["schemas"]["LeaderDto"];
            /** @example production */
            name: string;
            nodes: number;
            /** @example org.apache.cassandra.dht.Murmur3Partitioner */
            partitioner: string;
            /** @description More than one: the nodes disagree. Empty: unknown. */
            schemaVersions: string[];
            /** @description Nodes that gossip calls up */
            up: number;
        };
        /** @enum {string} */
        CommandState: "starting" | "running" | "cancelling";
        /** @enum {string} */
        ComponentHealth: "ready" | "starting" | "failing";
        ComponentStateDto: {
            /**
             * @description What is waited for or what failed
             * @example connected to 127.0.0.1:9042
             */
            detail: string;
            state: components["schemas"]["ComponentHealth"];
        };
        ComponentsDto: {
            /** @description Who may use the API */
            access: components["schemas"]["ComponentStateDto"];
            /** @description CQL of the own node */
            cql: components["schemas"]["ComponentStateDto"];
            /** @description JMX of the own node */
            jmx: components["schemas"]["ComponentStateDto"];
            /** @description Leads, or watches who leads */
            leader: components["schemas"]["ComponentStateDto"];
            /** @description Place as the only sidecar beside the node */
            lock: components["schemas"]["ComponentStateDto"];
            /** @description Keyspace of the sidecars */
            schema: components["schemas"]["ComponentStateDto"];
            /** @description Executes repairs on the own node */
            worker: components["schemas"]["ComponentStateDto"];
        };
        CreateApiTokenDto: {
            /**
             * @description Days until it expires
             * @default 90
             * @example 90
             */
            days?: number;
            /**
             * @description What the token is for
             * @example nightly repair
             */
            name: string;
            /**
             * @description What the token may do, and never more than its owner
             * @default viewer
             * @example operator
             */
            role?: components["schemas"]["Role"];
        };
        CreateRunDto: {
            /**
             * @description Why, for people
             * @default
             */
            cause?: string;
            /**
             * @description Who, for people
             * @default api
             */
            createdBy?: string;
            /** @description Only replicas in these datacenters take part. Left out: all. */
            datacenters?: string[];
            /** @description Tables to leave out */
            excludeTables?: string[];
            /**
             * @description Leave out tables that compact by time windows (TimeWindowCompactionStrategy, DateTieredCompactionStrategy), named ones too: what a repair streams lands in new windows and delays the expiry of old ones. When nothing is left the request is refused.
             * @default false
             */
            excludeTimeWindowTables?: boolean;
            /** @description Only nodes with these host ids take part. Left out: all. */
            hostIds?: string[];
            /**
             * @description Share of time a node repairs: after d seconds of repair it rests d·(1/intensity − 1) seconds
             * @default 1
             */
            intensity?: number;
            /**
             * @description Tables that one repair command handles at once
             * @default 1
             */
            jobThreads?: number;
            /**
             * @description Keyspace to repair
             * @example shop
             */
            keyspace: string;
            /**
             * @description Tries of a segment before it counts as failed
             * @default 3
             */
            maxAttempts?: number;
            /**
             * @description `full` compares all data. `incremental` and `subrange-incremental` compare what was never repaired and mark it as repaired: the first with one command for every node, the second in pieces like `full`. Both need Cassandra 4.0 and all replicas, so neither goes with `datacenters` or `hostIds`.
             * @default full
             */
            mode?: components["schemas"]["RepairMode"];
            /**
             * @description Whether replicas validate all at once, one after the other, or one per datacenter at a time; the latter two work on snapshots in mode `full`
             * @default parallel
             */
            parallelism?: components["schemas"]["Parallelism"];
            /** @description Compare only and change nothing: `all` finds what a full repair would stream, `unrepaired` what an incremental one would, `repaired` whether replicas differ in what counts as repaired. Left out: repair. Needs Cassandra 4.0 and mode `full`. */
            preview?: components["schemas"]["PreviewKind"];
            /**
             * @description Runs of higher priority get free nodes first
             * @default 50
             */
            priority?: number;
            /** @description Most bytes of one copy of the data in a segment, about. Not together with `segments`. */
            segmentSizeBytes?: number;
            /**
             * @description A segment that runs longer is cancelled and tried again, in milliseconds
             * @default 1800000
             */
            segmentTimeoutMs?: number;
            /** @description Number of segments in all. Left out, and without `segmentSizeBytes`: chosen from the size of the data. */
            segments?: number;
            /**
             * @description Tables to repair. Left out: every table of the keyspace, views excepted. An empty list is refused.
             * @example [
             *       "orders"
             *     ]
             */
            tables?: string[];
        };
        CreateUserDto: {
            /**
             * @description Name of the user
             * @example ben
             */
            name: string;
            /**
             * Format: password
             * @description At least 12 characters, not the user name, not made of common words
             * @example harbour-Lynx-31-moss
             */
            password: string;
            /**
             * @description What the user may do
             * @default viewer
             * @example viewer
             */
            role?: components["schemas"]["Role"];
        };
        CreatedApiTokenDto: {
            /**
             * Format: date-time
             * @example 2026-07-01T12:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-09-29T12:00:00.000Z
             */
            expiresAt: string;
            /**
             * @description Id of the token
             * @example 9f3c5a7e1b2d4c6f8a0b1c2d
             */
            id: string;
            /**
             * Format: date-time
             * @description Hour of the last use
             * @example 2026-07-02T03:00:00.000Z
             */
            lastUsedAt?: string;
            /**
             * @description What the token is for
             * @example nightly repair
             */
            name: string;
            /**
             * @description User that made it
             * @example anna
             */
            owner: string;
            /**
             * @description Whether it was revoked before
             * @example false
             */
            revoked: boolean;
            /** @example operator */
            role: components["schemas"]["Role"];
            /**
             * @description The token itself; nobody can see it again
             * @example rst_9f3c5a7e1b2d4c6f8a0b1c2d_...
             */
            token: string;
        };
        DatacenterDto: {
            /** @example dc1 */
            name: string;
            nodes: number;
            racks: string[];
            /** @description Nodes that gossip calls up */
            up: number;
        };
        DecisionDto: {
            /**
             * Format: date-time
             * @description By the clock of the sidecar that decided
             */
            at: string;
            /** @description Reason code */
            code?: string;
            /** @example A replica is down: 10.0.1.3:7000 */
            detail: string;
            /** @description Host id beside the sidecar that decided */
            hostId?: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["DecisionKind"];
            /** Format: uuid */
            runId?: string;
        };
        /** @enum {string} */
        DecisionKind: "LEADING" | "NOT_LEADING" | "RUN_CHANGED" | "RUN_ENDED" | "WAITING" | "GOING_ON" | "RELEASED" | "HELD" | "HOLD_ENDED" | "HOST_FORGOTTEN";
        DecisionPageDto: {
            items: components["schemas"]["DecisionDto"][];
            /** @description Absent on the last page; a page before it may be short or empty */
            nextCursor?: string;
        };
        DiskSpaceDto: {
            /**
             * @description Data directory of the node
             * @example /var/lib/cassandra/data
             */
            directory: string;
            freeBytes: number;
            /** @description Share of what may be used, 0 to 100 */
            freePercent: number;
        };
        /** @enum {string} */
        FailureCode: "REPAIR_FAILED" | "REPLICA_DOWN" | "SEGMENT_TIMEOUT" | "ABORTED" | "NODE_RESTARTED" | "UNKNOWN_OUTCOME" | "RELEASED_WITHOUT_PROOF" | "START_REFUSED" | "RANGE_MOVED" | "KEYSPACE_GONE" | "TABLE_GONE" | "NOT_COVERED" | "NOT_POSSIBLE";
        HeldBackDto: {
            code: components["schemas"]["ReasonCode"];
            /** @description What was seen: names, figures */
            evidence: string;
            /** @description Replica set that waits; empty: the whole run waits */
            replicas: string[];
            /** Format: uuid */
            runId: string;
            /** Format: date-time */
            since: string;
            /** @example A replica is down */
            title: string;
        };
        KeyspaceDto: {
            name: string;
            /** @description Whether a repair could compare anything: more than one replica, and tables */
            repairable: boolean;
            /** @example NetworkTopologyStrategy */
            replicationClass: string;
            /**
             * @description Replicas by datacenter, or under "" for SimpleStrategy
             * @example {
             *       "dc1": 3
             *     }
             */
            replicationFactors: {
                [key: string]: number;
            };
            tables: components["schemas"]["TableDto"][];
        };
        KeyspaceListDto: {
            items: components["schemas"]["KeyspaceDto"][];
        };
        LeaderDto: {
            /**
             * @description Why it took over
             * @example no leader before
             */
            cause: string;
            /** Format: uuid */
            hostId: string;
            /** Format: date-time */
            since: string;
        };
        LivenessDto: {
            /** @enum {string} */
            status: "alive";
        };
        LoginDto: {
            /**
             * @description Programs get the tokens in the answer; browsers get them in cookies that scripts cannot read.
             * @default token
             * @example token
             * @enum {string}
             */
            kind?: "token" | "cookie";
            /**
             * Format: password
             * @description Password
             * @example tangerine-Okapi-58-lamp
             */
            password: string;
            /**
             * @description Name of the user
             * @example anna
             */
            user: string;
        };
        MeDto: {
            /**
             * @description How the caller was recognised
             * @example user
             */
            kind: components["schemas"]["CallerKind"];
            /**
             * @description Name in the audit trail
             * @example anna
             */
            name: string;
            /**
             * @description What the caller may do
             * @example operator
             */
            role: components["schemas"]["Role"];
        };
        NodeDto: {
            /** @example 10.0.1.3:7000 */
            address: string;
            datacenter: string;
            /** Format: uuid */
            hostId: string;
            /** @description Bytes on disk, where known */
            loadBytes?: number;
            rack: string;
            /** @description Cassandra version, where known */
            releaseVersion?: string;
            state: components["schemas"]["NodeState"];
            /** @description Number of tokens */
            tokens: number;
            /** @description As gossip of the asked node tells */
            up: boolean;
        };
        NodeListDto: {
            items: components["schemas"]["NodeDto"][];
        };
        /** @enum {string} */
        NodeState: "NORMAL" | "JOINING" | "LEAVING" | "MOVING";
        OtherStreamsDto: {
            plans: number;
            /**
             * @description As Cassandra calls them
             * @example Bootstrap, Bulk Load
             */
            purposes: string;
        };
        /**
         * @description Whether replicas validate all at once, one after the other, or one per datacenter at a time; the latter two work on snapshots in mode `full`
         * @enum {string}
         */
        Parallelism: "parallel" | "sequential" | "datacenter-aware";
        PlannedReplicaSetDto: {
            /** @description Host ids */
            replicas: string[];
            /** @description Share of the ring, 0 to 1 */
            ringShare: number;
            segments: number;
        };
        /**
         * @description Compare only and change nothing: `all` finds what a full repair would stream, `unrepaired` what an incremental one would, `repaired` whether replicas differ in what counts as repaired. Left out: repair. Needs Cassandra 4.0 and mode `full`.
         * @enum {string}
         */
        PreviewKind: "all" | "unrepaired" | "repaired";
        /**
         * @description Stable code for programs
         * @enum {string}
         */
        ProblemCode: "VALIDATION_FAILED" | "INVALID_JSON" | "JSON_TOO_DEEP" | "BAD_REQUEST" | "INVALID_CURSOR" | "INVALID_TOKEN" | "INVALID_RANGE" | "UNAUTHENTICATED" | "LOGIN_FAILED" | "FORBIDDEN" | "NO_USER_YET" | "CSRF_HEADER_MISSING" | "FORBIDDEN_ORIGIN" | "SIGNATURE_INVALID" | "NOT_FOUND" | "UNKNOWN_USER" | "UNKNOWN_API_TOKEN" | "UNKNOWN_RUN" | "UNKNOWN_SEGMENT" | "USER_EXISTS" | "LAST_OPERATOR" | "TOO_MANY_ENTRIES" | "CHANGED_MEANWHILE" | "UNIT_BUSY" | "RUN_FINISHED" | "RUN_ABORTING" | "RUN_NOT_FINISHED" | "EDIT_CONFLICT" | "IDEMPOTENCY_IN_FLIGHT" | "VERSION_MISMATCH" | "BODY_TOO_LARGE" | "URI_TOO_LONG" | "UNSUPPORTED_MEDIA_TYPE" | "WEAK_PASSWORD" | "INVALID_USER_NAME" | "UNKNOWN_KEYSPACE" | "UNKNOWN_TABLE" | "UNKNOWN_DATACENTER" | "UNKNOWN_HOST_ID" | "KEYSPACE_NOT_REPLICATED" | "NOTHING_TO_REPAIR" | "UNSUPPORTED_MODE" | "TOO_MANY_SEGMENTS" | "ESTIMATES_MISSING" | "INPUT_TOO_LARGE" | "INVALID_REQUEST" | "UNSUPPORTED_PARTITIONER" | "START_REFUSED" | "IDEMPOTENCY_KEY_REUSED" | "TOO_MANY_LOGINS" | "TOO_MANY_REQUESTS" | "INTERNAL_ERROR" | "STORE_REFUSED" | "UNREADABLE_BODY" | "STORE_UNAVAILABLE" | "UNKNOWN_OUTCOME" | "NODE_UNREACHABLE" | "RING_UNREADABLE" | "RING_GAP" | "RING_OVERLAP" | "UNKNOWN_REPLICA";
        ProblemDto: {
            /** @description Stable code for programs */
            code: components["schemas"]["ProblemCode"];
            /**
             * @description What happened here, why, and what to do
             * @example Run 7f… repairs these tables
             */
            detail: string;
            /** @description Every wrong place of an invalid request */
            errors?: components["schemas"]["RequestMistakeDto"][];
            /**
             * @description Path of that run
             * @example /api/v1/runs/7f…
             */
            link?: string;
            /** @description Id of this request in the log of the sidecar */
            requestId: string;
            /**
             * Format: uuid
             * @description Run that the problem is about
             */
            runId?: string;
            /**
             * @description HTTP status
             * @example 409
             */
            status: number;
            /**
             * @description The kind of problem in words
             * @example A run repairs these tables already
             */
            title: string;
            /**
             * Format: uri-reference
             * @description Page about this kind of problem, relative to the address of the sidecar
             * @example /problems/unit-busy
             */
            type: string;
        };
        RangeAgeDto: {
            /** Format: date-time */
            deadline?: string;
            /** @example 0 */
            end: string;
            /** @description What its replica set waits for */
            heldBackBy: components["schemas"]["HeldBackDto"][];
            /**
             * Format: date-time
             * @description Absent: no repair is known
             */
            lastRepairedAt?: string;
            /** @description Host ids */
            replicas: string[];
            /**
             * @description (start, end] in decimal tokens
             * @example -9223372036854775808
             */
            start: string;
        };
        ReadinessDto: {
            components: components["schemas"]["ComponentsDto"];
            status: components["schemas"]["ReadinessStatus"];
        };
        /** @enum {string} */
        ReadinessStatus: "ready" | "not-ready";
        /**
         * @description normal: goes away by itself; attention: somebody can speed it up; blocked: somebody must act
         * @enum {string}
         */
        ReasonClass: "normal" | "attention" | "blocked";
        /** @enum {string} */
        ReasonCode: "NO_LEADER" | "LEADER_TAKING_OVER" | "LEADER_LOOKS_SOON" | "RUN_PAUSED" | "RUN_ABORTING" | "REPLICA_BUSY" | "INCREMENTAL_ELSEWHERE" | "NODE_RESTING" | "LIST_NOT_STARTED" | "RETRY_LATER" | "NO_LIVE_SIDECAR" | "HOST_NOT_OPEN" | "FENCE_UNWRITABLE" | "IN_DOUBT" | "REPLICA_DOWN" | "NODE_NOT_NORMAL" | "FOREIGN_REPAIR" | "PENDING_COMPACTIONS" | "DISK_HEADROOM" | "OTHER_STREAMS" | "HINTS_PENDING" | "CANCEL_WAITS" | "PRESSURE_UNKNOWN" | "SCHEMA_DISAGREEMENT" | "MIXED_VERSIONS" | "NODE_UNREACHABLE" | "STORAGE_UNREACHABLE" | "STORAGE_REPLICATION_CHANGED" | "TIMESTAMP_GUARDRAIL" | "RING_CHANGED" | "PROTOCOL_UNSUPPORTED" | "TOPOLOGY_UNKNOWN";
        ReasonDto: {
            /** @description normal: goes away by itself; attention: somebody can speed it up; blocked: somebody must act */
            class: components["schemas"]["ReasonClass"];
            code: components["schemas"]["ReasonCode"];
            /** @description What was seen */
            evidence: string;
            /** @description What can be done */
            remedy: string;
            /** @description Host ids of the replica set that waits; empty: the whole run */
            replicas: string[];
            /** Format: date-time */
            since: string;
            title: string;
            /**
             * Format: date-time
             * @description Earliest time of a change by itself
             */
            until?: string;
        };
        RefreshDto: {
            /**
             * @description Refresh token of the last answer; absent in a browser, which has it in a cookie
             * @example rsr_0123456789abcdef0123456789abcdef_...
             */
            refreshToken?: string;
        };
        RepairAgeDto: {
            /** @description Age of the oldest range, seconds */
            ageSeconds?: number;
            /**
             * Format: date-time
             * @description Until when the oldest range must be repaired again
             */
            deadline?: string;
            /** @description Deadline of every range after its repair */
            gcGraceSeconds: number;
            /** @description What unfinished runs of the table wait for, at most 20 */
            heldBackBy: components["schemas"]["HeldBackDto"][];
            /** @example shop */
            keyspace: string;
            /**
             * Format: date-time
             * @description Start of the last repair of the oldest range; absent when part of the table was never repaired
             */
            lastRepairedAt?: string;
            /** @description Share of the ring of which no repair is known */
            neverRepairedShare: number;
            /** @description `never`: of some range no repair is known. `overdue`: the oldest range is older than gc_grace. `warning`: less than a quarter of gc_grace is left. */
            state: components["schemas"]["RepairAgeState"];
            /** @example carts */
            table: string;
        };
        RepairAgePageDto: {
            items: components["schemas"]["RepairAgeDto"][];
            /** @description Absent on the last page */
            nextCursor?: string;
        };
        /**
         * @description Repair age against gc_grace, as in getRepairAge; absent where nothing can be repaired
         * @enum {string}
         */
        RepairAgeState: "ok" | "warning" | "overdue" | "never";
        /**
         * @description `full` compares all data. `incremental` and `subrange-incremental` compare what was never repaired and mark it as repaired: the first with one command for every node, the second in pieces like `full`. Both need Cassandra 4.0 and all replicas, so neither goes with `datacenters` or `hostIds`.
         * @enum {string}
         */
        RepairMode: "full" | "incremental" | "subrange-incremental";
        RequestMistakeDto: {
            /**
             * @description What is wrong there
             * @example must not be greater than 1, got 2
             */
            message: string;
            /**
             * @description Place in the body, or name of the parameter
             * @example intensity
             */
            path: string;
        };
        /**
         * @description What the user may do
         * @enum {string}
         */
        Role: "viewer" | "operator";
        RotateKeysDto: {
            /**
             * @description Whether session tokens of the older keys are refused at once. Sessions go on with their refresh tokens.
             * @default false
             * @example false
             */
            discardOlder?: boolean;
        };
        RunDifferencesDto: {
            /** @description Bytes that a repair would stream, as Cassandra estimates */
            bytes: number;
            /** @description Ranges that a repair would stream, as Cassandra counts them */
            ranges: number;
            /** @description Segments in which replicas differ */
            segments: number;
        };
        RunDto: {
            /**
             * Format: date-time
             * @description When the leader last wrote the progress
             */
            asOf?: string;
            cause: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description Datacenters that take part; empty: all */
            datacenters: string[];
            /** @description Of a preview: what it found so far. All zero at the end: the replicas agree. */
            differences?: components["schemas"]["RunDifferencesDto"];
            /** Format: date-time */
            endedAt?: string;
            /** @description Failed segments of an ended run, at most 100 */
            failedSegments?: number[];
            /** @description How the last attempt of each of them failed */
            failures?: components["schemas"]["RunFailureDto"][];
            /** @description Nodes that take part; empty: all */
            hostIds: string[];
            /** Format: uuid */
            id: string;
            /** @description Share of time a node repairs */
            intensity: number;
            jobThreads: number;
            /** @example shop */
            keyspace: string;
            maxAttempts: number;
            /** @description How it ended, in words */
            message?: string;
            mode: components["schemas"]["RepairMode"];
            parallelism: components["schemas"]["Parallelism"];
            /** @description Kind of preview; absent for a repair */
            preview?: components["schemas"]["PreviewKind"];
            priority: number;
            /** @description Time of all successful segments added up */
            repairMs: number;
            /**
             * Format: uuid
             * @description The ended run of which it repairs a segment once more
             */
            replayOf?: string;
            segmentTimeoutMs: number;
            segments: components["schemas"]["RunProgressDto"];
            /** @description Version of what is wanted; rises with every change. Absent when the run is over. */
            specVersion?: number;
            /**
             * Format: date-time
             * @description Start of the first segment
             */
            startedAt?: string;
            state: components["schemas"]["RunState"];
            /**
             * @example [
             *       "orders"
             *     ]
             */
            tables: string[];
            /** @description Replica sets that wait; `explainRun` tells why */
            waiting: number;
        };
        RunExplanationDto: {
            /**
             * Format: date-time
             * @description When the leader last looked
             */
            asOf?: string;
            /** @description Why parts of the run wait, worst first */
            reasons: components["schemas"]["ReasonDto"][];
            /** @description Sidecars that start nothing although they have work */
            sidecars: components["schemas"]["WaitingSidecarDto"][];
            state: components["schemas"]["RunState"];
            /** @description One sentence */
            summary: string;
        };
        RunFailureDto: {
            /** @description Number of the last attempt */
            attempt: number;
            code: components["schemas"]["FailureCode"];
            message: string;
            /** @description Number of the segment in the plan */
            seq: number;
        };
        RunPageDto: {
            items: components["schemas"]["RunDto"][];
            /** @description Cursor of the next page; absent on the last one */
            nextCursor?: string;
        };
        RunPlanDto: {
            /**
             * Format: uuid
             * @description Unfinished run of the same unit; `createRun` would be refused
             */
            busyWith?: string;
            /** @description Share of the ring that the estimates cover, 0 to 1 */
            estimateCoverage: number;
            /** @description Bytes of one copy of the data, where known */
            estimatedBytes?: number;
            /** @description Partitions, where known */
            estimatedPartitions?: number;
            keyspace: string;
            mode: components["schemas"]["RepairMode"];
            parallelism: components["schemas"]["Parallelism"];
            /** @description Kind of preview; absent for a repair */
            preview?: components["schemas"]["PreviewKind"];
            /** @description Number of replica sets */
            replicaSetCount: number;
            /** @description Replica sets, those with most segments first; at most 500 */
            replicaSets: components["schemas"]["PlannedReplicaSetDto"][];
            /** @description Number of segments */
            segments: number;
            tables: string[];
            /** @description Ranges with fewer than two participants, which are left out */
            unreplicatedRanges: number;
        };
        RunProgressDto: {
            /** @description Repaired */
            done: number;
            /** @description Given up after all attempts */
            failed: number;
            /** @description Neither over nor running */
            pending: number;
            /** @description Running now */
            running: number;
            /** @description Cassandra had nothing to do */
            skipped: number;
            /** @description Segments in all */
            total: number;
        };
        /** @enum {string} */
        RunState: "NOT_STARTED" | "RUNNING" | "PAUSED" | "ABORTING" | "DONE" | "FAILED" | "ABORTED";
        RunningCommandDto: {
            /** Format: uuid */
            runId: string;
            seq: number;
            /** Format: date-time */
            since: string;
            state: components["schemas"]["CommandState"];
        };
        SegmentDifferencesDto: {
            /** @description Bytes that a repair would stream, as Cassandra estimates */
            bytes: number;
            /** @description Ranges that a repair would stream, as Cassandra counts them */
            ranges: number;
            /** @description Tables that differ, at most 50 */
            tables: components["schemas"]["TableDifferencesDto"][];
        };
        SegmentDto: {
            /** @description Number of the last attempt */
            attempt?: number;
            /** @description Segments it was split into */
            children?: number[];
            /** @description Number of the repair command on its node */
            commandNumber?: number;
            /** @description Host id of the node that ran or runs it */
            coordinator?: string;
            /** @description What a preview found */
            differences?: components["schemas"]["SegmentDifferencesDto"];
            durationMs?: number;
            /** Format: date-time */
            endedAt?: string;
            /** @description Of one copy of the data, where known */
            estimatedBytes?: number;
            /** @description Where known */
            estimatedPartitions?: number;
            /** @description How the last attempt failed */
            failure?: components["schemas"]["SegmentFailureDto"];
            ranges: components["schemas"]["TokenRangeDto"][];
            /** @description Host ids of the nodes that take part */
            replicas: string[];
            /** @description Share of the ring, 0 to 1 */
            ringShare: number;
            /** @description Number in the plan, from 0 */
            seq: number;
            /** @description Parent repair session in the log of Cassandra */
            sessionId?: string;
            /** Format: date-time */
            startedAt?: string;
            state: components["schemas"]["SegmentState"];
        };
        SegmentFailureDto: {
            code: components["schemas"]["FailureCode"];
            message: string;
        };
        SegmentPageDto: {
            items: components["schemas"]["SegmentDto"][];
            /** @description Cursor of the next page; absent on the last one */
            nextCursor?: string;
        };
        /** @enum {string} */
        SegmentState: "PENDING" | "RUNNING" | "DONE" | "SKIPPED" | "FAILED" | "SPLIT";
        SessionDto: {
            /**
             * @description For `Authorization: Bearer`; not with cookies
             * @example eyJhbGciOiJIUzI1NiJ9...
             */
            accessToken?: string;
            /**
             * Format: date-time
             * @description When the session token expires
             * @example 2026-07-01T12:05:00.000Z
             */
            expiresAt: string;
            /**
             * @description For one refresh; not with cookies
             * @example rsr_0123456789abcdef0123456789abcdef_...
             */
            refreshToken?: string;
            /**
             * @description What the user may do
             * @example operator
             */
            role: components["schemas"]["Role"];
            /**
             * Format: date-time
             * @description Without a refresh the session ends then
             * @example 2026-07-02T00:00:00.000Z
             */
            sessionExpiresAt: string;
            /**
             * @description Name of the user
             * @example anna
             */
            user: string;
        };
        SidecarDto: {
            /** @example 10.0.1.3:7000 */
            address: string;
            /** @description Whether its last report is as recent as it promised, by the clock of the answering sidecar */
            alive: boolean;
            /** @description Base URL */
            apiUrl?: string;
            cassandraVersion?: string;
            /** @description Segment it works on */
            current?: components["schemas"]["RunningCommandDto"];
            datacenter: string;
            /** @description Data directory with the least space; absent when the sidecar does not see the files of its node */
            disk?: components["schemas"]["DiskSpaceDto"];
            /** @description A repair of somebody else on its node */
            foreignRepair?: string;
            /** @description Nodes that hints are being sent to */
            hintDeliveries?: number;
            /** @description Files of hints for nodes that are up, 4.1+ */
            hintFiles?: number;
            /** Format: uuid */
            hostId: string;
            leader: boolean;
            /** @description Why its node cannot be reached */
            nodeUnreachable?: string;
            /** @description Streams that are not of repair */
            otherStreams?: components["schemas"]["OtherStreamsDto"];
            pendingCompactions?: number;
            rack: string;
            /** Format: date-time */
            reportedAt?: string;
            /** @description Whether it has ever reported */
            seen: boolean;
            /** Format: date-time */
            startedAt?: string;
            /** @description Version of the sidecar */
            version?: string;
            /** @description Why it starts nothing although it has work */
            waiting?: string;
        };
        SidecarListDto: {
            items: components["schemas"]["SidecarDto"][];
        };
        SigningKeyDto: {
            /**
             * Format: date-time
             * @example 2026-07-01T12:00:00.000Z
             */
            createdAt: string;
            /**
             * @description Id of the key that signs from now on
             * @example 9f3c5a7e1b2d4c6f8a0b1c2d
             */
            id: string;
        };
        TableDifferencesDto: {
            bytes: number;
            ranges: number;
            table: string;
        };
        TableDto: {
            /**
             * @description Compaction strategy
             * @example SizeTieredCompactionStrategy
             */
            compaction: string;
            gcGraceSeconds: number;
            /**
             * Format: date-time
             * @description Start of the last repair of the oldest range; absent when part of the table was never repaired
             */
            lastRepairedAt?: string;
            name: string;
            /** @description Repair age against gc_grace, as in getRepairAge; absent where nothing can be repaired */
            repairAge?: components["schemas"]["RepairAgeState"];
        };
        TableRepairAgeDto: {
            /** @description Age of the oldest range, seconds */
            ageSeconds?: number;
            /**
             * Format: date-time
             * @description Until when the oldest range must be repaired again
             */
            deadline?: string;
            /** @description Deadline of every range after its repair */
            gcGraceSeconds: number;
            /** @description What unfinished runs of the table wait for, at most 20 */
            heldBackBy: components["schemas"]["HeldBackDto"][];
            /** @example shop */
            keyspace: string;
            /**
             * Format: date-time
             * @description Start of the last repair of the oldest range; absent when part of the table was never repaired
             */
            lastRepairedAt?: string;
            /** @description Share of the ring of which no repair is known */
            neverRepairedShare: number;
            /** @description For more ranges; absent on the last page */
            nextCursor?: string;
            /** @description Ranges by ring and age, oldest first */
            ranges: components["schemas"]["RangeAgeDto"][];
            /** @description `never`: of some range no repair is known. `overdue`: the oldest range is older than gc_grace. `warning`: less than a quarter of gc_grace is left. */
            state: components["schemas"]["RepairAgeState"];
            /** @example carts */
            table: string;
        };
        TokenRangeDto: {
            /**
             * @description Inclusive, decimal
             * @example -4611686018427387905
             */
            end: string;
            /**
             * @description Exclusive, decimal
             * @example -9223372036854775808
             */
            start: string;
        };
        UserDto: {
            /**
             * Format: date-time
             * @example 2026-07-01T12:00:00.000Z
             */
            createdAt: string;
            /**
             * @description Who created the user
             * @example anna
             */
            createdBy: string;
            /**
             * @description Whether the user is kept out
             * @example false
             */
            disabled: boolean;
            /**
             * @description Name of the user
             * @example ben
             */
            name: string;
            /**
             * Format: date-time
             * @example 2026-07-01T12:00:00.000Z
             */
            passwordChangedAt: string;
            /**
             * @description What the user may do
             * @example viewer
             */
            role: components["schemas"]["Role"];
        };
        UserListDto: {
            items: components["schemas"]["UserDto"][];
        };
        VersionDto: {
            /** @example reaper-sidecar */
            name: string;
            /**
             * @description Version of Node.js
             * @example 20.20.2
             */
            node: string;
            /** @example 0.1.0 */
            version: string;
        };
        WaitingSidecarDto: {
            /** @description Code of its reason */
            code: string;
            detail: string;
            /** Format: uuid */
            hostId: string;
            /** Format: date-time */
            since: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "createdAt": "2026-07-01T12:00:00.000Z",
                     *           "expiresAt": "2026-09-29T12:00:00.000Z",
                     *           "id": "9f3c5a7e1b2d4c6f8a0b1c2d",
                     *           "lastUsedAt": "2026-07-02T03:00:00.000Z",
                     *           "name": "nightly repair",
                     *           "owner": "anna",
                     *           "revoked": false,
                     *           "role": "operator"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApiTokenListDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    createApiToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": 90,
                 *       "name": "nightly repair",
                 *       "role": "operator"
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiTokenDto"];
            };
        };
        responses: {
            /** @description The token */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-07-01T12:00:00.000Z",
                     *       "expiresAt": "2026-09-29T12:00:00.000Z",
                     *       "id": "9f3c5a7e1b2d4c6f8a0b1c2d",
                     *       "lastUsedAt": "2026-07-02T03:00:00.000Z",
                     *       "name": "nightly repair",
                     *       "owner": "anna",
                     *       "revoked": false,
                     *       "role": "operator",
                     *       "token": "rst_9f3c5a7e1b2d4c6f8a0b1c2d_..."
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiTokenDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    revokeApiToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the token */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Most items of the answer */
                limit?: number;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the trail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "action": "createRun",
                     *           "actor": "anna",
                     *           "address": "10.0.1.17",
                     *           "at": "2026-07-01T12:00:00.000Z",
                     *           "requestId": "7f3a91c2-0000-4000-8000-000000000001",
                     *           "status": 201,
                     *           "target": "/api/v1/runs"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    rotateSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "discardOlder": false
                 *     }
                 */
                "application/json": components["schemas"]["RotateKeysDto"];
            };
        };
        responses: {
            /** @description The new key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-07-01T12:00:00.000Z",
                     *       "id": "9f3c5a7e1b2d4c6f8a0b1c2d"
                     *     }
                     */
                    "application/json": components["schemas"]["SigningKeyDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "token",
                 *       "password": "tangerine-Okapi-58-lamp",
                 *       "user": "anna"
                 *     }
                 */
                "application/json": components["schemas"]["LoginDto"];
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJIUzI1NiJ9...",
                     *       "expiresAt": "2026-07-01T12:05:00.000Z",
                     *       "refreshToken": "rsr_0123456789abcdef0123456789abcdef_...",
                     *       "role": "operator",
                     *       "sessionExpiresAt": "2026-07-02T00:00:00.000Z",
                     *       "user": "anna"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "user",
                     *       "name": "anna",
                     *       "role": "operator"
                     *     }
                     */
                    "application/json": components["schemas"]["MeDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "harbour-Lynx-31-moss",
                 *       "newPassword": "tangerine-Okapi-58-lamp"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description The new session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJIUzI1NiJ9...",
                     *       "expiresAt": "2026-07-01T12:05:00.000Z",
                     *       "refreshToken": "rsr_0123456789abcdef0123456789abcdef_...",
                     *       "role": "operator",
                     *       "sessionExpiresAt": "2026-07-02T00:00:00.000Z",
                     *       "user": "anna"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "rsr_0123456789abcdef0123456789abcdef_..."
                 *     }
                 */
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJIUzI1NiJ9...",
                     *       "expiresAt": "2026-07-01T12:05:00.000Z",
                     *       "refreshToken": "rsr_0123456789abcdef0123456789abcdef_...",
                     *       "role": "operator",
                     *       "sessionExpiresAt": "2026-07-02T00:00:00.000Z",
                     *       "user": "anna"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    revokeOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions are over */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getCluster: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cluster */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "activeRuns": 1,
                     *       "datacenters": [
                     *         {
                     *           "name": "dc1",
                     *           "nodes": 1,
                     *           "racks": [
                     *             "text"
                     *           ],
                     *           "up": 1
                     *         }
                     *       ],
                     *       "name": "production",
                     *       "nodes": 1,
                     *       "partitioner": "org.apache.cassandra.dht.Murmur3Partitioner",
                     *       "schemaVersions": [
                     *         "text"
                     *       ],
                     *       "up": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ClusterDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                /** @description Most items of the answer */
                limit?: number;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string;
                /** @description Not older than this. Default: a day ago */
                since?: string;
                /** @description Not newer than this. Default: now */
                until?: string;
                /** @description Only decisions about this run */
                runId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of decisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-03-01T06:30:00.000Z",
                     *           "detail": "A replica is down: 10.0.1.3:7000",
                     *           "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *           "kind": "LEADING"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionPageDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description `id` of the last event received; browsers send it by themselves */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: q3v0Zk1c8QxW2mT9.u7RkY2nD4sLw1HfB
                     *     event: run
                     *     data: {"runId":"5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64","state":"RUNNING"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listKeyspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keyspaces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "text",
                     *           "repairable": false,
                     *           "replicationClass": "NetworkTopologyStrategy",
                     *           "replicationFactors": {
                     *             "dc1": 3
                     *           },
                     *           "tables": [
                     *             {
                     *               "compaction": "SizeTieredCompactionStrategy",
                     *               "gcGraceSeconds": 1,
                     *               "name": "text"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KeyspaceListDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getKeyspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the keyspace */
                keyspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keyspace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "text",
                     *       "repairable": false,
                     *       "replicationClass": "NetworkTopologyStrategy",
                     *       "replicationFactors": {
                     *         "dc1": 3
                     *       },
                     *       "tables": [
                     *         {
                     *           "compaction": "SizeTieredCompactionStrategy",
                     *           "gcGraceSeconds": 1,
                     *           "name": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["KeyspaceDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listNodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nodes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "address": "10.0.1.3:7000",
                     *           "datacenter": "text",
                     *           "hostId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *           "rack": "text",
                     *           "state": "NORMAL",
                     *           "tokens": 1,
                     *           "up": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["NodeListDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getNode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Host id of the node */
                hostId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The node */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "10.0.1.3:7000",
                     *       "datacenter": "text",
                     *       "hostId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "rack": "text",
                     *       "state": "NORMAL",
                     *       "tokens": 1,
                     *       "up": false
                     *     }
                     */
                    "application/json": components["schemas"]["NodeDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getRepairAge: {
        parameters: {
            query?: {
                /** @description Most items of the answer */
                limit?: number;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string;
                /** @description Only tables of this keyspace */
                keyspace?: string;
                /** @description Only tables in this state */
                state?: components["schemas"]["RepairAgeState"];
                /** @description Only tables whose `keyspace.table` contains this text */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tables */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "gcGraceSeconds": 1,
                     *           "heldBackBy": [
                     *             {
                     *               "code": "NO_LEADER",
                     *               "evidence": "text",
                     *               "replicas": [],
                     *               "runId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *               "since": "2026-03-01T06:30:00.000Z",
                     *               "title": "A replica is down"
                     *             }
                     *           ],
                     *           "keyspace": "shop",
                     *           "neverRepairedShare": 0,
                     *           "state": "ok",
                     *           "table": "carts"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RepairAgePageDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getRepairAgeMap: {
        parameters: {
            query?: {
                /** @description Most items of the answer */
                limit?: number;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string;
                /** @description Only tables of this keyspace */
                keyspace?: string;
                /** @description Only tables in this state */
                state?: components["schemas"]["RepairAgeState"];
                /** @description Only tables whose `keyspace.table` contains this text */
                q?: string;
                /** @description Slices of the token space */
                buckets?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tables */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cells": [
                     *             {
                     *               "repairedShare": 0
                     *             }
                     *           ],
                     *           "gcGraceSeconds": 1,
                     *           "keyspace": "text",
                     *           "table": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AgeMapDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getTableRepairAge: {
        parameters: {
            query?: {
                /** @description Most items of the answer */
                limit?: number;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Name of the keyspace */
                keyspace: string;
                /** @description Name of the table */
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table with a page of its ranges */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "gcGraceSeconds": 1,
                     *       "heldBackBy": [
                     *         {
                     *           "code": "NO_LEADER",
                     *           "evidence": "text",
                     *           "replicas": [
                     *             "text"
                     *           ],
                     *           "runId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *           "since": "2026-03-01T06:30:00.000Z",
                     *           "title": "A replica is down"
                     *         }
                     *       ],
                     *       "keyspace": "shop",
                     *       "neverRepairedShare": 0,
                     *       "ranges": [
                     *         {
                     *           "end": "0",
                     *           "heldBackBy": [
                     *             {
                     *               "code": "NO_LEADER",
                     *               "evidence": "text",
                     *               "replicas": [],
                     *               "runId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *               "since": "2026-03-01T06:30:00.000Z",
                     *               "title": "A replica is down"
                     *             }
                     *           ],
                     *           "replicas": [
                     *             "text"
                     *           ],
                     *           "start": "-9223372036854775808"
                     *         }
                     *       ],
                     *       "state": "ok",
                     *       "table": "carts"
                     *     }
                     */
                    "application/json": components["schemas"]["TableRepairAgeDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Most items of the answer */
                limit?: number;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cause": "text",
                     *           "createdAt": "2026-03-01T06:30:00.000Z",
                     *           "createdBy": "text",
                     *           "datacenters": [
                     *             "text"
                     *           ],
                     *           "hostIds": [
                     *             "text"
                     *           ],
                     *           "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *           "intensity": 1,
                     *           "jobThreads": 1,
                     *           "keyspace": "shop",
                     *           "maxAttempts": 1,
                     *           "mode": "full",
                     *           "parallelism": "parallel",
                     *           "priority": 1,
                     *           "repairMs": 1,
                     *           "segmentTimeoutMs": 1,
                     *           "segments": {
                     *             "done": 1,
                     *             "failed": 1,
                     *             "pending": 1,
                     *             "running": 1,
                     *             "skipped": 1,
                     *             "total": 1
                     *           },
                     *           "state": "NOT_STARTED",
                     *           "tables": [
                     *             "orders"
                     *           ],
                     *           "waiting": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunPageDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    createRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, new for every new request. A repeated request with the same key gets the answer of the first for a day, through any sidecar. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keyspace": "shop",
                 *       "tables": [
                 *         "orders"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateRunDto"];
            };
        };
        responses: {
            /** @description The run exists */
            201: {
                headers: {
                    /**
                     * @description Send it as `If-Match` with a change, or as `If-None-Match` to read only what is new
                     * @example "3-Zk1c0v8QxW2mT9aB"
                     */
                    ETag?: string;
                    /**
                     * @description Path of the run
                     * @example /api/v1/runs/5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cause": "text",
                     *       "createdAt": "2026-03-01T06:30:00.000Z",
                     *       "createdBy": "text",
                     *       "datacenters": [
                     *         "text"
                     *       ],
                     *       "hostIds": [
                     *         "text"
                     *       ],
                     *       "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "intensity": 1,
                     *       "jobThreads": 1,
                     *       "keyspace": "shop",
                     *       "maxAttempts": 1,
                     *       "mode": "full",
                     *       "parallelism": "parallel",
                     *       "priority": 1,
                     *       "repairMs": 1,
                     *       "segmentTimeoutMs": 1,
                     *       "segments": {
                     *         "done": 1,
                     *         "failed": 1,
                     *         "pending": 1,
                     *         "running": 1,
                     *         "skipped": 1,
                     *         "total": 1
                     *       },
                     *       "state": "NOT_STARTED",
                     *       "tables": [
                     *         "orders"
                     *       ],
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    planRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keyspace": "shop",
                 *       "tables": [
                 *         "orders"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateRunDto"];
            };
        };
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "estimateCoverage": 1,
                     *       "keyspace": "text",
                     *       "mode": "full",
                     *       "parallelism": "parallel",
                     *       "replicaSetCount": 1,
                     *       "replicaSets": [
                     *         {
                     *           "replicas": [
                     *             "text"
                     *           ],
                     *           "ringShare": 1,
                     *           "segments": 1
                     *         }
                     *       ],
                     *       "segments": 1,
                     *       "tables": [
                     *         "text"
                     *       ],
                     *       "unreplicatedRanges": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunPlanDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that the caller has; 304 when it is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    /**
                     * @description Send it as `If-Match` with a change, or as `If-None-Match` to read only what is new
                     * @example "3-Zk1c0v8QxW2mT9aB"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cause": "text",
                     *       "createdAt": "2026-03-01T06:30:00.000Z",
                     *       "createdBy": "text",
                     *       "datacenters": [
                     *         "text"
                     *       ],
                     *       "hostIds": [
                     *         "text"
                     *       ],
                     *       "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "intensity": 1,
                     *       "jobThreads": 1,
                     *       "keyspace": "shop",
                     *       "maxAttempts": 1,
                     *       "mode": "full",
                     *       "parallelism": "parallel",
                     *       "priority": 1,
                     *       "repairMs": 1,
                     *       "segmentTimeoutMs": 1,
                     *       "segments": {
                     *         "done": 1,
                     *         "failed": 1,
                     *         "pending": 1,
                     *         "running": 1,
                     *         "skipped": 1,
                     *         "total": 1
                     *       },
                     *       "state": "NOT_STARTED",
                     *       "tables": [
                     *         "orders"
                     *       ],
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description Nothing changed since the answer with that ETag */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    deleteRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, new for every new request. A repeated request with the same key gets the answer of the first for a day, through any sidecar. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    abortRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the state that the change is based on; 412 when others changed it since. Left out: any. */
                "If-Match"?: string;
                /** @description Chosen by the caller, new for every new request. A repeated request with the same key gets the answer of the first for a day, through any sidecar. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run is being aborted */
            200: {
                headers: {
                    /**
                     * @description Send it as `If-Match` with a change, or as `If-None-Match` to read only what is new
                     * @example "3-Zk1c0v8QxW2mT9aB"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cause": "text",
                     *       "createdAt": "2026-03-01T06:30:00.000Z",
                     *       "createdBy": "text",
                     *       "datacenters": [
                     *         "text"
                     *       ],
                     *       "hostIds": [
                     *         "text"
                     *       ],
                     *       "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "intensity": 1,
                     *       "jobThreads": 1,
                     *       "keyspace": "shop",
                     *       "maxAttempts": 1,
                     *       "mode": "full",
                     *       "parallelism": "parallel",
                     *       "priority": 1,
                     *       "repairMs": 1,
                     *       "segmentTimeoutMs": 1,
                     *       "segments": {
                     *         "done": 1,
                     *         "failed": 1,
                     *         "pending": 1,
                     *         "running": 1,
                     *         "skipped": 1,
                     *         "total": 1
                     *       },
                     *       "state": "NOT_STARTED",
                     *       "tables": [
                     *         "orders"
                     *       ],
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Others changed it since the version in `If-Match`; read it again and decide anew */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VERSION_MISMATCH",
                     *       "detail": "Others changed it since it was read",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 412,
                     *       "title": "Others changed it since it was read",
                     *       "type": "/problems/version-mismatch"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    streamRunEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description `id` of the last event received; browsers send it by themselves */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: q3v0Zk1c8QxW2mT9.u7RkY2nD4sLw1HfB
                     *     event: run
                     *     data: {"runId":"5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64","state":"RUNNING"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    explainRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reasons": [
                     *         {
                     *           "class": "normal",
                     *           "code": "NO_LEADER",
                     *           "evidence": "text",
                     *           "remedy": "text",
                     *           "replicas": [
                     *             "text"
                     *           ],
                     *           "since": "2026-03-01T06:30:00.000Z",
                     *           "title": "text"
                     *         }
                     *       ],
                     *       "sidecars": [
                     *         {
                     *           "code": "text",
                     *           "detail": "text",
                     *           "hostId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *           "since": "2026-03-01T06:30:00.000Z"
                     *         }
                     *       ],
                     *       "state": "NOT_STARTED",
                     *       "summary": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["RunExplanationDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    changeRunIntensity: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the state that the change is based on; 412 when others changed it since. Left out: any. */
                "If-Match"?: string;
                /** @description Chosen by the caller, new for every new request. A repeated request with the same key gets the answer of the first for a day, through any sidecar. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "intensity": 0.5
                 *     }
                 */
                "application/json": components["schemas"]["ChangeIntensityDto"];
            };
        };
        responses: {
            /** @description The intensity is changed */
            200: {
                headers: {
                    /**
                     * @description Send it as `If-Match` with a change, or as `If-None-Match` to read only what is new
                     * @example "3-Zk1c0v8QxW2mT9aB"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cause": "text",
                     *       "createdAt": "2026-03-01T06:30:00.000Z",
                     *       "createdBy": "text",
                     *       "datacenters": [
                     *         "text"
                     *       ],
                     *       "hostIds": [
                     *         "text"
                     *       ],
                     *       "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "intensity": 1,
                     *       "jobThreads": 1,
                     *       "keyspace": "shop",
                     *       "maxAttempts": 1,
                     *       "mode": "full",
                     *       "parallelism": "parallel",
                     *       "priority": 1,
                     *       "repairMs": 1,
                     *       "segmentTimeoutMs": 1,
                     *       "segments": {
                     *         "done": 1,
                     *         "failed": 1,
                     *         "pending": 1,
                     *         "running": 1,
                     *         "skipped": 1,
                     *         "total": 1
                     *       },
                     *       "state": "NOT_STARTED",
                     *       "tables": [
                     *         "orders"
                     *       ],
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Others changed it since the version in `If-Match`; read it again and decide anew */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VERSION_MISMATCH",
                     *       "detail": "Others changed it since it was read",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 412,
                     *       "title": "Others changed it since it was read",
                     *       "type": "/problems/version-mismatch"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    pauseRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the state that the change is based on; 412 when others changed it since. Left out: any. */
                "If-Match"?: string;
                /** @description Chosen by the caller, new for every new request. A repeated request with the same key gets the answer of the first for a day, through any sidecar. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run is paused */
            200: {
                headers: {
                    /**
                     * @description Send it as `If-Match` with a change, or as `If-None-Match` to read only what is new
                     * @example "3-Zk1c0v8QxW2mT9aB"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cause": "text",
                     *       "createdAt": "2026-03-01T06:30:00.000Z",
                     *       "createdBy": "text",
                     *       "datacenters": [
                     *         "text"
                     *       ],
                     *       "hostIds": [
                     *         "text"
                     *       ],
                     *       "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "intensity": 1,
                     *       "jobThreads": 1,
                     *       "keyspace": "shop",
                     *       "maxAttempts": 1,
                     *       "mode": "full",
                     *       "parallelism": "parallel",
                     *       "priority": 1,
                     *       "repairMs": 1,
                     *       "segmentTimeoutMs": 1,
                     *       "segments": {
                     *         "done": 1,
                     *         "failed": 1,
                     *         "pending": 1,
                     *         "running": 1,
                     *         "skipped": 1,
                     *         "total": 1
                     *       },
                     *       "state": "NOT_STARTED",
                     *       "tables": [
                     *         "orders"
                     *       ],
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Others changed it since the version in `If-Match`; read it again and decide anew */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VERSION_MISMATCH",
                     *       "detail": "Others changed it since it was read",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 412,
                     *       "title": "Others changed it since it was read",
                     *       "type": "/problems/version-mismatch"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    resumeRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the state that the change is based on; 412 when others changed it since. Left out: any. */
                "If-Match"?: string;
                /** @description Chosen by the caller, new for every new request. A repeated request with the same key gets the answer of the first for a day, through any sidecar. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run goes on */
            200: {
                headers: {
                    /**
                     * @description Send it as `If-Match` with a change, or as `If-None-Match` to read only what is new
                     * @example "3-Zk1c0v8QxW2mT9aB"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cause": "text",
                     *       "createdAt": "2026-03-01T06:30:00.000Z",
                     *       "createdBy": "text",
                     *       "datacenters": [
                     *         "text"
                     *       ],
                     *       "hostIds": [
                     *         "text"
                     *       ],
                     *       "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "intensity": 1,
                     *       "jobThreads": 1,
                     *       "keyspace": "shop",
                     *       "maxAttempts": 1,
                     *       "mode": "full",
                     *       "parallelism": "parallel",
                     *       "priority": 1,
                     *       "repairMs": 1,
                     *       "segmentTimeoutMs": 1,
                     *       "segments": {
                     *         "done": 1,
                     *         "failed": 1,
                     *         "pending": 1,
                     *         "running": 1,
                     *         "skipped": 1,
                     *         "total": 1
                     *       },
                     *       "state": "NOT_STARTED",
                     *       "tables": [
                     *         "orders"
                     *       ],
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Others changed it since the version in `If-Match`; read it again and decide anew */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VERSION_MISMATCH",
                     *       "detail": "Others changed it since it was read",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 412,
                     *       "title": "Others changed it since it was read",
                     *       "type": "/problems/version-mismatch"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listSegments: {
        parameters: {
            query?: {
                /** @description Most items of the answer */
                limit?: number;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string;
                /** @description Only segments in this state. A filtered page may hold fewer items than `limit`, even none. */
                state?: components["schemas"]["SegmentState"];
                /** @description Only segments in which the node of this host id takes part */
                node?: string;
            };
            header?: never;
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of segments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "ranges": [
                     *             {
                     *               "end": "-4611686018427387905",
                     *               "start": "-9223372036854775808"
                     *             }
                     *           ],
                     *           "replicas": [
                     *             "text"
                     *           ],
                     *           "ringShare": 1,
                     *           "seq": 1,
                     *           "state": "PENDING"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SegmentPageDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    replaySegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run */
                runId: string;
                /** @description Number of the segment in the plan */
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unfinished run repairs it again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cause": "text",
                     *       "createdAt": "2026-03-01T06:30:00.000Z",
                     *       "createdBy": "text",
                     *       "datacenters": [
                     *         "text"
                     *       ],
                     *       "hostIds": [
                     *         "text"
                     *       ],
                     *       "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "intensity": 1,
                     *       "jobThreads": 1,
                     *       "keyspace": "shop",
                     *       "maxAttempts": 1,
                     *       "mode": "full",
                     *       "parallelism": "parallel",
                     *       "priority": 1,
                     *       "repairMs": 1,
                     *       "segmentTimeoutMs": 1,
                     *       "segments": {
                     *         "done": 1,
                     *         "failed": 1,
                     *         "pending": 1,
                     *         "running": 1,
                     *         "skipped": 1,
                     *         "total": 1
                     *       },
                     *       "state": "NOT_STARTED",
                     *       "tables": [
                     *         "orders"
                     *       ],
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description A new run repairs it */
            201: {
                headers: {
                    /** @description Path of the new run */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cause": "text",
                     *       "createdAt": "2026-03-01T06:30:00.000Z",
                     *       "createdBy": "text",
                     *       "datacenters": [
                     *         "text"
                     *       ],
                     *       "hostIds": [
                     *         "text"
                     *       ],
                     *       "id": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "intensity": 1,
                     *       "jobThreads": 1,
                     *       "keyspace": "shop",
                     *       "maxAttempts": 1,
                     *       "mode": "full",
                     *       "parallelism": "parallel",
                     *       "priority": 1,
                     *       "repairMs": 1,
                     *       "segmentTimeoutMs": 1,
                     *       "segments": {
                     *         "done": 1,
                     *         "failed": 1,
                     *         "pending": 1,
                     *         "running": 1,
                     *         "skipped": 1,
                     *         "total": 1
                     *       },
                     *       "state": "NOT_STARTED",
                     *       "tables": [
                     *         "orders"
                     *       ],
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listSidecars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sidecars */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "address": "10.0.1.3:7000",
                     *           "alive": false,
                     *           "datacenter": "text",
                     *           "hostId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *           "leader": false,
                     *           "rack": "text",
                     *           "seen": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SidecarListDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "createdAt": "2026-07-01T12:00:00.000Z",
                     *           "createdBy": "anna",
                     *           "disabled": false,
                     *           "name": "ben",
                     *           "passwordChangedAt": "2026-07-01T12:00:00.000Z",
                     *           "role": "viewer"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["UserListDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "ben",
                 *       "password": "harbour-Lynx-31-moss",
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": components["schemas"]["CreateUserDto"];
            };
        };
        responses: {
            /** @description The user exists */
            201: {
                headers: {
                    /** @description Path of the user */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-07-01T12:00:00.000Z",
                     *       "createdBy": "anna",
                     *       "disabled": false,
                     *       "name": "ben",
                     *       "passwordChangedAt": "2026-07-01T12:00:00.000Z",
                     *       "role": "viewer"
                     *     }
                     */
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the user */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-07-01T12:00:00.000Z",
                     *       "createdBy": "anna",
                     *       "disabled": false,
                     *       "name": "ben",
                     *       "passwordChangedAt": "2026-07-01T12:00:00.000Z",
                     *       "role": "viewer"
                     *     }
                     */
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the user */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the user */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "disabled": false,
                 *       "password": "harbour-Lynx-31-moss",
                 *       "role": "operator"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeUserDto"];
            };
        };
        responses: {
            /** @description The changed user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-07-01T12:00:00.000Z",
                     *       "createdBy": "anna",
                     *       "disabled": false,
                     *       "name": "ben",
                     *       "passwordChangedAt": "2026-07-01T12:00:00.000Z",
                     *       "role": "viewer"
                     *     }
                     */
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "USER_EXISTS",
                     *       "detail": "There is such a user already",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 409,
                     *       "title": "There is such a user already",
                     *       "type": "/problems/user-exists"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "WEAK_PASSWORD",
                     *       "detail": "The password is too weak",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 422,
                     *       "title": "The password is too weak",
                     *       "type": "/problems/weak-password"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    revokeUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the user */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions are over */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There are no credentials, or they are not valid any more */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNAUTHENTICATED",
                     *       "detail": "You are not logged in",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 401,
                     *       "title": "You are not logged in",
                     *       "type": "/problems/unauthenticated"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "NOT_FOUND",
                     *       "detail": "There is nothing here",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 404,
                     *       "title": "There is nothing here",
                     *       "type": "/problems/not-found"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "BODY_TOO_LARGE",
                     *       "detail": "The body is too large",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 413,
                     *       "title": "The body is too large",
                     *       "type": "/problems/body-too-large"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "UNSUPPORTED_MEDIA_TYPE",
                     *       "detail": "The body is not JSON",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 415,
                     *       "title": "The body is not JSON",
                     *       "type": "/problems/unsupported-media-type"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "INTERNAL_ERROR",
                     *       "detail": "The sidecar failed",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 500,
                     *       "title": "The sidecar failed",
                     *       "type": "/problems/internal-error"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "STORE_UNAVAILABLE",
                     *       "detail": "The keyspace of the sidecars cannot be reached",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 503,
                     *       "title": "The keyspace of the sidecars cannot be reached",
                     *       "type": "/problems/store-unavailable"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "alive"
                     *     }
                     */
                    "application/json": components["schemas"]["LivenessDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every part works */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "components": {
                     *         "access": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "cql": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "jmx": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "leader": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "lock": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "schema": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "worker": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         }
                     *       },
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description At least one part does not work */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "components": {
                     *         "access": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "cql": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "jmx": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "leader": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "lock": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "schema": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         },
                     *         "worker": {
                     *           "detail": "connected to 127.0.0.1:9042",
                     *           "state": "ready"
                     *         }
                     *       },
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "text/plain": string;
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "reaper-sidecar",
                     *       "node": "20.20.2",
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": components["schemas"]["VersionDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "VALIDATION_FAILED",
                     *       "detail": "The request is not valid",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 400,
                     *       "title": "The request is not valid",
                     *       "type": "/problems/validation-failed"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The caller may not do this; `code` and `detail` tell why */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FORBIDDEN",
                     *       "detail": "You may not do this",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 403,
                     *       "title": "You may not do this",
                     *       "type": "/problems/forbidden"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Path and query are too long */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "URI_TOO_LONG",
                     *       "detail": "The path is too long",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 414,
                     *       "title": "The path is too long",
                     *       "type": "/problems/uri-too-long"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "TOO_MANY_LOGINS",
                     *       "detail": "Too many logins",
                     *       "requestId": "5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64",
                     *       "status": 429,
                     *       "title": "Too many logins",
                     *       "type": "/problems/too-many-logins"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
}
