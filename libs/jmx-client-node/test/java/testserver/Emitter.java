package testserver;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.management.AttributeChangeNotification;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;

/** An MBean with one member for everything a client must cope with. */
public class Emitter extends NotificationBroadcasterSupport implements EmitterMBean {
    static class Unserializable {
        int field = 1;
    }

    static class CustomException extends Exception {
        final int detail = 5;
        Object extra;

        CustomException(String message) {
            super(message);
        }
    }

    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private int count = 7;
    private long limit = 10;
    private String name = "emitter";

    public Emitter() {
        super(new MBeanNotificationInfo(new String[] {"test.tick", "test.rich"}, "javax.management.Notification", "ticks"));
    }

    public int getCount() {
        return count;
    }

    public void setCount(int value) {
        int old = count;
        count = value;
        sendNotification(new AttributeChangeNotification(
                this, sequence.incrementAndGet(), System.currentTimeMillis(), "changed", "Count", "int", old, value));
    }

    public String getName() {
        return name;
    }

    public void setName(String value) {
        name = value;
    }

    public long getLimit() {
        return limit;
    }

    public void setLimit(long value) {
        limit = value;
    }

    private void tick() {
        long number = sequence.incrementAndGet();
        sendNotification(new Notification("test.tick", this, number, 1700000000000L + number, "tick " + number));
    }

    public void emit(int notifications) {
        for (int i = 0; i < notifications; i++) tick();
    }

    public void emitFromThread(int notifications, int threads) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) all.add(new Thread(() -> emit(notifications)));
        for (Thread thread : all) thread.start();
        for (Thread thread : all) thread.join();
    }

    /** Returns at once; the notifications come evenly from a thread of their own. */
    public void emitSteadily(int perSecond, int seconds) {
        Thread thread = new Thread(() -> {
            long start = System.nanoTime();
            for (long sent = 0; sent < (long) perSecond * seconds; sent++) {
                long wait = start + sent * 1_000_000_000L / perSecond - System.nanoTime();
                if (wait > 0) LockSupport.parkNanos(wait);
                tick();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    public void emitUnserializable() {
        Notification notification = new Notification("test.bad", this, sequence.incrementAndGet(), 1700000000000L, "bad");
        notification.setUserData(new Unserializable());
        sendNotification(notification);
    }

    public void emitRich() {
        Notification notification = new Notification("test.rich", "a source", sequence.incrementAndGet(), 1700000000000L, "rich");
        HashMap<String, Integer> data = new HashMap<>();
        data.put("type", 1);
        notification.setUserData(data);
        sendNotification(notification);
    }

    public String echo(String text) {
        return text;
    }

    public int add(int a, int b) {
        return a + b;
    }

    public int countCalls(String key) {
        return calls.merge(key, 1, Integer::sum);
    }

    public long sleep(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return millis;
    }

    public Object fail(String kind) throws Exception {
        switch (kind) {
            case "unchecked":
                throw new IllegalArgumentException("bad arg");
            case "checked": {
                Exception e = new Exception("checked", new IOException("inner"));
                e.addSuppressed(new RuntimeException("suppressed"));
                throw e;
            }
            case "custom":
                throw new CustomException("custom");
            case "error":
                throw new AssertionError("assertion");
            case "unserializable": {
                CustomException e = new CustomException("unserializable");
                e.extra = new Unserializable();
                throw e;
            }
            case "no message":
                throw new IllegalStateException();
            case "security":
                throw new SecurityException("denied");
            default:
                return null;
        }
    }

    public Object unserializable() {
        return new Unserializable();
    }

    public Object unserializableNested() {
        return new ArrayList<>(Arrays.asList("before", new Unserializable(), "after"));
    }

    public Object reflect(Object value) {
        return value;
    }

    public String describe(Object value) {
        return Describe.value(value);
    }

    public String describeAll(String[] a, List<String> l, Map<String, String> m, int[] i, boolean b, Long n, double d) {
        return Arrays.toString(a) + "|" + Describe.value(l) + "|" + Describe.value(m) + "|" + Arrays.toString(i) + "|" + b + "|" + n + "|" + d;
    }

    public void registerOther(String other) throws Exception {
        ManagementFactory.getPlatformMBeanServer().registerMBean(new Emitter(), new ObjectName(other));
    }

    public void unregisterOther(String other) throws Exception {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(other));
    }

    public byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) bytes[i] = (byte) i;
        return bytes;
    }

    public String text(int length) {
        char[] chars = new char[length];
        Arrays.fill(chars, 'x');
        return new String(chars);
    }

    public void exit(int millis) {
        new Thread(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException ignored) {
                // exits anyway
            }
            Runtime.getRuntime().halt(0);
        }).start();
    }
}
