package testserver;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** A JVM whose own JMX agent is switched on by system properties. */
public class AgentServer {
    public static void main(String[] args) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        server.registerMBean(new Emitter(), new ObjectName("test:type=Emitter"));
        server.registerMBean(new Stats(), new ObjectName("test:type=Stats"));
        System.out.println("READY");
        System.out.flush();
        Thread.sleep(Long.MAX_VALUE);
    }
}
