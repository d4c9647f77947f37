import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.MBeanServerConnection;
import javax.management.NotificationFilterSupport;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The client of the JDK with the same orders as jmx-node-client.ts: a line "what count" on standard input, answered by a line of
 * so many durations in milliseconds. Argument: port.
 */
public class BenchClient {
    private static final ObjectName NAME = name();
    private static final String[] ALL = new String[1_000];
    private static final String[] TEXT = {"java.lang.String"};
    private static final String TICK = "bench.java";
    private static JMXServiceURL url;
    private static MBeanServerConnection server;
    private static final LinkedBlockingQueue<Long> delays = new LinkedBlockingQueue<>();

    private interface Step {
        Object run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Arrays.setAll(ALL, i -> "A" + i);
        url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + args[0] + "/jmxrmi");
        try (JMXConnector connector = JMXConnectorFactory.connect(url)) {
            server = connector.getMBeanServerConnection();
            server.getAttribute(NAME, "A0");
            System.out.println("READY");
            NotificationFilterSupport own = new NotificationFilterSupport();
            own.enableType(TICK);
            server.addNotificationListener(NAME, (n, h) -> delays.add(System.nanoTime() - n.getSequenceNumber()), own, null);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] order = line.split(" ");
                double[] durations = measure(order[0], Integer.parseInt(order[1]));
                System.out.println(Arrays.stream(durations).mapToObj(Double::toString).collect(Collectors.joining(" ")));
            }
        }
    }

    private static double[] measure(String what, int count) throws Exception {
        double[] durations = new double[count];
        for (int i = 0; i < count; i++) durations[i] = once(what);
        return durations;
    }

    private static double once(String what) throws Exception {
        switch (what) {
            case "getAttribute": return timed(() -> server.getAttribute(NAME, "A1"));
            case "getAttributes": return timed(() -> server.getAttributes(NAME, ALL));
            case "invoke": return timed(() -> server.invoke(NAME, "echo", new Object[] {"x"}, TEXT));
            case "connect": return connect();
            case "notification": return notificationDelay();
            default: throw new IllegalArgumentException(what);
        }
    }

    private static double timed(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double connect() throws Exception {
        JMXConnector connector = JMXConnectorFactory.newJMXConnector(url, null);
        double duration = timed(() -> { connector.connect(); return null; });
        connector.close();
        return duration;
    }

    private static double notificationDelay() throws Exception {
        server.invoke(NAME, "emit", new Object[] {TICK}, TEXT);
        return delays.poll(10, TimeUnit.SECONDS) / 1e6;
    }

    private static ObjectName name() {
        try {
            return new ObjectName("bench:type=Wide");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
