package testserver;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The JDK's own client reading every attribute of every MBean: one line "name, tab, attribute, tab, value" each, then
 * "END", once for every line on standard input. Arguments: port, pattern. The text of values is that of canonical-value.ts.
 */
public class AttributeDump {
    public static void main(String[] args) throws Exception {
        String url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + args[0] + "/jmxrmi";
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(url))) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            out.println("READY");
            out.flush();
            while (in.readLine() != null) {
                for (ObjectName name : new TreeSet<>(server.queryNames(new ObjectName(args[1]), null))) dump(server, name, out);
                out.println("END");
                out.flush();
            }
        }
    }

    private static void dump(MBeanServerConnection server, ObjectName name, PrintStream out) throws Exception {
        List<String> readable = new ArrayList<>();
        for (MBeanAttributeInfo info : server.getMBeanInfo(name).getAttributes()) {
            if (info.isReadable()) readable.add(info.getName());
        }
        for (Object attribute : server.getAttributes(name, readable.toArray(new String[0]))) {
            Attribute a = (Attribute) attribute;
            out.println(name.getCanonicalName() + "\t" + a.getName() + "\t" + text(a.getValue()));
        }
    }

    private static String text(Object value) {
        if (value == null) return "null";
        if (value instanceof Boolean) return value.toString();
        if (value instanceof Long || value instanceof java.math.BigInteger || value instanceof java.util.concurrent.atomic.AtomicLong) return value + "n";
        if (value instanceof Number) return String.format("%016x", Double.doubleToLongBits(((Number) value).doubleValue()));
        if (value instanceof Enum) return quoted(((Enum<?>) value).name());
        if (value instanceof Date) return "date " + ((Date) value).getTime();
        if (value instanceof ObjectName) return "name " + quoted(((ObjectName) value).getCanonicalName());
        if (value instanceof InetAddress) return quoted(((InetAddress) value).getHostAddress());
        if (value instanceof String || value instanceof Character || value instanceof UUID) return quoted(value.toString());
        return composite(value);
    }

    private static String composite(Object value) {
        if (value instanceof CompositeData) {
            CompositeData data = (CompositeData) value;
            return sorted(data.getCompositeType().keySet().stream().map(key -> quoted(key) + "=" + text(data.get(key))).collect(Collectors.toList()));
        }
        if (value instanceof TabularData) return list(((TabularData) value).values());
        if (value instanceof Map) return sorted(((Map<?, ?>) value).entrySet().stream().map(e -> text(e.getKey()) + "=" + text(e.getValue())).collect(Collectors.toList()));
        if (value instanceof Set) return sorted(((Set<?>) value).stream().map(AttributeDump::text).collect(Collectors.toList()));
        if (value instanceof Collection) return list((Collection<?>) value);
        if (value instanceof byte[]) return bytes((byte[]) value);
        if (value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) elements.add(Array.get(value, i));
            return list(elements);
        }
        return "opaque " + value.getClass().getName();
    }

    private static String list(Collection<?> values) {
        return values.stream().map(AttributeDump::text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String sorted(List<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static String bytes(byte[] bytes) {
        StringBuilder text = new StringBuilder("bytes ");
        for (byte b : bytes) text.append(String.format("%02x", b));
        return text.toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            int at = "\b\f\n\r\t\"\\".indexOf(c);
            if (at >= 0) out.append('\\').append("bfnrt\"\\".charAt(at));
            else if (c < 0x20) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }
}
