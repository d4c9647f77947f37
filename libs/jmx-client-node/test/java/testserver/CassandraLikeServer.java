package testserver;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.RMIServerSocketFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.JMXAuthenticator;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.management.remote.rmi.RMIJRMPServerImpl;
import javax.rmi.ssl.SslRMIClientSocketFactory;
import javax.rmi.ssl.SslRMIServerSocketFactory;

/**
 * A connector set up the way Apache Cassandra does it: a registry of its own that answers null for unknown names, and
 * objects that are exported permanently. Arguments: registry port, object port, then any of
 * local, ssl, mtls, wrapped-authentication, short-timeout, collectable (objects live only as long as a client holds a
 * lease on them, and garbage is collected all the time).
 */
public class CassandraLikeServer {
    static class LoopbackFactory implements RMIServerSocketFactory {
        public ServerSocket createServerSocket(int port) throws IOException {
            return new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LoopbackFactory;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    static class Registry extends sun.rmi.registry.RegistryImpl {
        Remote stub;

        Registry(int port, RMIClientSocketFactory client, RMIServerSocketFactory server) throws RemoteException {
            super(port, client, server);
        }

        @Override
        public Remote lookup(String name) {
            return "jmxrmi".equals(name) ? stub : null;
        }
    }

    private static void collectGarbage() {
        Thread thread = new Thread(() -> {
            while (true) {
                System.gc();
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        int objectPort = Integer.parseInt(args[1]);
        List<String> modes = Arrays.asList(args).subList(2, args.length);
        Map<String, Object> env = new HashMap<>();
        RMIClientSocketFactory client = null;
        RMIServerSocketFactory server = new LoopbackFactory();
        if (modes.contains("ssl") || modes.contains("mtls")) {
            client = new SslRMIClientSocketFactory();
            server = new SslRMIServerSocketFactory(null, null, modes.contains("mtls"));
            env.put(RMIConnectorServer.RMI_CLIENT_SOCKET_FACTORY_ATTRIBUTE, client);
        }
        env.put(RMIConnectorServer.RMI_SERVER_SOCKET_FACTORY_ATTRIBUTE, server);
        if (modes.contains("collectable")) {
            env.put("jmx.remote.x.server.connection.timeout", Long.MAX_VALUE);
            collectGarbage();
        } else {
            env.put("jmx.remote.x.daemon", "true");
        }
        env.put("jmx.remote.rmi.server.credential.types", new String[] {String[].class.getName(), String.class.getName()});
        if (modes.contains("short-timeout")) env.put("jmx.remote.x.server.connection.timeout", 1500L);
        if (modes.contains("wrapped-authentication")) {
            env.put(JMXConnectorServer.AUTHENTICATOR, (JMXAuthenticator) credentials -> {
                throw new RuntimeException(new SecurityException("Authentication failed! Invalid username or password"));
            });
        }
        Registry registry = new Registry(port, client, server);
        RMIJRMPServerImpl connector = new RMIJRMPServerImpl(objectPort, client, server, env);
        MBeanServer mbeans = ManagementFactory.getPlatformMBeanServer();
        new RMIConnectorServer(new JMXServiceURL("rmi", null, objectPort), env, connector, mbeans).start();
        registry.stub = connector.toStub();
        mbeans.registerMBean(new Emitter(), new ObjectName("test:type=Emitter"));
        System.out.println("READY");
        System.out.flush();
        Thread.sleep(Long.MAX_VALUE);
    }
}
