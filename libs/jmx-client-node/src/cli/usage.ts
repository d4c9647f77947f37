export const USAGE = `Usage: jmx [options] <command> …

  list [pattern]                       names of MBeans, all without a pattern
  info <mbean>                         attributes, operations and notifications of an MBean
  get <mbean> [attribute…]             attribute values, all readable ones without a name
  set <mbean> <attribute> <value>      set an attribute; value is JSON, or else text
  invoke <mbean> <operation> [arg…]    run an operation; arguments are JSON, or else text
  watch <mbean>                        print notifications until interrupted

Where
  -c, --connect <host:port | URL>      registry, or service:jmx:rmi:///jndi/rmi://host:port/jmxrmi  [localhost:7199]
      --rmi-host <host>                host of the connector object  [the host connected to]
      --rmi-port <port>                port of the connector object  [the advertised one]
      --advertised-host                use the host the server advertises
Who
  -u, --user <name>                    user; the password is asked for
      --password-file <file>           take the password from a file (its first line)
TLS
      --tls                            use TLS
      --ca <file>                      authorities to trust, PEM (implies --tls)
      --cert <file> --key <file>       client certificate and key, PEM (imply --tls)
      --plain-registry                 only the connector speaks TLS, not the registry
      --insecure                       accept any certificate
How
  -o, --output table|json              form of the output  [table]
      --signature <type,type…>         Java types of the arguments, when the operation is overloaded
      --types <prefix,prefix…>         watch: only notifications whose type starts so
      --count <n>                      watch: stop after so many
      --timeout <ms>                   limit for a call  [60000]
  -h, --help      -V, --version

Exit status: 0 done, 1 the server or the connection failed, 2 wrong usage.
`;
