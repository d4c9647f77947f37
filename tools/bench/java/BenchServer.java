import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;

/** The server both clients are measured against: one MBean with 1,000 attributes of mixed types, one operation, one notification. */
public class BenchServer extends NotificationBroadcasterSupport implements DynamicMBean {
    static final int ATTRIBUTES = 1_000;

    public static void main(String[] args) throws Exception {
        ManagementFactory.getPlatformMBeanServer().registerMBean(new BenchServer(), new ObjectName("bench:type=Wide"));
        System.out.println("READY");
        System.out.flush();
        Thread.sleep(Long.MAX_VALUE);
    }

    private static Object value(int number) {
        switch (number % 4) {
            case 0: return (long) number * 1_000_003;
            case 1: return number * 0.25;
            case 2: return "value of attribute " + number;
            default: return number;
        }
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException {
        if (!name.matches("A\\d{1,3}")) throw new AttributeNotFoundException(name);
        return value(Integer.parseInt(name.substring(1)));
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        AttributeList list = new AttributeList(names.length);
        for (String name : names) list.add(new Attribute(name, value(Integer.parseInt(name.substring(1)))));
        return list;
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException(attribute.getName());
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    /** `echo` returns its argument; `emit` sends one notification of that type, numbered with the monotonic clock in nanoseconds. */
    @Override
    public Object invoke(String operation, Object[] params, String[] signature) {
        if (operation.equals("echo")) return params[0];
        sendNotification(new Notification((String) params[0], "bench", System.nanoTime()));
        return null;
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        MBeanAttributeInfo[] attributes = new MBeanAttributeInfo[ATTRIBUTES];
        Arrays.setAll(attributes, i -> new MBeanAttributeInfo("A" + i, value(i).getClass().getName(), "", true, false, false));
        MBeanParameterInfo[] text = {new MBeanParameterInfo("text", "java.lang.String", "")};
        MBeanOperationInfo[] operations = {
            new MBeanOperationInfo("echo", "", text, "java.lang.String", MBeanOperationInfo.INFO),
            new MBeanOperationInfo("emit", "", text, "void", MBeanOperationInfo.ACTION),
        };
        MBeanNotificationInfo[] notifications = {
            new MBeanNotificationInfo(new String[] {"bench.java", "bench.node"}, Notification.class.getName(), ""),
        };
        return new MBeanInfo(BenchServer.class.getName(), "", attributes, null, operations, notifications);
    }
}
