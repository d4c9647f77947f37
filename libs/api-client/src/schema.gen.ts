// Generated from openapi.json by generate.mjs. Do not edit.

export interface paths {
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
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream changes
         * @description Server-sent events: `run` with `{runId, state}` when a run changed, `cluster` with `{}` when nodes or the leader changed, `heartbeat` with `{}` every 5 s. An event says what to read again.
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
        ChangeIntensityDto: {
            /**
             * @description New intensity
             * @example 0.5
             */
            intensity: number;
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
             * @description Kind of repair. Only `full` is supported at present; others are answered with 422.
             * @default full
             */
            mode?: components["schemas"]["RepairMode"];
            /**
             * @description Whether replicas validate all at once, one after the other, or one per datacenter at a time
             * @default parallel
             */
            parallelism?: components["schemas"]["Parallelism"];
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
        DatacenterDto: {
            /** @example dc1 */
            name: string;
            nodes: number;
            racks: string[];
            /** @description Nodes that gossip calls up */
            up: number;
        };
        /** @enum {string} */
        FailureCode: "REPAIR_FAILED" | "REPLICA_DOWN" | "SEGMENT_TIMEOUT" | "ABORTED" | "NODE_RESTARTED" | "UNKNOWN_OUTCOME" | "RELEASED_WITHOUT_PROOF" | "START_REFUSED" | "RANGE_MOVED" | "KEYSPACE_GONE" | "TABLE_GONE";
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
        /**
         * @description Whether replicas validate all at once, one after the other, or one per datacenter at a time
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
         * @description Stable code for programs
         * @enum {string}
         */
        ProblemCode: "VALIDATION_FAILED" | "INVALID_JSON" | "BAD_REQUEST" | "INVALID_CURSOR" | "INVALID_TOKEN" | "INVALID_RANGE" | "FORBIDDEN_ORIGIN" | "SIGNATURE_INVALID" | "NOT_FOUND" | "UNKNOWN_RUN" | "UNIT_BUSY" | "RUN_FINISHED" | "RUN_ABORTING" | "RUN_NOT_FINISHED" | "EDIT_CONFLICT" | "BODY_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "UNKNOWN_KEYSPACE" | "UNKNOWN_TABLE" | "UNKNOWN_DATACENTER" | "UNKNOWN_HOST_ID" | "KEYSPACE_NOT_REPLICATED" | "NOTHING_TO_REPAIR" | "UNSUPPORTED_MODE" | "TOO_MANY_SEGMENTS" | "ESTIMATES_MISSING" | "INPUT_TOO_LARGE" | "INVALID_REQUEST" | "UNSUPPORTED_PARTITIONER" | "START_REFUSED" | "TOO_MANY_REQUESTS" | "INTERNAL_ERROR" | "STORE_REFUSED" | "UNREADABLE_BODY" | "STORE_UNAVAILABLE" | "UNKNOWN_OUTCOME" | "NODE_UNREACHABLE" | "RING_UNREADABLE" | "RING_GAP" | "RING_OVERLAP" | "UNKNOWN_REPLICA";
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
             * @description URI of the kind of problem
             * @example urn:reaper-sidecar:problem:unit-busy
             */
            type: string;
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
        ReasonCode: "NO_LEADER" | "LEADER_TAKING_OVER" | "RUN_PAUSED" | "RUN_ABORTING" | "REPLICA_BUSY" | "NODE_RESTING" | "RETRY_LATER" | "NO_LIVE_SIDECAR" | "HOST_NOT_OPEN" | "FENCE_UNWRITABLE" | "IN_DOUBT" | "REPLICA_DOWN" | "NODE_NOT_NORMAL" | "FOREIGN_REPAIR" | "PENDING_COMPACTIONS" | "PRESSURE_UNKNOWN" | "SCHEMA_DISAGREEMENT" | "MIXED_VERSIONS" | "NODE_UNREACHABLE" | "STORAGE_UNREACHABLE" | "RING_CHANGED" | "PROTOCOL_UNSUPPORTED" | "TOPOLOGY_UNKNOWN";
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
        /**
         * @description Kind of repair. Only `full` is supported at present; others are answered with 422.
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
            /** Format: date-time */
            endedAt?: string;
            /** @description Failed segments of an ended run, at most 100 */
            failedSegments?: number[];
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
            priority: number;
            /** @description Time of all successful segments added up */
            repairMs: number;
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
        SegmentDto: {
            /** @description Number of the last attempt */
            attempt?: number;
            /** @description Segments it was split into */
            children?: number[];
            /** @description Number of the repair command on its node */
            commandNumber?: number;
            /** @description Host id of the node that ran or runs it */
            coordinator?: string;
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
            /** @description A repair of somebody else on its node */
            foreignRepair?: string;
            /** Format: uuid */
            hostId: string;
            leader: boolean;
            /** @description Why its node cannot be reached */
            nodeUnreachable?: string;
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
        TableDto: {
            /**
             * @description Compaction strategy
             * @example SizeTieredCompactionStrategy
             */
            compaction: string;
            gcGraceSeconds: number;
            name: string;
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
                    "application/json": components["schemas"]["ClusterDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: never;
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
                    "text/event-stream": string;
                };
            };
            /** @description Too many requests; try again after `Retry-After` seconds */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["KeyspaceListDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["KeyspaceDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["NodeListDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["NodeDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["RunPageDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    createRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRunDto"];
            };
        };
        responses: {
            /** @description The run exists */
            201: {
                headers: {
                    /** @description Path of the run */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["RunPlanDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getRun: {
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
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    deleteRun: {
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
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    abortRun: {
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
            /** @description The run is being aborted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["RunExplanationDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    changeRunIntensity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeIntensityDto"];
            };
        };
        responses: {
            /** @description The intensity is changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body has more than 256 KiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    pauseRun: {
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
            /** @description The run is paused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    resumeRun: {
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
            /** @description The run goes on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The present state does not allow it; `code` and `detail` tell why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["SegmentPageDto"];
                };
            };
            /** @description The request is not valid; `errors` names every wrong place */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description There is nothing of that id or name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["SidecarListDto"];
                };
            };
            /** @description The sidecar failed; its log has the details under `requestId` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "application/json": components["schemas"]["LivenessDto"];
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
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
            /** @description At least one part does not work */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
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
                    "text/plain": string;
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
                    "application/json": components["schemas"]["VersionDto"];
                };
            };
        };
    };
}
